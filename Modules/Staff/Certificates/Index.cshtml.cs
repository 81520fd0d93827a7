using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>The register: who is certified for what, and until when.</summary>
[Permission(StaffPermissions.ReadCertificates)]
internal sealed class IndexModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "all";
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Certificate> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_CertificateRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        PageNo = Math.Clamp(PageNo, 1, 1000);
        var certificates = db.Set<Certificate>().AsNoTracking().Include(c => c.Types).Include(c => c.Suspensions).AsSplitQuery().Shown(State, Today);
        if (Q?.Trim() is { Length: > 0 } q) certificates = certificates.Where(c => c.PersonCode == q || c.Number == q || c.PersonName.Contains(q));
        var found = await certificates.OrderBy(c => c.PersonName).ThenBy(c => c.Id).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public string QueryOfPage(int page) => $"?state={Uri.EscapeDataString(State)}&q={Uri.EscapeDataString(Q ?? "")}&pageNo={page}";
}
