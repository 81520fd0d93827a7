using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Operations;

/// <summary>Every job, how it went last and when it wakes next.</summary>
[Permission(HostPermissions.Operations)]
internal sealed class JobsModel(HostDbContext db, JobLedger ledger, JobSchedule schedule) : ModulePage
{
    /// <param name="Next">UTC.</param>
    public sealed record Row(string Name, JobRun? Last, DateTime? Next);

    public IReadOnlyList<Row> Jobs { get; private set; } = [];
    public bool MayRun => May(HostPermissions.OperationsAct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (last, next) = (await JobLedger.LastRunsAsync(db, ledger.Jobs, ct), await schedule.NextRunsAsync(ct));
        Jobs = [.. ledger.Jobs.OrderBy(j => j.Name, StringComparer.Ordinal).Select(j => new Row(j.Name, last.GetValueOrDefault(j.Name), next.TryGetValue(j.Name, out var at) ? at : null))];
    }
}
