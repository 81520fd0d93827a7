using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Settlement;

/// <summary>Settlement with the brand: a statement per month by the tariff, what the brand paid, and the difference.</summary>
[Permission(ServicePermissions.Settle)]
internal sealed class BrandModel(ServiceDbContext db, SettleMonth settle, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Amount { get; init; }
        public DateOnly? On { get; init; }
        public string? Because { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string? Month { get; set; }
    [BindProperty(SupportsGet = true)] public string? Contract { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<BrandContract> Contracts { get; private set; } = [];
    public BrandContract Chosen { get; private set; } = null!;
    public DateOnly First { get; private set; }
    public BrandStatement? Statement { get; private set; }
    public IReadOnlyList<SettledJob> Jobs { get; private set; } = [];
    public decimal Total => Jobs.Sum(j => j.Amount);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        First = Months.Read(Month, company.LocalDay(time.Now()));
        Month = Months.Write(First);
        Contracts = await db.Set<BrandContract>().AsNoTracking().OrderBy(c => c.Code).Take(200).ToListAsync(ct);
        Chosen = Contracts.FirstOrDefault(c => c.Code == Contract) ?? Contracts.First(c => c.Code == BrandContract.DefaultCode);
        Statement = await db.Set<BrandStatement>().SingleOrDefaultAsync(s => s.ContractId == Chosen.Id && s.Year == First.Year && s.Month == First.Month, ct);
        Jobs = Statement?.Lines ?? await settle.WarrantyJobsAsync(Chosen.Id, First, ct);
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return BookFile.Of($"settlement-{Month}", [T["Import.Column.order_no"], T["Import.Column.brand_order_no"], T["Import.Column.kind"], T["Import.Column.complexity"], T["Import.Column.completed_at"], T["Import.Column.technician"], T["Payments.Amount"]],
            Jobs.Select(j => (IReadOnlyList<object?>)[j.Order, j.BrandOrder, T.Of(Code.Parse<OrderKind>(j.Kind)), T.Of(Code.Parse<Complexity>(j.Complexity)), j.CompletedOn, j.Technician, j.Amount]));
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Statement is not null) throw new RuleViolation("Settlement.Brand.There");
        if (First.AddMonths(1) > company.LocalDay(time.Now())) throw new RuleViolation("Settlement.Brand.NotOver");
        db.Add(BrandStatement.Of(Chosen.Id, First.Year, First.Month, Jobs, time.Now(), Actor));
        await db.SaveChangesAsync(ct);
        return Again();
    }

    public async Task<IActionResult> OnPostPaidAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!Money.TryParse(Input.Amount, out var paid)) throw new RuleViolation("Payments.AmountMissing") { Field = "Input.Amount" };
        (Statement ?? throw new NotThere()).RecordPaid(paid, Input.On ?? company.LocalDay(time.Now()), Input.Because);
        await db.SaveChangesAsync(ct);
        return Again();
    }

    LocalRedirectResult Again() => LocalRedirect($"/Service/Settlement/Brand?month={Month}&contract={Uri.EscapeDataString(Chosen.Code)}");
}

/// <summary>Months as URLs name them.</summary>
internal static class Months
{
    /// <param name="typed"><c>2026-03</c>; anything else is the month before the present one.</param>
    public static DateOnly Read(string? typed, DateOnly today) =>
        DateOnly.TryParseExact(typed + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var first) && first.Year is > 2000 and < 2100
            ? first : new DateOnly(today.Year, today.Month, 1).AddMonths(-1);

    public static string Write(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
