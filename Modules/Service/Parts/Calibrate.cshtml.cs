using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>A calibration of an instrument, who carries it, or its end.</summary>
[Permission(ServicePermissions.KeepParts)]
internal sealed class CalibrateModel : ActPage<Instrument>
{
    public sealed record Form(DateOnly? CalibratedOn = null, DateOnly? DueOn = null, string? Certificate = null);

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public long? Technician { get; set; }
    public Instrument Shown => Record;
    public IReadOnlyList<Dispatch.Technician> Technicians { get; private set; } = [];
    protected override string Home => "/Service/Parts/Instruments";

    protected override async Task<Instrument> FindAsync(bool toChange, CancellationToken ct)
    {
        var all = Ask<ServiceDbContext>().Set<Instrument>();
        return await (toChange ? all : all.AsNoTracking()).FirstOrDefaultAsync(i => i.PublicId == Id, ct) ?? throw new NotThere();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Technicians = await Ask<ServiceDbContext>().Set<Dispatch.Technician>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(ct);
        if (HttpMethods.IsGet(Request.Method)) Technician = Shown.TechnicianId;
    }

    protected override Task SaveAsync(Instrument acted, CancellationToken ct) => Ask<ServiceDbContext>().SaveChangesAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((i, _) =>
    {
        if (Input is not { CalibratedOn: { } on, DueOn: { } due }) throw new RuleViolation("Shell.ValueMissing") { Field = "Input.DueOn" };
        i.Calibrate(on, due, Input.Certificate, Today);
    }, ct);

    public Task<IActionResult> OnPostGiveAsync(CancellationToken ct) => ActAsync((i, _) => i.GiveTo(Technician), ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) => ActAsync((i, _) => i.End(Today), ct);
}
