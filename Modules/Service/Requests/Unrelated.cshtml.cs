using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using AfterSales.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.JudgeRepeats)]
internal sealed class UnrelatedModel : OrderActPage
{
    public sealed record Form
    {
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ActAsync(async (order, _, now) =>
        {
            var earlier = await Db.Set<ServiceOrder>().FirstOrDefaultAsync(o => o.Id == order.RepeatOfId, ct) ?? throw new RuleViolation("Requests.Unrelated.NoRepeat");
            var next = await Db.Set<ServiceOrder>().Where(o => o.RepeatOfId == earlier.Id && o.Id != order.Id && !o.RepeatUnrelated).MinAsync(o => (DateTime?)o.ReceivedAt, ct);
            order.MarkUnrelated(earlier, next, Input.Reason, now, Actor);
        }, ct);
}
