namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 9.3: slots of scheduled jobs that succeeded, of those that ran.</summary>
internal sealed class JobSuccessRate : RatioIndicator
{
    public override string Code => "job_success_rate";
    public override string Clause => "9.3";
    public override Unit Unit => Unit.Share;
    public override ChartKind Chart => ChartKind.P;
    public override Direction Good => Direction.Up;
    public override double? Target => 0.99;
    public override FactSource Source => MonitoringSources.Jobs;
    public override string Day => "f.day";
    public override string Counted(Binding bind) => "true";
    public override string Numerator => "f.succeeded";
    public override string Denominator => "f.slots";
}
