using AfterSales.Kernel.Pages;
using AfterSales.Service.Fees;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Payments;

/// <summary>Takes a customer's claim for a refund (clause 1.8.3): from now on its time runs.</summary>
[Permission(ServicePermissions.OpenClaims)]
internal sealed class ClaimModel : FeePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    [BindProperty] public string? What { get; set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override Task LoadAsync(CancellationToken ct) => OrderAsync(Number, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        (await AccountAsync(ct)).OpenClaim(What ?? "", Now, Fees.Policy, Company.CalendarAt(Now), Actor);
        await Db.SaveChangesAsync(ct);
        return Back();
    }
}
