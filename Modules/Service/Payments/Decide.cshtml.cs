using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Fees;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Payments;

/// <summary>Decides whether a claim is about the quality of the work. Too late it is entitled by itself.</summary>
[Permission(ServicePermissions.DecideClaims)]
internal sealed class DecideModel : FeePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    [BindProperty] public bool? IsQualityProblem { get; set; }
    [BindProperty] public string? Reason { get; set; }
    public RefundClaim? Claim { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await OrderAsync(Number, ct);
        Claim = (await AccountAsync(ct)).Claims.Find(c => c.DecidedAt is null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OrderAsync(Number, ct);
        var account = await AccountAsync(ct);
        var claim = account.Claims.Find(c => c.DecidedAt is null) ?? throw new RuleViolation("Payments.Claim.Decided");
        account.DecideClaim(claim.Id, IsQualityProblem ?? throw new RuleViolation("Shell.ValueMissing"), Reason ?? "", Now, Fees.Policy, Company.CalendarAt(Now), Actor);
        await Db.SaveChangesAsync(ct);
        return Back();
    }
}
