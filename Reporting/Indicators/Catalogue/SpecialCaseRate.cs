namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 1.3.1: orders marked as a special case (48 hours instead of 24), of all received. Many of them say that the exception is used as a rule.</summary>
internal sealed class SpecialCaseRate : ShareIndicator
{
    public override string Code => "special_case_rate";
    public override string Clause => "1.3.1";
    public override Direction Good => Direction.Down;
    public override double? Target => 0.05;
    public override FactSource Source => FactSource.Orders;
    public override string Day => "f.received_day";
    public override string Counted(Binding bind) => "TRUE";
    public override string Hit(Binding bind) => "f.special_reason IS NOT NULL";
}
