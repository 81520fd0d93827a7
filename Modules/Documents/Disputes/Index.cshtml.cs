using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>Disputes: where each stands and what comes next.</summary>
[Permission(DocumentsPermissions.ReadDisputes)]
internal sealed class IndexModel(DocumentsDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int MostRows = 300;

    [BindProperty(SupportsGet = true)] public string View { get; set; } = "open";
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    public IReadOnlyList<Dispute> Rows { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_DisputeRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        var disputes = db.Set<Dispute>().AsNoTracking().Include(d => d.Steps).Shown(View, Today);
        if (Q?.Trim() is { Length: > 0 } q) disputes = disputes.Where(d => d.Code == q || d.OtherParty.Contains(q) || d.Subject.Contains(q));
        Rows = await disputes.OrderByDescending(d => d.Id).Take(MostRows).ToListAsync(ct);
    }
}
