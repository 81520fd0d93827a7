using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Stickers;

/// <summary>Stickers that were printed, and the form that makes more.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class IndexModel(ServiceDbContext db, TimeProvider time) : ModulePage
{
    /// <summary>One A4 sheet holds 24.</summary>
    const int MostAtOnce = 240;

    public sealed record Form
    {
        public string? Model { get; init; }
        public int Count { get; init; } = 24;
        public string? Note { get; init; }
    }

    internal sealed record Row(DateTime MadeAt, string? Model, string? Note, long First, long Last, int Count, int Bound);

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<(string Code, string Name)> Models { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Models = [.. (await db.Set<ProductModel>().AsNoTracking().OrderBy(m => m.Name).Take(1000).Select(m => new { m.Code, m.Name }).ToListAsync(ct)).Select(m => (m.Code, m.Name))];
        var prints = await db.Set<Sticker>().GroupBy(s => new { s.MadeAt, s.ModelId, s.Note }).OrderByDescending(g => g.Key.MadeAt).Take(50)
            .Select(g => new { g.Key.MadeAt, g.Key.ModelId, g.Key.Note, First = g.Min(s => s.Id), Last = g.Max(s => s.Id), Count = g.Count(), Bound = g.Count(s => s.ApplianceId != null) }).ToListAsync(ct);
        var names = await db.Set<ProductModel>().Where(m => prints.Select(p => p.ModelId).Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Rows = [.. prints.Select(p => new Row(p.MadeAt, p.ModelId is { } id ? names.GetValueOrDefault(id) : null, p.Note, p.First, p.Last, p.Count, p.Bound))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Count is < 1 or > MostAtOnce) throw new RuleViolation("Stickers.Count", MostAtOnce) { Field = "Input.Count" };
        var model = string.IsNullOrEmpty(Input.Model) ? (long?)null
            : await db.Set<ProductModel>().Where(m => m.Code == Input.Model).Select(m => (long?)m.Id).FirstOrDefaultAsync(ct) ?? throw new RuleViolation("Requests.Receive.UnknownModel", Input.Model) { Field = "Input.Model" };
        var now = time.Now();
        List<Sticker> made = [.. Enumerable.Range(0, Input.Count).Select(_ => Sticker.Print(model, Input.Note, now))];
        db.AddRange(made);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Service/Stickers/Sheet?first={made.Min(s => s.Id)}&last={made.Max(s => s.Id)}");
    }
}
