using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Contracts;

namespace AfterSales.Service.Dispatch;

/// <summary>
/// Tells dispatch that visits must go to somebody else: at once when a certificate is suspended or leave is approved, and twice a day for those that end
/// by themselves tonight.
/// </summary>
internal sealed class WarnOfVisitsToReassign(IDispatchRoster roster, IBell bell, ICompany company, TimeProvider time) : IHandle<MayNoLongerGo>, IJobStep
{
    public static readonly JobDefinition Job = new("service.visits-to-reassign", typeof(WarnOfVisitsToReassign), "0 20 7,16 * * ?");
    public const string Page = "/Service/Dispatch/Reassign";

    public async Task HandleAsync(MayNoLongerGo @event, CancellationToken ct) => await RingAsync([.. (await roster.ToReassignAsync(ct)).Where(v => v.Technician == @event.Number)], ct);

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var visits = await roster.ToReassignAsync(ct);
        await RingAsync(visits, ct);
        return new JobOutcome(visits.Count);
    }

    async Task RingAsync(IReadOnlyList<PlannedVisit> visits, CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        foreach (var person in visits.GroupBy(v => (v.Technician, v.TechnicianName)))
            await bell.RingAsync(Recipients.WithPermission(ServicePermissions.DispatchOrders), new Notice($"reassign:{person.Key.Technician}:{today:O}:{string.Join(',', person.Select(v => v.Order))}", "Dispatch.Reassign.Bell",
                [person.Key.TechnicianName, person.Count().ToString(CultureInfo.InvariantCulture)], Page), ct);
    }
}
