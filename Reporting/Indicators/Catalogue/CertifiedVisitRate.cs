namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.6: visits by somebody who was certified for the type on that day, as answered at arrival.</summary>
internal sealed class CertifiedVisitRate : ShareIndicator
{
    public override string Code => "certified_visit_rate";
    public override string Clause => "1.6";
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => VisitSource.Visits;
    public override string Day => "f.arrived_day";
    public override string Counted(Binding bind) => "f.arrived";
    public override string Hit(Binding bind) => "f.certified";
    public override string Excluded(Binding bind) => "FALSE";
}
