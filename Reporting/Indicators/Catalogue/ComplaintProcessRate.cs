namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 5.2: closed complaints that went through all steps in their order.</summary>
internal sealed class ComplaintProcessRate : ShareIndicator
{
    public override string Code => "complaint_process_rate";
    public override string Clause => "5.2";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => FeedbackSources.Complaints;
    public override string Day => "f.closed_day";
    public override string Counted(Binding bind) => "f.closed_day IS NOT NULL";
    public override string Hit(Binding bind) => "f.steps_in_order";
}
