using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Risk.Register;

/// <summary>The words of a risk, its owner and response.</summary>
[Permission(RiskPermissions.Keep)]
internal sealed class EditModel(RiskDbContext db, Owners owners) : RiskPage<RegisteredRisk>(db)
{
    [BindProperty] public RiskForm Input { get; set; } = new();
    public IReadOnlyList<AccountName> People { get; private set; } = [];
    public RegisteredRisk Risk => Record;
    protected override string Home => $"/Risk/Register/Details/{Id}";

    protected override IQueryable<RegisteredRisk> Whole(IQueryable<RegisteredRisk> risks) => risks;

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = RiskForm.Of(Risk);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        People = await owners.AllAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var owner = await owners.OfAsync(Input.Owner, ct);
        return await ActAsync((r, _) => r.Describe(Input.Facts(owner)), ct);
    }
}
