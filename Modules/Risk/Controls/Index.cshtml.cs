using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Controls;

/// <summary>Every control with the day of its next test and the result of the last.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class IndexModel(RiskDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string State { get; set; } = "in_use";
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    public IReadOnlyList<Control> Rows { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        var controls = db.Set<Control>().AsNoTracking().Whole().Shown(State, Today);
        if (Q?.Trim() is { Length: > 0 } q) controls = controls.Where(c => c.Number == q || c.Name.Contains(q) || c.OwnerName == q);
        Rows = await controls.OrderBy(c => c.TestDue == null).ThenBy(c => c.TestDue).ThenBy(c => c.Id).ToListAsync(ct);
    }
}
