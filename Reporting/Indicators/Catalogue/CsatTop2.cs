namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 3.1: answers with an overall rating of 4 or 5. Held answers are counted beside.</summary>
internal sealed class CsatTop2 : ShareIndicator
{
    public override string Code => "csat_top2";
    public override string Clause => "3.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.90;
    public override FactSource Source => FeedbackSources.Surveys;
    public override string Day => "f.answered_day";
    public override string Counted(Binding bind) => "(f.kind = 'service' AND f.rating IS NOT NULL AND f.counts)";
    public override string Hit(Binding bind) => "f.rating >= 4";
    public override string Excluded(Binding bind) => "(f.kind = 'service' AND f.rating IS NOT NULL AND NOT f.counts)";
}
