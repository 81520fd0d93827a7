using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Visits;

/// <summary>The technician takes the job.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class AcceptModel : VisitPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(e => e.Order.Accept(e.When.At, Actor), ct);
}

/// <summary>The technician gives the job back.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class ReturnModel : VisitPage
{
    [BindProperty] public string Reason { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await EnterAsync(e => e.Order.Return(Reason, e.When.At, Actor), ct);
        return answer is LocalRedirectResult ? LocalRedirect("/Service/Visits/MyDay") : answer;
    }
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class DepartModel : VisitPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(e => Field.DepartAsync(e.Order, e.When, Actor, ct), ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class ArriveModel : VisitPage
{
    [BindProperty] public bool EarlyConsent { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(e => Field.ArriveAsync(e.Order, e.When, EarlyConsent, Actor, ct), ct);
}
