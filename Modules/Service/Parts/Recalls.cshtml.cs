using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>What makers want done to ranges of units, and how far it is.</summary>
[Permission(ServicePermissions.ReadParts)]
internal sealed class RecallsModel(ServiceDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form(string Code = "", string Title = "", string Instruction = "", long? Model = null, string SerialFrom = "", string SerialTo = "");

    public sealed record Row(Recall Recall, string Model, int Done, int Units);

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<ProductModel> Models { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Models = await db.Set<ProductModel>().AsNoTracking().OrderBy(m => m.Code).ToListAsync(ct);
        List<Row> rows = [];
        foreach (var recall in await db.Set<Recall>().AsNoTracking().Include(r => r.Jobs).OrderByDescending(r => r.StartedOn).ThenBy(r => r.Code).ToListAsync(ct))
            rows.Add(new Row(recall, Models.FirstOrDefault(m => m.Id == recall.ModelId)?.Name ?? "", recall.Jobs.Count, await db.Set<Appliance>().InRangeOf(recall).CountAsync(ct)));
        Rows = rows;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(ServicePermissions.EditProducts)) return Forbid();
        var code = (Input.Code ?? "").Trim();
        if (await db.Set<Recall>().AnyAsync(r => r.Code == code, ct)) throw new RuleViolation("Parts.Recall.Twice", code) { Field = "Input.Code" };
        if (Input.Model is not { } model || !await db.Set<ProductModel>().AnyAsync(m => m.Id == model, ct)) throw new RuleViolation("Shell.ValueMissing") { Field = "Input.Model" };
        db.Add(Recall.Start(code, Input.Title ?? "", Input.Instruction ?? "", model, Input.SerialFrom ?? "", Input.SerialTo ?? "", company.LocalDay(time.Now()), time.Now()));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Parts/Recalls");
    }
}

internal static class RecalledUnits
{
    /// <summary>Units that a recall is about; the database compares as <see cref="Recall.Covers"/> does, sign by sign: serials are kept in the order of bytes on both (<see cref="Customers.Beginnings.CompareByBytes"/>).</summary>
    public static IQueryable<Appliance> InRangeOf(this IQueryable<Appliance> units, Recall recall) =>
        units.Where(a => a.ModelId == recall.ModelId && a.Serial != null && a.Serial.Length == recall.SerialFrom.Length && string.Compare(a.Serial, recall.SerialFrom) >= 0 && string.Compare(a.Serial, recall.SerialTo) <= 0);
}
