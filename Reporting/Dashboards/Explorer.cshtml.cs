using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Dashboards;

/// <summary>Any indicator over any span, split and filtered: chart, table, breakdown, and the way to the rows behind. The question is the URL.</summary>
[Permission(ReportingPermissions.Read)]
internal sealed class ExplorerModel(IndicatorReader reader, Targets targets, Baselines baselines, Sight sight, ReportingDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    /// <summary>Below this a share is shown with a caution.</summary>
    const int FewRows = 30;
    const int MostBars = 50, MostPareto = 20;

    [BindProperty(SupportsGet = true, Name = "indicator")] public string? Indicator { get; set; }
    [BindProperty(SupportsGet = true, Name = "from")] public string? From { get; set; }
    [BindProperty(SupportsGet = true, Name = "to")] public string? To { get; set; }
    [BindProperty(SupportsGet = true, Name = "by")] public string? By { get; set; }
    [BindProperty(SupportsGet = true, Name = "slice")] public string? Slice { get; set; }
    [BindProperty(SupportsGet = true, Name = "where")] public string[] Where { get; set; } = [];
    [BindProperty(SupportsGet = true, Name = "filter")] public string? Filter { get; set; }
    [BindProperty(SupportsGet = true, Name = "code")] public string? FilterCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "compare")] public string? Compare { get; set; }
    [BindProperty] public string? ViewName { get; set; }
    [BindProperty] public bool Shared { get; set; }
    [BindProperty] public Guid View { get; set; }

    /// <summary>The question without its slice; null when it could not be asked.</summary>
    public Question? Asked { get; private set; }
    public Answer? Answer { get; private set; }
    public Series? Series { get; private set; }
    public IReadOnlyList<Series> Breakdown { get; private set; } = [];
    public string? BreakdownBy { get; private set; }
    /// <summary>Why there is no answer.</summary>
    public string? Refusal { get; private set; }
    public double? Target { get; private set; }
    public Comparison? Compared { get; private set; }
    public IReadOnlyList<Bin> Spread { get; private set; } = [];
    public IReadOnlyList<ChartNote> Notes { get; private set; } = [];
    public IReadOnlyList<SavedView> Views { get; private set; } = [];
    public bool IsSmall => Answer is { Total.Denominator: > 0 and < FewRows };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Refusal is not null && Asked is null) Response.StatusCode = 422;
        return WantsFragment ? Fragment("_Explored", this) : Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await AskAsync(ct);
        if (Answer is null) return Page();
        string[] columns = ["Period", "From", "To", "Value", "P90", "Numerator", "Denominator", "Excluded", "Lower", "Center", "Upper", "Signals"];
        return TakeAway(new ExportTable($"{Asked!.Indicator.Code}-{Asked.From:yyyyMMdd}-{Asked.To:yyyyMMdd}", [.. columns.Select(c => T[$"Dashboards.Explorer.{c}"])],
            Series!.Readings.Select(r => (IReadOnlyList<object?>)[r.Period.Name, r.Period.From, r.Period.To, r.Number.Value, r.Number.P90, r.Number.Numerator, r.Number.Denominator, r.Number.Excluded,
                r.Limits?.Lower, r.Limits?.Center, r.Limits?.Upper, SignalsOf(r)])), format);
    }

    /// <summary>The chart alone: SVG to write into a document, PNG for everything else.</summary>
    public async Task<IActionResult> OnGetPictureAsync(string? format, CancellationToken ct)
    {
        await AskAsync(ct);
        if (Answer is null) return Page();
        var name = $"{Asked!.Indicator.Code}-{Asked.From:yyyyMMdd}-{Asked.To:yyyyMMdd}";
        return format == "png" ? File(ControlChartSvg.Picture(Series!, Asked.Indicator, ChartTitle, Target, ChartSize.Wide, T), "image/png", name + ".png")
            : File(System.Text.Encoding.UTF8.GetBytes(ControlChartSvg.Draw(Series!, Asked.Indicator, ChartTitle, Target, ChartSize.Wide, T)), "image/svg+xml", name + ".svg");
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Asked is null || Refusal is not null) return Page();
        db.Add(SavedView.Save(ViewName, Here[ExplorerLinks.ExplorerPath.Length..], Shared, time.Now(), Actor, PublicId.New(time.Now())));
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Here);
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var id = Actor.Id;
        db.Remove(await db.Set<SavedView>().FirstOrDefaultAsync(v => v.PublicId == View && v.OwnerId == id, ct) ?? throw new NotThere());
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Asked is null ? ExplorerLinks.ExplorerPath : Here);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await AskAsync(ct);
        var id = Actor.Id;
        Views = await db.Set<SavedView>().AsNoTracking().Where(v => v.OwnerId == id || v.IsShared).OrderBy(v => v.Name).Take(MostBars).ToListAsync(ct);
    }

    async Task AskAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Filter) && !string.IsNullOrWhiteSpace(FilterCode)) Where = [.. Where, $"{Filter}={FilterCode.Trim()}"];
        try
        {
            var asOf = await reader.AsOfAsync(ct) ?? throw new RuleViolation("Warehouse.NotLoaded");
            FillIn(company.LocalDay(asOf));
            var split = await sight.NarrowAsync(Question.Parse(Indicator!, From!, To!, By!, Slice, Where), User, rows: false, ct);
            (Asked, Target) = (split with { Slice = null }, targets.For(split));
            Answer = await reader.ReadAsync(Asked, ct);
            Series = Answer.Series[0];
            Compared = await CompareAsync(ct);
            Spread = await reader.SpreadAsync(Asked, ct);
            Notes = await baselines.NotesAsync(Asked.Indicator, Asked.Grain, ct);
            if (split.Slice is null) return;
            BreakdownBy = split.Slice.Code;
            Breakdown = [.. (await reader.ReadAsync(split with { Grain = Grain.Year }, ct)).Series.OrderByDescending(s => s.Total.Denominator).Take(MostBars)];
        }
        catch (RuleViolation refusal)
        {
            (Refusal, Answer) = (T.Of(refusal), null);
        }
    }

    /// <summary>Without a question: the first indicator over the last two years by month.</summary>
    void FillIn(DateOnly today)
    {
        Indicator ??= Indicators.Indicator.All[0].Code;
        By ??= Grain.Month.Code;
        To = string.IsNullOrEmpty(To) ? today.ToString("yyyy-MM-dd") : To;
        From = string.IsNullOrEmpty(From) ? new DateOnly(today.Year, today.Month, 1).AddMonths(-23).ToString("yyyy-MM-dd") : From;
    }

    async Task<Comparison?> CompareAsync(CancellationToken ct)
    {
        if (Comparison.OtherOf(Asked!, Compare) is not { } other) return null;
        return new Comparison(other, Answer!.Total, (await reader.ReadAsync(other, ct)).Total);
    }

    string ChartTitle => T["Charts.Title", T[Asked!.Indicator.NameKey], T[$"Dashboards.Grain.{Asked.Grain.Code}"]];

    public IHtmlContent Chart(ChartSize size) => new HtmlString(ControlChartSvg.Draw(Series!, Asked!.Indicator, ChartTitle, Target, size, T));

    public IHtmlContent Pareto(ChartSize size) => new HtmlString(OtherCharts.Pareto([.. Worst.Select(w => new Bar(Label(w.Member), w.Count))], T["Dashboards.Pareto.Title", T[Asked!.Indicator.NameKey]], T["Dashboards.Pareto.Axis"], size, T));

    public IHtmlContent Funnel(ChartSize size) => new HtmlString(OtherCharts.Funnel([.. FunnelPoints], Answer!.Total.Value ?? 0, T["Dashboards.Funnel.Title", T[Asked!.Indicator.NameKey]], T["Charts.ValueAxis.share"], size, T));

    public IHtmlContent Distributed(ChartSize size) => new HtmlString(OtherCharts.Distribution([.. Spread.Select(b => new Bar(BinName(b), b.Rows))], T["Dashboards.Distribution.Title", T[Asked!.Indicator.NameKey]], T["Dashboards.Explorer.Denominator"], size, T));

    public static string BinName(Bin bin) => bin.To is { } to ? FormattableString.Invariant($"{bin.From:0.##}–{to:0.##}") : FormattableString.Invariant($"≥ {bin.From:0.##}");

    /// <summary>Members with their misses, the greatest first; the tail as one. Only where misses can be counted.</summary>
    public IReadOnlyList<(string Member, double Count)> Worst
    {
        get
        {
            if (Asked!.Indicator is not (ShareIndicator or RatioIndicator { Good: Direction.Down, Chart: ChartKind.U })) return [];
            var all = Breakdown.Select(s => (Member: s.Slice!, Count: Asked.Indicator.Good == Direction.Up ? s.Total.Denominator - (s.Total.Numerator ?? 0) : s.Total.Numerator ?? 0)).Where(w => w.Count > 0).OrderByDescending(w => w.Count).ToList();
            return all.Count <= MostPareto ? all : [.. all.Take(MostPareto), ("other", all.Skip(MostPareto).Sum(w => w.Count))];
        }
    }

    public IEnumerable<FunnelPoint> FunnelPoints => Asked!.Indicator is not ShareIndicator || Answer!.Total.Value is null ? [] : Breakdown.Where(s => s.Total.Value is not null).Select(s => new FunnelPoint(Label(s.Slice!), s.Total.Denominator, s.Total.Value!.Value));

    /// <summary>This page as it stands.</summary>
    public string Here => ExplorerLinks.Explorer(Asked! with { Slice = BreakdownBy is null ? null : Asked.Indicator.Source.SliceOf(BreakdownBy) }) + (string.IsNullOrEmpty(Compare) ? "" : "&compare=" + Uri.EscapeDataString(Compare));

    public string Address => $"{Request.Scheme}://{Request.Host}{Here}";

    public string Picture(string format) => ExplorerLinks.Explorer(Asked!) + $"&handler=Picture&format={format}";

    public IEnumerable<ChartNote> NotesAt(Reading reading) => Notes.Where(n => n.Period == reading.Period.Name);

    public bool HasSetup => Signals.WatchSignals.Watched.Contains(Asked!.Grain) && Asked.Where.Count == 0 && sight.SeesAll(User);

    public string Shown(double? value) => IndicatorVerbs.Shown(Asked!.Indicator, value);

    public string SignalsOf(Reading reading) => string.Join("; ", reading.Signals.Select(s => T[$"Charts.Rule.{s}"]));

    /// <summary>Length of a bar: a share of one, or of the longest.</summary>
    public double BarOf(Series series) => Asked!.Indicator.Unit == Unit.Share ? series.Total.Value ?? 0 : (series.Total.Value ?? 0) / Math.Max(1e-9, Breakdown.Max(s => s.Total.Value ?? 0));

    public string Label(string code) => Labels.Of(T, code);

    public string RowsOf(Reading reading, Part part) => ExplorerLinks.Rows(Asked! with { From = reading.Period.From, To = reading.Period.To }, part);

    public Question Of(string member) => Asked! with { Where = [.. Asked.Where, new Filter(Asked.Indicator.Source.SliceOf(BreakdownBy!)!, member)] };

    public string Without(string where) => ExplorerLinks.Explorer(Asked! with { Slice = BreakdownBy is null ? null : Asked.Indicator.Source.SliceOf(BreakdownBy), Where = [.. Asked.Where.Where(w => $"{w.Slice.Code}={w.Code}" != where)] });

    public string Export(string format) => ExplorerLinks.Explorer(Asked!) + $"&handler=Export&format={format}";
}
