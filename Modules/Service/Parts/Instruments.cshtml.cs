using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>What is measured with, and until when each calibration holds; the earliest first.</summary>
[Permission(ServicePermissions.ReadParts)]
internal sealed class InstrumentsModel(ServiceDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form(string Code = "", string Name = "", string? Serial = null, long? Technician = null, DateOnly? CalibratedOn = null, DateOnly? DueOn = null);

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Technician> Technicians { get; private set; } = [];
    public IReadOnlyList<(Instrument Instrument, string? Technician)> Rows { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        Technicians = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(ct);
        var names = Technicians.ToDictionary(t => t.Id, t => t.Name);
        var all = await db.Set<Instrument>().AsNoTracking().OrderBy(i => i.EndedOn != null).ThenBy(i => i.DueOn).ToListAsync(ct);
        Rows = [.. all.Select(i => (i, i.TechnicianId is { } id ? names.GetValueOrDefault(id) : null))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(ServicePermissions.KeepParts)) return Forbid();
        var code = (Input.Code ?? "").Trim();
        if (await db.Set<Instrument>().AnyAsync(i => i.Code == code, ct)) throw new RuleViolation("Parts.Instrument.Twice", code) { Field = "Input.Code" };
        if (Input is not { CalibratedOn: { } on, DueOn: { } due }) throw new RuleViolation("Shell.ValueMissing") { Field = Input.CalibratedOn is null ? "Input.CalibratedOn" : "Input.DueOn" };
        db.Add(Instrument.Register(code, Input.Name ?? "", Input.Serial, Input.Technician, on, due, null, time.Now()));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Parts/Instruments");
    }
}
