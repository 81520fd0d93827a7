namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clauses 7.1 and 7.2: planned trainings held with content, method and material by the end of their month. Months that are not over are counted beside.</summary>
internal sealed class TrainingPlanRate : ShareIndicator
{
    public override string Code => "training_plan_rate";
    public override string Clause => "7.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => TrainingSources.Plan;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"f.due_day < {bind.DaysAgo(0)}";
    public override string Hit(Binding bind) => "(f.held_day IS NOT NULL AND f.held_day <= f.due_day)";
    public override string Excluded(Binding bind) => $"f.due_day >= {bind.DaysAgo(0)}";
}
