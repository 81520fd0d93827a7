using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Indicators;
using AfterSales.Staff.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Dashboards;

/// <summary>How a number stands to its target: on one side of it with the whole of its 95 % interval, or not to be told from it.</summary>
internal enum Standing { Same, Better, Worse }

/// <param name="Rows">Page with exactly the rows behind.</param>
internal sealed record ScoreCell(Indicator Indicator, Number Number, Standing Standing, string Rows)
{
    public bool IsFew => Number.Denominator is > 0 and < ScoreboardModel.FewRows;
    public string Shown => IndicatorVerbs.Shown(Indicator, Number.Value);
}

/// <summary>
/// Teams or people side by side, each number with its n and the way to its rows. Colour only where the 95 % interval lies wholly on one side of the target: a
/// few jobs make nobody good or bad. Nobody is ranked.
/// </summary>
[Permission(ReportingPermissions.Read)]
internal sealed class ScoreboardModel(IndicatorReader reader, IEmployees employees, ICompany company) : ModulePage
{
    /// <summary>Below this a number is shown as one of few rows.</summary>
    public const int FewRows = 30;
    /// <summary>Who may see the names of people.</summary>
    const string ReadPeople = "staff.people.read";

    public static readonly string[] Bys = ["team", "technician"];
    static readonly string[] Codes = ["response_on_time_rate", "on_time_arrival_rate", "handling_on_time_rate", "first_time_fix_rate", "repeat_repair_rate", "factory_standard_pass_rate", "csat_top2", "complaint_rate"];

    [BindProperty(SupportsGet = true)] public string By { get; set; } = "team";
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    public IReadOnlyList<Indicator> Columns { get; } = [.. Codes.Select(Indicator.Of).OfType<Indicator>()];
    public IReadOnlyList<(string Code, string Name, IReadOnlyList<ScoreCell> Cells)> Rows { get; private set; } = [];
    /// <summary>Why there is nothing to show.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!Bys.Contains(By)) By = Bys[0];
        try
        {
            await AskAsync(ct);
        }
        catch (RuleViolation refusal)
        {
            Refusal = T.Of(refusal);
        }
    }

    /// <summary>The last three whole months unless a span is given.</summary>
    async Task AskAsync(CancellationToken ct)
    {
        var today = company.LocalDay(await reader.AsOfAsync(ct) ?? throw new RuleViolation("Warehouse.NotLoaded"));
        var month = new DateOnly(today.Year, today.Month, 1);
        (From, To) = (From ?? month.AddMonths(-3), To ?? month.AddDays(-1));
        Dictionary<string, Dictionary<string, ScoreCell>> found = [];
        foreach (var indicator in Columns)
        {
            var question = Question.Parse(indicator.Code, Written(From.Value), Written(To.Value), Grain.Year.Code, By, []);
            foreach (var series in (await reader.ReadAsync(question, ct)).Series.Where(s => s.Slice is not (null or Warehouse.Dimension.Unknown)))
            {
                if (!found.TryGetValue(series.Slice!, out var cells)) found.Add(series.Slice!, cells = []);
                cells[indicator.Code] = new ScoreCell(indicator, series.Total, StandingOf(indicator, series.Total), ExplorerLinks.Rows(question with { Slice = null, Where = [new Filter(question.Slice!, series.Slice!)] }, Part.Counted));
            }
        }
        var names = By == "technician" && May(ReadPeople) ? (await employees.InPostAsync(To.Value, ct)).ToDictionary(e => e.Number, e => e.Name) : [];
        Rows = [.. found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, names.GetValueOrDefault(f.Key, f.Key), (IReadOnlyList<ScoreCell>)[.. Columns.Select(c => f.Value.GetValueOrDefault(c.Code) ?? new ScoreCell(c, Number.None(c), Standing.Same, ""))]))];
    }

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    internal static Standing StandingOf(Indicator indicator, Number number)
    {
        if (indicator.Target is not { } target) return Standing.Same;
        var (lower, upper) = indicator.Chart == ChartKind.U ? IndicatorReadings.Poisson(number) : indicator.Unit == Unit.Share ? IndicatorReadings.Wilson(number.Numerator ?? 0, number.Denominator) : (null, null);
        return lower > target ? indicator.Good == Direction.Up ? Standing.Better : Standing.Worse : upper < target ? indicator.Good == Direction.Up ? Standing.Worse : Standing.Better : Standing.Same;
    }
}
