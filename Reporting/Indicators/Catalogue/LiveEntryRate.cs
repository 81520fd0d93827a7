namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 9.1: acts of visits (departed, arrived, finished) that the technician himself entered, and in time.</summary>
internal sealed class LiveEntryRate : ShareIndicator
{
    public override string Code => "live_entry_rate";
    public override string Clause => "9.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.85;
    public override FactSource Source => VisitSource.Stamps;
    public override string Day => "f.day";
    public override string Counted(Binding bind) => "TRUE";
    public override string Hit(Binding bind) => "(f.by_doer AND NOT f.late)";
    public override string Excluded(Binding bind) => "FALSE";
}
