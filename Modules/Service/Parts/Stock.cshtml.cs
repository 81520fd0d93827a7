using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Visits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>A part that a technician carries from now on.</summary>
[Permission(ServicePermissions.KeepParts)]
internal sealed class StockModel(ServiceDbContext db, TimeProvider time) : ModulePage
{
    public sealed record Form(long? Technician = null, string Part = "", int Count = 0, int Minimum = 1);

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Technician> Technicians { get; private set; } = [];
    public IReadOnlyList<(string Number, string Name)> Known { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Technicians = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(ct);
        var parts = await db.Set<ModelPart>().AsNoTracking().Where(p => p.EndedOn == null).Select(p => new { p.Number, p.NameZh, p.NameEn }).Distinct().OrderBy(p => p.Number).Take(500).ToListAsync(ct);
        Known = [.. parts.Select(p => (p.Number, Bilingual.Of(p.NameZh, p.NameEn)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Technicians.All(t => t.Id != Input.Technician)) throw new RuleViolation("Shell.ValueMissing") { Field = "Input.Technician" };
        var (technician, part) = (Input.Technician!.Value, (Input.Part ?? "").Trim());
        if (await db.Set<VanStock>().AnyAsync(s => s.TechnicianId == technician && s.Part == part, ct)) throw new RuleViolation("Parts.Van.Twice", part) { Field = "Input.Part" };
        db.Add(VanStock.Open(technician, part, Known.FirstOrDefault(k => k.Number == part).Name, Input.Count, Input.Minimum, time.Now(), Actor));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Parts/Vans?technician=" + technician);
    }
}
