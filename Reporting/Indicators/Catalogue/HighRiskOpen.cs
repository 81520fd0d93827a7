namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 11.2: open risks with a residual score of 10 or more at the end of the period.</summary>
internal sealed class HighRiskOpen : PeriodEndIndicator
{
    public override string Code => "high_risk_open";
    public override string Clause => "11.2";
    public override Unit Unit => Unit.Count;
    public override ChartKind Chart => ChartKind.Xmr;
    public override Direction Good => Direction.Down;
    public override double? Target => 0;
    public override FactSource Source => RiskSources.Ratings;
    public override string Since => "f.since_day";
    public override string Until => "f.until_day";
    public override string Counted(Binding bind) => "f.residual >= 10";
}
