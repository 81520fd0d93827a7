using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Charts;

/// <summary>How the control chart of an indicator is drawn and judged: its baseline with a reason, kinds of limits and tests, notes at points.</summary>
[Permission(ReportingPermissions.Company)]
internal sealed class SetupModel(ReportingDbContext db, Baselines baselines, IndicatorReader reader, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "indicator")] public string Indicator { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "by")] public string By { get; set; } = Indicators.Grain.Month.Code;
    [BindProperty] public string? First { get; set; }
    [BindProperty] public string? Last { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public bool Laney { get; set; }
    [BindProperty] public bool Trends { get; set; }
    [BindProperty] public bool Zones { get; set; }
    [BindProperty(SupportsGet = true, Name = "period")] public string? Period { get; set; }
    [BindProperty] public string? Words { get; set; }

    public Indicator Asked { get; private set; } = null!;
    public Grain Grain { get; private set; } = null!;
    public FrozenBaseline? Kept { get; private set; }
    public IReadOnlyList<FrozenBaseline> Earlier { get; private set; } = [];
    public IReadOnlyList<Reading> Readings { get; private set; } = [];
    public IReadOnlyList<ChartNote> Notes { get; private set; } = [];
    public double? SigmaZ { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        (Laney, Trends, Zones) = await baselines.OptionsAsync(Asked, ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Asked = Indicators.Indicator.Of(Indicator) ?? throw new NotThere();
        Grain = Indicators.Grain.Of(By) is { } grain && Signals.WatchSignals.Watched.Contains(grain) ? grain : throw new NotThere();
        var series = await ReadAsync(ct);
        (Readings, SigmaZ) = (series?.Readings ?? [], series?.SigmaZ);
        Earlier = await db.Set<FrozenBaseline>().AsNoTracking().Where(b => b.Indicator == Indicator && b.Grain == By).OrderByDescending(b => b.Id).ToListAsync(ct);
        Kept = Earlier.Count == 0 ? null : Earlier[0];
        Notes = await baselines.NotesAsync(Asked, Grain, ct);
    }

    /// <summary>The whole history; null before the first load.</summary>
    async Task<Series?> ReadAsync(CancellationToken ct) => await reader.AsOfAsync(ct) is { } asOf
        ? (await reader.ReadAsync(new Question(Asked, new DateOnly(1990, 1, 1), company.LocalDay(asOf), Grain, null, []), ct)).Series[0] is var series
            ? series with { Readings = [.. series.Readings.SkipWhile(r => r.Number.Value is null)] } : null
        : null;

    public async Task<IActionResult> OnPostBaselineAsync(CancellationToken ct)
    {
        if (!May(ReportingPermissions.SetCharts)) return Forbid();
        await LoadAsync(ct);
        var (from, to) = (IndexOf(First), IndexOf(Last));
        if (from > to) throw new RuleViolation("Charts.Baseline.Reversed") { Field = "Last" };
        baselines.Freeze(Asked, Grain, [.. Readings.Skip(from).Take(to - from + 1)], time.Now(), company.LocalDay(time.Now()), Actor.Name, Reason);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Home);
    }

    int IndexOf(string? period) => Readings.Index().FirstOrDefault(r => r.Item.Period.Name == period, (-1, null!)) is (>= 0 and var i, _) ? i : throw new RuleViolation("Charts.Baseline.NoPeriod", period) { Field = "First" };

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct)
    {
        if (!May(ReportingPermissions.SetCharts)) return Forbid();
        await LoadAsync(ct);
        if (Laney && Asked.Chart != ChartKind.P) throw new RuleViolation("Charts.Options.LaneyOnlyShares");
        if (Zones && Asked.Chart != ChartKind.Xmr) throw new RuleViolation("Charts.Options.ZonesOnlyValues");
        db.Add(new ChartSetting { Indicator = Asked.Code, Laney = Laney, Trends = Trends, Zones = Zones, SetAt = time.Now(), SetBy = Actor.Name });
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Home);
    }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct)
    {
        if (!May(ReportingPermissions.ExplainSignals)) return Forbid();
        await LoadAsync(ct);
        IndexOf(Period);
        if (Words.OrNull() is not { } words) throw new RuleViolation("Charts.Note.Empty") { Field = "Words" };
        db.Add(new ChartNote { Indicator = Asked.Code, Grain = Grain.Code, Period = Period!, Words = words, WrittenAt = time.Now(), WrittenBy = Actor.Name });
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Home);
    }

    string Home => $"/Reporting/Charts/Setup?indicator={Asked.Code}&by={Grain.Code}";

    public string Shown(double? value) => IndicatorVerbs.Shown(Asked, value);

    public string ReasonOf(FrozenBaseline baseline) => T.Has($"Charts.Baseline.Reason.{baseline.Reason}") ? T[$"Charts.Baseline.Reason.{baseline.Reason}"] : baseline.Reason;

    public string Chart => ExplorerLinks.ExplorerPath + $"?indicator={Asked.Code}&by={Grain.Code}";
}
