using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Agreements;

/// <summary>Agreements and contracts: what is in force, what ends, what is not signed or not on file yet.</summary>
[Permission(DocumentsPermissions.ReadAgreements)]
internal sealed class IndexModel(DocumentsDbContext db, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string View { get; set; } = "all";
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Agreement> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public DateOnly Today { get; private set; }
    public int ExpiringDays { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_AgreementRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        ExpiringDays = policies.At<AgreementPolicy>(time.Now()).Value.ExpiringDays;
        PageNo = Math.Clamp(PageNo, 1, 1000);
        var agreements = db.Set<Agreement>().AsNoTracking().Include(a => a.Versions).Include(a => a.Ends).AsSplitQuery().Shown(View, Today, ExpiringDays);
        if (Q?.Trim() is { Length: > 0 } q) agreements = agreements.Where(a => a.Code == q || a.Party.Contains(q) || a.Title.Contains(q));
        var found = await agreements.OrderBy(a => a.EndsOn == null).ThenBy(a => a.EndsOn).ThenBy(a => a.Id).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public string QueryOfPage(int page) => $"?view={Uri.EscapeDataString(View)}&q={Uri.EscapeDataString(Q ?? "")}&pageNo={page}";
}
