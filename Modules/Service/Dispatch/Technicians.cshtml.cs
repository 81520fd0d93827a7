using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

[Permission(ServicePermissions.DispatchOrders)]
internal sealed class TechniciansModel(ServiceDbContext db) : ModulePage
{
    public sealed record Form
    {
        public string Code { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Team { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Technician> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Rows = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Team).ThenBy(t => t.Name).Take(500).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await db.Set<Technician>().AnyAsync(t => t.Code == Input.Code.Trim(), ct)) throw new RuleViolation("Technicians.CodeTwice", Input.Code) { Field = "Input.Code" };
        var technician = new Technician { Code = Input.Code.Trim(), Name = Input.Name.Trim() };
        technician.MoveTo(Input.Team);
        db.Add(technician);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }
}
