namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 4.1: indicators of the catalogue with an owner, a target and a value within twelve months, as last judged at the end of a month.</summary>
internal sealed class IndicatorLiveRate : PeriodEndIndicator
{
    public override string Code => "indicator_live_rate";
    public override string Clause => "4.1";
    public override Unit Unit => Unit.Share;
    public override ChartKind Chart => ChartKind.P;
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => MonitoringSources.Living;
    public override string Since => "f.last_day";
    public override string Until => "f.until_day";
    public override string Counted(Binding bind) => "true";
    public override string? Hit(Binding bind) => "f.has_owner AND f.has_target AND f.has_value";
}
