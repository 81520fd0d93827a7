namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clauses 3.4 and 12.3: analyses of surveys, complaints and brand signed by the tenth of the next month, of those whose day is over or that are signed.</summary>
internal sealed class ReviewOnTimeRate : ShareIndicator
{
    public override string Code => "review_on_time_rate";
    public override string Clause => "3.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => FeedbackSources.Analyses;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(f.signed_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)})";
    public override string Hit(Binding bind) => "(f.signed_day IS NOT NULL AND f.signed_day <= f.due_day)";
    public override string Excluded(Binding bind) => $"(f.signed_day IS NULL AND f.due_day >= {bind.DaysAgo(0)})";
}
