namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 8.4: loans of paper that came back by their day, of those whose day is over.</summary>
internal sealed class LoanReturnRate : ShareIndicator
{
    public override string Code => "loan_return_rate";
    public override string Clause => "8.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => DocumentSources.Loans;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"f.due_day < {bind.DaysAgo(0)}";
    public override string Hit(Binding bind) => "f.returned_day <= f.due_day";
}
