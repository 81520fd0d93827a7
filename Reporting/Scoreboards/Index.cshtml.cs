using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Scoreboards;

/// <summary>Teams and people (clause 10.4): each with its own numbers beside the median of the members, and a funnel that says whether a difference is more than chance.</summary>
[Permission(ReportingPermissions.People)]
internal sealed class IndexModel(ReadScoreboard scoreboard, IndicatorReader reader, ICompany company) : ModulePage
{
    public static readonly IReadOnlyList<string> Dimensions = ["team", "technician"];
    public static readonly IReadOnlyList<int> Spans = [1, 3, 12];

    [BindProperty(SupportsGet = true, Name = "by")] public string By { get; set; } = "team";
    [BindProperty(SupportsGet = true, Name = "months")] public int Months { get; set; } = 3;
    [BindProperty(SupportsGet = true, Name = "until")] public string? Until { get; set; }
    [BindProperty(SupportsGet = true, Name = "indicator")] public string? Code { get; set; }

    public Scoreboard? Board { get; private set; }
    public Indicator? Funnelled { get; private set; }
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await ReadAsync(ct);

    async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            var asOf = await reader.AsOfAsync(ct) ?? throw new RuleViolation("Warehouse.NotLoaded");
            if (!Dimensions.Contains(By)) throw new RuleViolation("Indicators.Usage.Slice", By, string.Join(" ", Dimensions));
            if (!Spans.Contains(Months)) throw new RuleViolation("Scoreboards.Span", Months);
            var today = company.LocalDay(asOf);
            Until = string.IsNullOrEmpty(Until) ? new DateOnly(today.Year, today.Month, 1).AddMonths(-1).ToString("yyyy-MM") : Until;
            var last = Scorecard.ReadScorecard.MonthOf(Until);
            Board = await scoreboard.ReadAsync(By, last.AddMonths(1 - Months), last.AddMonths(1).AddDays(-1), null, ct);
            Funnelled = Board.Indicators.FirstOrDefault(i => i.Code == Code && i is ShareIndicator) ?? Board.Indicators.FirstOrDefault(i => i.Code == "first_time_fix_rate");
        }
        catch (RuleViolation refusal)
        {
            Refusal = T.Of(refusal);
            if (refusal.Key != "Warehouse.NotLoaded") Response.StatusCode = 422;
        }
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Board is null) return Page();
        return TakeAway(new ExportTable($"{By}-{Board.From:yyyyMMdd}-{Board.To:yyyyMMdd}", [T[$"Dashboards.Slice.{By}"], .. Board.Indicators.SelectMany(i => new[] { T[i.NameKey], T[i.NameKey] + " n" })],
            Board.Rows.Select(r => (IReadOnlyList<object?>)[r.Member, .. Board.Indicators.SelectMany(i => new object?[] { Board.Of(r, i)?.Value, Board.Of(r, i)?.Denominator })])), format);
    }

    public IReadOnlyList<FunnelPoint> Points => Funnelled is null ? [] : [.. from row in Board!.Rows let number = Board.Of(row, Funnelled) where number is { Value: not null } select new FunnelPoint(row.Member, number.Value.Denominator, number.Value.Value!.Value)];

    public double Center => Board!.Whole[Funnelled!.Code].Value ?? 0;

    public IHtmlContent Funnel(ChartSize size) => new HtmlString(OtherCharts.Funnel(Points, Center, T["Dashboards.Funnel.Title", T[Funnelled!.NameKey]], T["Charts.ValueAxis.share"], size, T));

    public string Shown(Indicator indicator, double? value) => IndicatorVerbs.Shown(indicator, value);

    public string RowsOf(ScoreRow row, Indicator indicator) => ExplorerLinks.Rows(new Question(indicator, Board!.From, Board.To, Grain.Month, null, [new Filter(indicator.Source.SliceOf(By)!, row.Member)]), Part.Counted);

    public string ChartOf(Indicator indicator) => ExplorerLinks.Explorer(new Question(indicator, Board!.To.AddMonths(-24), Board.To, Grain.Month, indicator.Source.SliceOf(By), []));

    public string Export(string format) => $"/Reporting/Scoreboards?by={By}&months={Months}&until={Until}&handler=Export&format={format}";
}
