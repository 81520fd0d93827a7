namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 3.1: share of recommendations of 9 and 10 minus share of 0 to 6, in points. Held answers are counted beside.</summary>
internal sealed class Nps : RatioIndicator
{
    public override string Code => "nps";
    public override string Clause => "3.1";
    public override Unit Unit => Unit.Points;
    public override double Scale => 100;
    public override Direction Good => Direction.Up;
    public override double? Target => 50;
    public override FactSource Source => FeedbackSources.Surveys;
    public override string Day => "f.answered_day";
    public override string Counted(Binding bind) => "(f.kind = 'service' AND f.recommendation IS NOT NULL AND f.counts)";
    public override string Numerator => "CASE WHEN f.recommendation >= 9 THEN 1 WHEN f.recommendation <= 6 THEN -1 ELSE 0 END";
    public override string Excluded(Binding bind) => "(f.kind = 'service' AND f.recommendation IS NOT NULL AND NOT f.counts)";
}
