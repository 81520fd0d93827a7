namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clauses 6.3 and 13.2: amendments and terminations that have a day, a notice and their paper on file.</summary>
internal sealed class ContractPaperRate : ShareIndicator
{
    public override string Code => "contract_paper_rate";
    public override string Clause => "6.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => DocumentSources.Changes;
    public override string Day => "f.act_day";
    public override string Counted(Binding bind) => "true";
    public override string Hit(Binding bind) => "f.notice_day IS NOT NULL AND f.has_paper";
}
