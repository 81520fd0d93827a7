namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 1.3.3: fixed repairs that took one visit (a trip to a closed door is none) and had no repeat within 30 days. Younger ones, and those whose
/// number of visits nobody recorded, are left out and counted beside.
/// </summary>
internal sealed class FirstTimeFixRate : ShareIndicator
{
    const int Window = 30;
    const string Repair = "f.kind = 'repair' AND f.outcome = 'fixed'";

    public override string Code => "first_time_fix_rate";
    public override string Clause => "1.3.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.85;
    public override int SettlesAfterDays => Window;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => $"({Repair} AND f.visits IS NOT NULL AND f.completed_day < {bind.DaysAgo(Window)})";
    public override string Hit(Binding bind) => "(f.visits = 1 AND f.repeated_at IS NULL)";
    public override string Excluded(Binding bind) => $"({Repair} AND (f.visits IS NULL OR f.completed_day >= {bind.DaysAgo(Window)}))";
}
