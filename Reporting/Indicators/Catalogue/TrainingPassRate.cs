namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 7.3: participants who passed at the first attempt, of all assessed. Absent people and missing scores are not assessed and counted beside.</summary>
internal sealed class TrainingPassRate : ShareIndicator
{
    public override string Code => "training_pass_rate";
    public override string Clause => "7.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.90;
    public override FactSource Source => TrainingSources.Participants;
    public override string Day => "f.session_day";
    public override string Counted(Binding bind) => "f.outcome IN ('passed', 'failed')";
    public override string Hit(Binding bind) => "(f.outcome = 'passed' AND f.attempt = 1)";
    public override string Excluded(Binding bind) => "f.outcome IN ('absent', 'incomplete')";
}
