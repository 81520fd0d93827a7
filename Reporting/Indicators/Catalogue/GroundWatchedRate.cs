namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 14.2: grounds for termination that can be measured, with a number in the month, of all of them.</summary>
internal sealed class GroundWatchedRate : ShareIndicator
{
    public override string Code => "ground_watched_rate";
    public override string Clause => "14.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => DocumentSources.GroundMonths;
    public override string Day => "f.month_day";
    public override string Counted(Binding bind) => "true";
    public override string Hit(Binding bind) => "f.has_value";
}
