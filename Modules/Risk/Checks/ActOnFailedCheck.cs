using AfterSales.Kernel;
using AfterSales.Kernel.Outbox;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Data;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>
/// A failed check: Service is asked to give back what was paid for the job (clause 1.8.3), under the check's own key, and a corrective action is opened.
/// Delivered twice, the money is owed once and the action is one.
/// </summary>
internal sealed class ActOnFailedCheck(RiskDbContext db, IEntitleRefunds refunds, OpenAction open) : IHandle<CheckFailed>
{
    public async Task HandleAsync(CheckFailed @event, CancellationToken ct)
    {
        var check = await db.Set<SpotCheck>().Include(c => c.Answers).FirstOrDefaultAsync(c => c.PublicId == @event.CheckId, ct);
        if (check is null) return;
        var answer = await refunds.EntitleAsync(new RefundEntitlement(KeyOf(check), check.OrderId, "check_failed", check.Number), ct);
        check.Owed(new Money(answer.AmountFen));
        await open.OpenAsync(RequestOf(check), Actor.System, ct);
    }

    public static string KeyOf(SpotCheck check) => $"check:{check.PublicId:N}";

    public static ActionRequest RequestOf(SpotCheck check) => new(KeyOf(check), ActionSources.Check, string.Join('\n', check.Findings.Select(f => $"{f.Zh} {f.Note}").Prepend($"{check.OrderNumber}:")), check.PublicId, check.Number, $"/Risk/Checks/Details/{check.PublicId}");
}
