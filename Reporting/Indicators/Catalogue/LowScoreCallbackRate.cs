namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 3.5: low scores that were called back in time, of those whose time is over or that were called.</summary>
internal sealed class LowScoreCallbackRate : ShareIndicator
{
    public override string Code => "low_score_callback_rate";
    public override string Clause => "3.5";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => FeedbackSources.CallBacks;
    public override string Day => "f.answered_day";
    public override string Counted(Binding bind) => $"(f.ended IS NOT NULL OR f.due < {bind.AsOf})";
    public override string Hit(Binding bind) => "(f.ended IS NOT NULL AND f.ended <= f.due)";
    public override string Excluded(Binding bind) => $"(f.ended IS NULL AND f.due >= {bind.AsOf})";
}
