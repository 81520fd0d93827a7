namespace AfterSales.Service.Fees;

/// <summary>One row of the form: what, how many, and whether misuse is behind it.</summary>
internal sealed record FeeRow(string List, int Index, FeeForm.Row Typed, IReadOnlyList<(string Code, string Name)> Choices, bool AsksMisuse)
{
    public string Field(string name) => $"Input.{List}[{Index}].{name}";
    public string Id(string name) => $"{List}-{Index}-{name}";
}
