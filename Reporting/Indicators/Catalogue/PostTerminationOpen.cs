namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 14.4: what is left to settle after terminations, at the end of the period.</summary>
internal sealed class PostTerminationOpen : PeriodEndIndicator
{
    public override string Code => "post_termination_open";
    public override string Clause => "14.4";
    public override Unit Unit => Unit.Count;
    public override ChartKind Chart => ChartKind.Xmr;
    public override Direction Good => Direction.Down;
    public override double? Target => 0;
    public override FactSource Source => DocumentSources.TerminationItems;
    public override string Since => "f.since_day";
    public override string Until => "f.done_day";
    public override string Counted(Binding bind) => "true";
}
