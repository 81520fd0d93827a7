namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 3.1: answers that call it easy, 5 to 7 of 7. Held answers are counted beside.</summary>
internal sealed class Ces : ShareIndicator
{
    public override string Code => "ces";
    public override string Clause => "3.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.85;
    public override FactSource Source => FeedbackSources.Surveys;
    public override string Day => "f.answered_day";
    public override string Counted(Binding bind) => "(f.kind = 'service' AND f.effort IS NOT NULL AND f.counts)";
    public override string Hit(Binding bind) => "f.effort >= 5";
    public override string Excluded(Binding bind) => "(f.kind = 'service' AND f.effort IS NOT NULL AND NOT f.counts)";
}
