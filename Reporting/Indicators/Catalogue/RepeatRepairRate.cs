namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>
/// Clause 1.3.3: fixed repairs that were followed by another repair of the same appliance within 30 days. The window runs until 24:00 of the
/// thirtieth day after completion; younger repairs are left out and counted beside.
/// </summary>
internal sealed class RepeatRepairRate : ShareIndicator
{
    const int Window = 30;
    const string Repair = "f.kind = 'repair' AND f.outcome = 'fixed'";

    public override string Code => "repeat_repair_rate";
    public override string Clause => "1.3.3";
    public override Direction Good => Direction.Down;
    public override double? Target => 0.08;
    public override int SettlesAfterDays => Window;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.completed_day";
    public override string Counted(Binding bind) => $"({Repair} AND f.completed_day < {bind.DaysAgo(Window)})";
    public override string Hit(Binding bind) => "f.repeated_at IS NOT NULL";
    public override string Excluded(Binding bind) => $"({Repair} AND f.completed_day >= {bind.DaysAgo(Window)})";
}
