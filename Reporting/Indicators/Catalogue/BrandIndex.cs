namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 12.1: 0.4 x (NPS + 100) / 2, 0.3 x (100 - 20 x complaints per 100 orders, not below 0), 0.2 x share of mentions that are not negative,
/// 0.1 x share of promises kept. Mentions whose tone nobody has set are counted beside.
/// </summary>
internal sealed class BrandIndex : IndexIndicator
{
    public override string Code => "brand_index";
    public override string Clause => "12.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 80;
    public override FactSource Source => FeedbackSources.BrandParts;
    public override string Day => "f.day";
    public override string Counted(Binding bind) => "f.part <> 'untoned'";
    public override string Excluded(Binding bind) => "f.part = 'untoned'";

    public override IReadOnlyList<(double Weight, string Score)> Scores =>
    [
        (0.4, $"50.0 + 50.0 * {Mean("nps")}"),
        (0.3, $"CASE WHEN {Rows("completed")} = 0 THEN NULL WHEN {Rows("complaint")} * 20.0 >= {Rows("completed")} THEN 0 ELSE 100.0 - 2000.0 * {Rows("complaint")} / {Rows("completed")} END"),
        (0.2, $"100.0 * {Mean("mention")}"),
        (0.1, $"100.0 * {Mean("promise")}"),
    ];

    static string Rows(string part) => $"coalesce(sum(CASE WHEN f.part = '{part}' THEN 1 ELSE 0 END), 0)";

    static string Mean(string part) => $"avg(CASE WHEN f.part = '{part}' THEN CAST(f.amount AS double precision) END)";
}
