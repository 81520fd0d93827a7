namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 14.1: ends of agreements that were decided at least thirty days before, of those whose thirty days have begun. An agreement that was terminated before has nothing to decide.</summary>
internal sealed class ExpiryDecidedRate : ShareIndicator
{
    public override string Code => "expiry_decided_rate";
    public override string Clause => "14.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => DocumentSources.Ends;
    public override string Day => "f.decide_day";
    public override string Counted(Binding bind) => $"f.decide_day < {bind.DaysAgo(0)} AND NOT f.terminated";
    public override string Hit(Binding bind) => "f.decided_day <= f.decide_day";
    public override string Excluded(Binding bind) => "f.terminated";
}
