using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>Parts that jobs wait for: asked, ordered, late, arrived.</summary>
[Permission(ServicePermissions.ReadParts)]
internal sealed class IndexModel(ServiceDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int Size = 50;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "open";
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<PartRequest> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Today, PageNo) = (company.LocalDay(time.Now()), Math.Clamp(PageNo, 1, 10_000));
        var found = await db.Set<PartRequest>().AsNoTracking().Include(r => r.Order).InState(State, Today).OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Skip((PageNo - 1) * Size).Take(Size + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(Size)], found.Count > Size);
    }
}
