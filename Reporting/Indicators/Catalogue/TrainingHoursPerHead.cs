namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 2.4: hours that people attended, per employee in post (average over the days of the period). The target is forty hours a year.</summary>
internal sealed class TrainingHoursPerHead : RatioIndicator
{
    public override string Code => "training_hours_per_head";
    public override string Clause => "2.4";
    public override Unit Unit => Unit.Hours;
    public override Direction Good => Direction.Up;
    public override double? Target => 3.33;
    public override bool TargetIsMonthly => true;
    public override FactSource Source => TrainingSources.HoursAndHeads;
    public override string Day => "f.day";
    public override string Counted(Binding bind) => "TRUE";
    public override string Numerator => "f.hours";
    public override string Denominator => "f.head";
    public override bool IsPerAverage => true;
}
