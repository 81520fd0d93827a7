using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Products;

/// <summary>When a unit was made, bought and installed, and which one it replaced: what its warranty is counted from.</summary>
[Permission(ServicePermissions.EditProducts)]
internal sealed class DatesModel : ActPage<Appliance>
{
    public sealed record Form(DateOnly? PurchasedOn = null, DateOnly? InstalledOn = null, DateOnly? ProducedOn = null, string? ReplacesSerial = null, DateOnly? ExchangedOn = null);

    [BindProperty] public Form Input { get; set; } = new();
    public Appliance Shown => Record;
    protected override string Home => "/Service/Products/Appliance/" + Id;

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form(Record.PurchasedOn, Record.InstalledOn, Record.ProducedOn, Record.ReplacesSerial, Record.ExchangedOn);
        return Page();
    }

    protected override async Task<Appliance> FindAsync(bool toChange, CancellationToken ct)
    {
        var all = Ask<ServiceDbContext>().Set<Appliance>();
        return await (toChange ? all : all.AsNoTracking()).FirstOrDefaultAsync(a => a.PublicId == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(Appliance acted, CancellationToken ct) => Ask<ServiceDbContext>().SaveChangesAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((a, _) => a.Date(Input.PurchasedOn, Input.InstalledOn, Input.ProducedOn, Input.ReplacesSerial, Input.ExchangedOn), ct);
}
