namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clauses 7.3 and 7.4: sessions whose evaluation was signed by day 90, of those evaluated or due.</summary>
internal sealed class TrainingEffectRate : ShareIndicator
{
    public override string Code => "training_effect_rate";
    public override string Clause => "7.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.90;
    public override FactSource Source => TrainingSources.Sessions;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(f.state = 'closed' AND (f.evaluated_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)}))";
    public override string Hit(Binding bind) => "(f.evaluated_day IS NOT NULL AND f.evaluated_day <= f.due_day)";
    public override string Excluded(Binding bind) => $"(f.state = 'closed' AND f.evaluated_day IS NULL AND f.due_day >= {bind.DaysAgo(0)})";
}
