namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clauses 6.4 and 13.3: steps of disputes done by their day. A step that fell away before its day is left out; one that was dropped after it is missed.</summary>
internal sealed class DisputeStepRate : ShareIndicator
{
    public override string Code => "dispute_step_rate";
    public override string Clause => "6.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => DocumentSources.DisputeSteps;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"f.due_day < {bind.DaysAgo(0)} AND (f.dropped_day IS NULL OR f.dropped_day > f.due_day)";
    public override string Hit(Binding bind) => "f.done_day <= f.due_day";
    public override string Excluded(Binding bind) => "f.dropped_day <= f.due_day";
}
