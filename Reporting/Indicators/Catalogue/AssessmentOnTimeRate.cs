namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 2.5: assessments that the employee signed by their day, of those signed or due.</summary>
internal sealed class AssessmentOnTimeRate : ShareIndicator
{
    public override string Code => "assessment_on_time_rate";
    public override string Clause => "2.5";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => TrainingSources.Assessments;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(f.signed_day IS NOT NULL OR f.due_day < {bind.DaysAgo(0)})";
    public override string Hit(Binding bind) => "(f.signed_day IS NOT NULL AND f.signed_day <= f.due_day)";
    public override string Excluded(Binding bind) => $"(f.signed_day IS NULL AND f.due_day >= {bind.DaysAgo(0)})";
}
