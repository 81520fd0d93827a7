using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>What the company promises in public, and whether it keeps it.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class PromisesModel(FeedbackDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Zh { get; init; }
        public string? En { get; init; }
        public string? Indicator { get; init; }
        public double? Target { get; init; }
        public DateOnly? PublishedOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public bool HasTyped => Input.Zh is not null;
    public IReadOnlyList<Promise> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { PublishedOn = company.LocalDay(time.Now()) };
    }

    public override async Task LoadAsync(CancellationToken ct) =>
        Rows = await db.Set<Promise>().AsNoTracking().Include(p => p.Months).Include(p => p.Plan).AsSplitQuery().OrderBy(p => p.WithdrawnOn != null).ThenBy(p => p.Id).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.LeadBrand)) return Forbid();
        if (!PromiseShown.Measures.Contains(Input.Indicator)) throw new RuleViolation("Brand.Promise.IndicatorMissing") { Field = "Input.Indicator" };
        var promise = Promise.Publish(Input.Zh, Input.En, Input.Indicator, PromiseShown.Typed(Input.Indicator, Input.Target), PromiseShown.HigherIsBetter(Input.Indicator!), Input.PublishedOn ?? company.LocalDay(time.Now()), time.Now(), Actor);
        db.Add(promise);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Brand/Promise/{promise.PublicId}");
    }
}
