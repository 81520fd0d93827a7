using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Adoption;

/// <summary>A field that orders should have, and how many lack it.</summary>
internal sealed record FieldFilled(string Field, long Orders, long Lacking)
{
    public double Share => Orders == 0 ? 0 : (Orders - Lacking) / (double)Orders;
}

/// <summary>An indicator before and after the day on which the work with the system began.</summary>
internal sealed record Moved(Indicator Indicator, Number Before, Number After)
{
    public bool? IsBetter => Before.Value is { } b && After.Value is { } a && a != b ? Indicator.Good == Direction.Up == a > b : null;
    public bool? IsReal => Indicator is ShareIndicator && Before is { Numerator: { } x, Denominator: > 0 and var n } && After is { Numerator: { } y, Denominator: > 0 and var m } ? Comparison.IsBeyondChance(y, m, x, n) : null;
}

/// <summary>Use and effect of the system (clause 9.4): is it used, are the records complete, did the numbers move since it went live.</summary>
[Permission(ReportingPermissions.Company)]
internal sealed class IndexModel(IWarehouse warehouse, IndicatorReader reader, ICompany company) : ModulePage
{
    const int MonthsShown = 12, MonthsCompared = 3;
    static readonly string[] Used = ["live_entry_rate", "late_stamp_rate", "record_completeness_rate", "process_conformance_rate", "job_success_rate", "backup_day_rate"];
    static readonly string[] Effects = ["response_on_time_rate", "handling_on_time_rate", "on_time_arrival_rate", "first_time_fix_rate", "repeat_repair_rate", "csat_top2", "complaint_rate", "signed_invoice_rate"];

    [BindProperty(SupportsGet = true, Name = "since")] public DateOnly? Since { get; set; }

    public DateTime? AsOf { get; private set; }
    public IReadOnlyList<FieldFilled> Fields { get; private set; } = [];
    public IReadOnlyList<(Indicator Indicator, IReadOnlyList<Reading> Readings)> Use { get; private set; } = [];
    public IReadOnlyList<Moved> Effect { get; private set; } = [];
    public IReadOnlyList<LoadedFeed> Feeds { get; private set; } = [];
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await reader.AsOfAsync(ct) is not { } asOf) return;
        AsOf = asOf;
        var today = company.LocalDay(asOf);
        Fields = await FieldsAsync(today.AddMonths(-MonthsCompared), ct);
        Feeds = await warehouse.ReadAsync(Ledger.Last, ct);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        List<(Indicator, IReadOnlyList<Reading>)> use = [];
        foreach (var indicator in Used.Select(Indicator.Of).OfType<Indicator>()) use.Add((indicator, (await reader.ReadAsync(new Question(indicator, first, today, Grain.Month, null, []), ct)).Series[0].Readings));
        Use = use;
        Since ??= await FirstDayAsync(ct);
        if (Since is not { } live) return;
        if (live > today)
        {
            (Refusal, Response.StatusCode) = (T["Adoption.NotLive", live.ToString("yyyy-MM-dd")], 422);
            return;
        }
        List<Moved> moved = [];
        foreach (var indicator in Effects.Select(Indicator.Of).OfType<Indicator>())
            moved.Add(new Moved(indicator, await TotalAsync(indicator, live.AddMonths(-MonthsCompared), live.AddDays(-1), ct), await TotalAsync(indicator, Later(live, today.AddMonths(-MonthsCompared)), today, ct)));
        Effect = moved;
    }

    async Task<Number> TotalAsync(Indicator indicator, DateOnly from, DateOnly to, CancellationToken ct) => (await reader.ReadAsync(new Question(indicator, from, to, Grain.Month, null, []), ct)).Total;

    /// <summary>The first day on which somebody stamped a visit while it happened: before it, what is there was imported.</summary>
    Task<DateOnly?> FirstDayAsync(CancellationToken ct) => warehouse.ReadAsync(c => c.Rows("SELECT min(day) FROM fact_visit_stamp WHERE by_doer", [], r => r.Day(0)).Single(), ct);

    Task<IReadOnlyList<FieldFilled>> FieldsAsync(DateOnly from, CancellationToken ct) => warehouse.ReadAsync<IReadOnlyList<FieldFilled>>(c =>
    {
        (string Field, string Lacks)[] fields =
        [
            ("product", "product_id = 0"), ("region", "region_id = 0"), ("fault", "fault_id = 0 AND kind = 'repair'"), ("technician", "technician_id = 0 AND visits > 0"), ("team", "team_id = 0 AND visits > 0"), ("outcome", "outcome IS NULL"),
            ("visits", "visits IS NULL"), ("response", "response_inferred OR response_verdict = 'not_measured'"), ("customer", "customer IS NULL"),
        ];
        var counts = string.Join(", ", fields.Select(f => $"CAST(coalesce(sum(CASE WHEN {f.Lacks} THEN 1 ELSE 0 END), 0) AS bigint)"));
        return c.Rows($"SELECT CAST(count(*) AS bigint), {counts} FROM fact_order WHERE completed_day >= $1", [from], r => fields.Select((f, i) => new FieldFilled(f.Field, r.GetInt64(0), r.GetInt64(i + 1))).ToList()).Single();
    }, ct);

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    public static string Shown(Indicator indicator, double? value) => IndicatorVerbs.Shown(indicator, value);

    public static string ChartOf(Indicator indicator) => $"{ExplorerLinks.ExplorerPath}?indicator={indicator.Code}&by=month";
}
