namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 2.3: technicians in post at the end of the period who hold a certificate that counts on that day and covers some product type.</summary>
internal sealed class CertifiedStaffRate : PeriodEndIndicator
{
    public override string Code => "certified_staff_rate";
    public override string Clause => "2.3";
    public override Unit Unit => Unit.Share;
    public override ChartKind Chart => ChartKind.P;
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => PeopleSources.Places;
    public override string Since => "f.since";
    public override string Until => "f.until";
    public override string Counted(Binding bind) => "f.position = 'technician'";
    public override string? Hit(Binding bind) => $"EXISTS (SELECT 1 FROM fact_certificate c WHERE c.technician_id = f.technician_id AND c.types <> '' AND {PeopleSources.Counts("c")})";
}
