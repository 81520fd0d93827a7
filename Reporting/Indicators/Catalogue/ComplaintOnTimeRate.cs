namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 5.3: complaints with every limit met, of those closed and those open past a limit, dated by closing or by the limit.</summary>
internal sealed class ComplaintOnTimeRate : ShareIndicator
{
    public override string Code => "complaint_on_time_rate";
    public override string Clause => "5.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => FeedbackSources.Complaints;
    public override string Day => "coalesce(f.closed_day, f.open_due_day)";
    public override string Counted(Binding bind) => $"(f.closed_day IS NOT NULL OR f.open_due < {bind.AsOf})";
    public override string Hit(Binding bind) => "(f.closed_day IS NOT NULL AND NOT f.missed)";
}
