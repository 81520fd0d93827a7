using AfterSales.Kernel;

namespace AfterSales.Service.Fees;

/// <summary>What people type to work out a quote or a fee note; day, band and warranty the product knows by itself.</summary>
internal sealed record FeeForm
{
    public const int RowsOffered = 4;

    public sealed record Row
    {
        public string? Code { get; init; }
        public decimal? Quantity { get; init; }
        public bool Misuse { get; init; }
        public bool Proved { get; init; }
    }

    public DateTime? ArrivedAt { get; init; }
    public bool CalledOut { get; init; } = true;
    public decimal Km { get; init; }
    public DistanceSource KmSource { get; init; } = DistanceSource.Odometer;
    public decimal? StraightKm { get; init; }
    public int Minutes { get; init; }
    public bool AtHeight { get; init; }
    public List<Row> Works { get; init; } = [.. Enumerable.Repeat(new Row(), RowsOffered)];
    public List<Row> Parts { get; init; } = [.. Enumerable.Repeat(new Row(), RowsOffered)];
    public List<Row> Materials { get; init; } = [.. Enumerable.Repeat(new Row(), RowsOffered / 2)];
    public decimal? Discount { get; init; }
    public string? DiscountReason { get; init; }

    /// <param name="cap">What the customer pays at most, CNY.</param>
    /// <exception cref="RuleViolation">A quantity is none.</exception>
    public FeeInputs Inputs(decimal? cap) => new()
    {
        Day = default, CalledOut = CalledOut, Km = Km, KmSource = KmSource, StraightKm = StraightKm, Minutes = Minutes, AtHeight = AtHeight, Cap = cap,
        Works = [.. Filled(Works).Select(r => new WorkDone(r.Code!, Whole(r), r.Misuse, r.Proved))],
        Parts = [.. Filled(Parts).Select(r => new PartUsed(r.Code!, Whole(r), r.Misuse, r.Proved))],
        Materials = [.. Filled(Materials).Select(r => new MaterialUsed(r.Code!, r.Quantity ?? 1))],
        Discount = Discount is { } amount and not 0 ? new Discount(amount, DiscountReason ?? "") : null,
    };

    /// <summary>What was entered on site, ready to be charged; misuse there had its evidence before it was accepted.</summary>
    /// <param name="priced">Codes that the price list knows; others are left out.</param>
    public static List<Row> Rows(IEnumerable<(string Code, int Quantity, bool Misuse)> entered, IReadOnlyCollection<string> priced)
    {
        var rows = entered.Where(e => priced.Contains(e.Code)).GroupBy(e => (e.Code, e.Misuse)).Select(g => new Row { Code = g.Key.Code, Quantity = g.Sum(e => e.Quantity), Misuse = g.Key.Misuse, Proved = g.Key.Misuse }).ToList();
        return [.. rows, .. Enumerable.Repeat(new Row(), Math.Max(2, RowsOffered - rows.Count))];
    }

    static IEnumerable<Row> Filled(IEnumerable<Row> rows) => rows.Where(r => !string.IsNullOrWhiteSpace(r.Code));

    static int Whole(Row row) => row.Quantity is null ? 1 : decimal.Truncate(row.Quantity.Value) == row.Quantity && row.Quantity is > 0 and < 100 ? (int)row.Quantity.Value : throw new RuleViolation("Fees.Quantity");
}
