using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Visits;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Requests;

/// <summary>The office ends a trip that did not settle the order. The technician does it by finishing the visit, which asks for more.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class SecondVisitModel(FieldWork field) : OrderActPage
{
    public sealed record Form
    {
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (order, _, now) =>
    {
        if (order.CurrentVisit is null)
        {
            order.NeedSecondVisit(Input.Reason, now, Actor);
            return;
        }
        if (!May(ServicePermissions.DispatchOrders)) throw new RuleViolation("Visits.FinishThere");
        var visit = await field.UnderWayAsync(order, ct);
        visit.CloseByOffice(Input.Reason, new Moment(now, now, null, null, ByDoer: false), await field.RulesAsync(order, visit, ct), Actor);
    }, ct);
}
