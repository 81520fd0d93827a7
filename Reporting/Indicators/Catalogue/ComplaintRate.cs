namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 5.1: complaints about the service received, per 100 completed orders. Complaints about the product are counted beside.</summary>
internal sealed class ComplaintRate : RatioIndicator
{
    public override string Code => "complaint_rate";
    public override string Clause => "5.1";
    public override Unit Unit => Unit.Rate;
    public override double Scale => 100;
    public override Direction Good => Direction.Down;
    public override ChartKind Chart => ChartKind.U;
    public override double? Target => 1.5;
    public override FactSource Source => FeedbackSources.ComplaintsAndOrders;
    public override string Day => "f.day";
    public override string Counted(Binding bind) => "f.matter = 'service'";
    public override string Numerator => "f.complaint";
    public override string Denominator => "f.completed";
    public override string Excluded(Binding bind) => "f.matter <> 'service'";
}
