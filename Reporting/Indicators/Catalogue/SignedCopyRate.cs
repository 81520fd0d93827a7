namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 6.2: agreements in force at the end of the period whose signed copy was on file by then.</summary>
internal sealed class SignedCopyRate : PeriodEndIndicator
{
    public override string Code => "signed_copy_rate";
    public override string Clause => "6.2";
    public override Unit Unit => Unit.Share;
    public override ChartKind Chart => ChartKind.P;
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => DocumentSources.InForce;
    public override string Since => "f.effective_day";
    public override string Until => "f.over_day";
    public override string Counted(Binding bind) => "true";
    public override string? Hit(Binding bind) => "f.copy_day <= pe.day";
}
