namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 13.1: clauses kept, of those judged in a month. A clause without a case or without a measure is not judged; one whose data is missing is, and is not kept.</summary>
internal sealed class ClauseKeptRate : ShareIndicator
{
    public override string Code => "clause_kept_rate";
    public override string Clause => "13.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => MonitoringSources.Clauses;
    public override string Day => "f.last_day";
    public override string Counted(Binding bind) => "f.state NOT IN ('no_case', 'not_measured')";
    public override string Hit(Binding bind) => "f.state = 'kept'";
    public override string Excluded(Binding bind) => "f.state IN ('no_case', 'not_measured')";
}
