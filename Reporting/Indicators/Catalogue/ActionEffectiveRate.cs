namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 4.5: measures of corrective actions whose effect was verified and there, each round once.</summary>
internal sealed class ActionEffectiveRate : ShareIndicator
{
    public override string Code => "action_effective_rate";
    public override string Clause => "4.5";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.80;
    public override FactSource Source => RiskSources.Actions;
    public override string Day => "f.verified_day";
    public override string Counted(Binding bind) => "f.effective IS NOT NULL";
    public override string Hit(Binding bind) => "f.effective = 1";
}
