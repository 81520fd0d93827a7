namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 5.4: complainants who say that it is settled, of those who said anything.</summary>
internal sealed class ComplaintSatisfaction : ShareIndicator
{
    public override string Code => "complaint_satisfaction";
    public override string Clause => "5.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.80;
    public override FactSource Source => FeedbackSources.Complaints;
    public override string Day => "f.settled_day";
    public override string Counted(Binding bind) => "f.settled IS NOT NULL";
    public override string Hit(Binding bind) => "f.settled = 1";
}
