namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.2: offers that became an order.</summary>
internal sealed class MaintenanceUptakeRate : ShareIndicator
{
    public override string Code => "maintenance_uptake_rate";
    public override string Clause => "1.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.30;
    public override FactSource Source => MaintenanceSource.Offers;
    public override string Day => "f.offered_day";
    public override string Counted(Binding bind) => "TRUE";
    public override string Hit(Binding bind) => "f.booked";
}
