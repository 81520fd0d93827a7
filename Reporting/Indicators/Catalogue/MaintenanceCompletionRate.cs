namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.2: maintenance owed by the maker's free plan that was done by its due day and thirty days, of all whose time is over. What the customer declined is left out and counted beside.</summary>
internal sealed class MaintenanceCompletionRate : ShareIndicator
{
    public override string Code => "maintenance_completion_rate";
    public override string Clause => "1.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.80;
    public override FactSource Source => MaintenanceSource.Offers;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(f.owed AND NOT f.declined AND f.grace_day < {bind.DaysAgo(0)})";
    public override string Excluded(Binding bind) => $"(f.owed AND f.declined AND f.grace_day < {bind.DaysAgo(0)})";
    public override string Hit(Binding bind) => "(f.done_day <= f.grace_day)";
}
