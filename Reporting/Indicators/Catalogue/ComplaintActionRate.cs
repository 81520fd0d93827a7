namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 5.5: upheld complaints that were closed with a cause and a corrective action.</summary>
internal sealed class ComplaintActionRate : ShareIndicator
{
    public override string Code => "complaint_action_rate";
    public override string Clause => "5.5";
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => FeedbackSources.Complaints;
    public override string Day => "f.closed_day";
    public override string Counted(Binding bind) => "(f.closed_day IS NOT NULL AND f.upheld)";
    public override string Hit(Binding bind) => "(f.has_cause AND f.has_action)";
}
