namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 12.2: public promises at their target, each once a month, dated by the month's last day. A promise whose number has no data is counted beside.</summary>
internal sealed class PromiseKeptRate : ShareIndicator
{
    public override string Code => "promise_kept_rate";
    public override string Clause => "12.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.90;
    public override FactSource Source => FeedbackSources.Promises;
    public override string Day => "f.last_day";
    public override string Counted(Binding bind) => "f.kept IS NOT NULL";
    public override string Hit(Binding bind) => "f.kept = 1";
    public override string Excluded(Binding bind) => "f.kept IS NULL";
}
