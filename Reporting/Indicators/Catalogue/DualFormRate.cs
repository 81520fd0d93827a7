namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 8.1: documents that are kept in both forms and have a file and a place for the paper by their day, thirty days after filing by policy.</summary>
internal sealed class DualFormRate : ShareIndicator
{
    public override string Code => "dual_form_rate";
    public override string Clause => "8.1";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.98;
    public override FactSource Source => DocumentSources.Documents;
    public override string Day => "f.both_forms_due";
    public override string Counted(Binding bind) => $"f.both_forms_due IS NOT NULL AND f.both_forms_due < {bind.DaysAgo(0)}";
    public override string Hit(Binding bind) => "f.has_file AND f.placed_day <= f.both_forms_due";
}
