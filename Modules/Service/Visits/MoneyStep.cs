using AfterSales.Service.Fees;

namespace AfterSales.Service.Visits;

/// <summary>The form of a quote (before the work) or of the fee note (after it) on the phone.</summary>
internal sealed record MoneyStep(VisitPage Page, bool Settles)
{
    public string Act => Settles ? "Settle" : "Quote";
    public string Id(string name) => $"{Act}-{name}";

    /// <summary>What was entered on site so far; a quote begins with the same.</summary>
    public IReadOnlyList<FeeForm.Row> Works => FeeForm.Rows(Page.Visit?.Work.Select(w => (w.Code, 1, Page.Visit.Misuse)) ?? [], [.. Page.Prices!.Works.Select(w => w.Code)]);
    public IReadOnlyList<FeeForm.Row> Parts => FeeForm.Rows(Page.Visit?.Parts.Select(p => (p.Number, p.Quantity, Page.Visit.Misuse)) ?? [], [.. Page.Prices!.Parts.Select(p => p.Code)]);
    public IReadOnlyList<FeeForm.Row> Materials => [new(), new()];
}

/// <summary>Rows of one list of the form, each a choice with its price.</summary>
internal sealed record MoneyRows(MoneyStep Step, string List, IReadOnlyList<FeeForm.Row> Rows, IReadOnlyList<PhonePrice> Choices);
