namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 9.1: stamps of visits that reached the server later than the policy allows (30 minutes).</summary>
internal sealed class LateStampRate : ShareIndicator
{
    public override string Code => "late_stamp_rate";
    public override string Clause => "9.1";
    public override Direction Good => Direction.Down;
    public override double? Target => 0.10;
    public override FactSource Source => VisitSource.Stamps;
    public override string Day => "f.day";
    public override string Counted(Binding bind) => "TRUE";
    public override string Hit(Binding bind) => "f.late";
    public override string Excluded(Binding bind) => "FALSE";
}
