using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Dashboards;

/// <summary>Any indicator over any span, split and filtered: chart, table, breakdown, and the way to the rows behind. The question is the URL.</summary>
[Permission(ReportingPermissions.Read)]
internal sealed class ExplorerModel(IndicatorReader reader, ICompany company) : ModulePage
{
    /// <summary>Below this a share is shown with a caution.</summary>
    const int FewRows = 30;
    const int MostBars = 50;

    [BindProperty(SupportsGet = true, Name = "indicator")] public string? Indicator { get; set; }
    [BindProperty(SupportsGet = true, Name = "from")] public string? From { get; set; }
    [BindProperty(SupportsGet = true, Name = "to")] public string? To { get; set; }
    [BindProperty(SupportsGet = true, Name = "by")] public string? By { get; set; }
    [BindProperty(SupportsGet = true, Name = "slice")] public string? Slice { get; set; }
    [BindProperty(SupportsGet = true, Name = "where")] public string[] Where { get; set; } = [];
    [BindProperty(SupportsGet = true, Name = "filter")] public string? Filter { get; set; }
    [BindProperty(SupportsGet = true, Name = "code")] public string? FilterCode { get; set; }

    /// <summary>The question without its slice; null when it could not be asked.</summary>
    public Question? Asked { get; private set; }
    public Answer? Answer { get; private set; }
    public Series? Series { get; private set; }
    public IReadOnlyList<Series> Breakdown { get; private set; } = [];
    public string? BreakdownBy { get; private set; }
    /// <summary>Why there is no answer.</summary>
    public string? Refusal { get; private set; }
    public double? Target { get; private set; }
    public bool IsSmall => Answer is { Total.Denominator: > 0 and < FewRows };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await AskAsync(ct);
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

    async Task AskAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Filter) && !string.IsNullOrWhiteSpace(FilterCode)) Where = [.. Where, $"{Filter}={FilterCode.Trim()}"];
        try
        {
            var asOf = await reader.AsOfAsync(ct) ?? throw new RuleViolation("Warehouse.NotLoaded");
            FillIn(company.LocalDay(asOf));
            var split = Question.Parse(Indicator!, From!, To!, By!, Slice, Where);
            (Asked, Target) = (split with { Slice = null }, IndicatorReadings.TargetFor(split));
            Answer = await reader.ReadAsync(Asked, ct);
            Series = Answer.Series[0];
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

    public IHtmlContent Chart(ChartSize size) => new HtmlString(ControlChartSvg.Draw(Series!, Asked!.Indicator,
        T["Charts.Title", T[Asked.Indicator.NameKey], T[$"Dashboards.Grain.{Asked.Grain.Code}"]], Target, size, T));

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
