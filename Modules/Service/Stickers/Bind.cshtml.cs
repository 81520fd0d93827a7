using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Stickers;

/// <summary>A sticker is put on a heater: the code (or the scanned address) and the heater's serial number.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class BindModel(ServiceDbContext db) : ModulePage
{
    public sealed record Form
    {
        public string Code { get; init; } = "";
        public string Serial { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true, Name = "done")] public string? Done { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var code = Input.Code.Trim().Split('/')[^1];
        var sticker = await db.Set<Sticker>().FirstOrDefaultAsync(s => s.Code == code, ct) ?? throw new RuleViolation("Stickers.Bind.Unknown") { Field = "Input.Code" };
        var appliance = await db.Set<Appliance>().FirstOrDefaultAsync(a => a.Serial == Input.Serial.Trim(), ct) ?? throw new RuleViolation("Stickers.Bind.NoHeater", Input.Serial) { Field = "Input.Serial" };
        sticker.BindTo(appliance);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Stickers/Bind?done=" + Uri.EscapeDataString(Input.Serial.Trim()));
    }
}
