using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>Warranty terms by model and component group, each with its source. A term is never changed: a newer one takes its place for units sold from its day on.</summary>
[Permission(ServicePermissions.EditPrices)]
internal sealed class TermsModel(ServiceDbContext db, OrderFees fees) : ModulePage
{
    public sealed record Form
    {
        public long? ModelId { get; init; }
        public string? Group { get; init; }
        public int Months { get; init; }
        public string? Source { get; init; }
        public DateOnly? EffectiveFrom { get; init; }
    }

    public sealed record Row(string? Model, WarrantyTerm Term);

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<(long Id, string Name)> Models { get; private set; } = [];
    public IReadOnlyList<string> Groups => fees.Policy.ComponentGroups;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Rows = await (from t in db.Set<WarrantyTerm>().AsNoTracking() join m in db.Set<ProductModel>() on t.ModelId equals m.Id into models from m in models.DefaultIfEmpty() orderby t.Group, t.EffectiveFrom descending, t.Id select new Row(m == null ? null : m.Name, t)).Take(1000).ToListAsync(ct);
        Models = [.. (await db.Set<ProductModel>().AsNoTracking().OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).Take(1000).ToListAsync(ct)).Select(m => (m.Id, m.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Group is null || !Groups.Contains(Input.Group) || string.IsNullOrWhiteSpace(Input.Source) || Input.EffectiveFrom is null) throw new RuleViolation("Shell.ValueMissing");
        if (Input.Months is < 0 or > 240) throw new RuleViolation("Fees.Terms.Months") { Field = "Input.Months" };
        db.Add(new WarrantyTerm { ModelId = Input.ModelId, Group = Input.Group, Months = Input.Months, Source = Input.Source.Trim(), EffectiveFrom = Input.EffectiveFrom.Value });
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Fees/Terms");
    }
}
