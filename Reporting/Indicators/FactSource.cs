using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>A dimension by which the rows of a fact can be told apart.</summary>
/// <param name="Code">Name on the command line and in URLs.</param>
/// <param name="Join">SQL that brings its table in, or nothing when the code is on the fact.</param>
/// <param name="Sql">The code of a row's member.</param>
/// <param name="Members">SQL that lists codes; a filter for any other code is refused.</param>
internal sealed record Slice(string Code, string Join, string Sql, string Members)
{
    /// <summary>Condition that a row belongs to a member; keeps the fact out of the join.</summary>
    public Func<string, string> Where { get; init; } = mark => $"{Sql} = {mark}";

    public static Slice Of(string code, Dimension dimension, string column = "code") => new(code,
        $"JOIN {dimension.Table} s ON s.{dimension.Key} = f.{dimension.Key}", $"s.{column}", $"SELECT DISTINCT {column} AS code FROM {dimension.Table}")
    {
        Where = mark => $"f.{dimension.Key} IN (SELECT {dimension.Key} FROM {dimension.Table} WHERE {column} = {mark})",
    };

    public static Slice OnFact(string code, string table, string column) => new(code, "", $"f.{column}", $"SELECT DISTINCT {column} AS code FROM {table} WHERE {column} IS NOT NULL");
}

/// <summary>A fact as indicators ask it: its slices, and the columns that show one row to a person.</summary>
/// <param name="Table">Fact table.</param>
/// <param name="Slices">Dimensions it has.</param>
/// <param name="Joins">SQL that brings in what <paramref name="Shown"/> needs.</param>
/// <param name="Shown">Columns of the rows behind a number, with their SQL; no names of persons.</param>
/// <param name="Link">Page of one row, by its number.</param>
internal sealed record FactSource(string Table, IReadOnlyList<Slice> Slices, string Joins, IReadOnlyList<(string Name, string Sql)> Shown, Func<string, string> Link)
{
    /// <summary>All dimensions that any fact has: a name outside is a typing error, one inside that a fact lacks is a refusal.</summary>
    public static readonly IReadOnlyList<string> SliceCodes = ["team", "technician", "product", "type", "region", "channel", "fault", "complexity", "contract", "course", "grade"];

    public Slice? SliceOf(string code) => Slices.FirstOrDefault(s => s.Code == code);

    /// <summary>How a dimension that facts share is joined and shown: alias of its table, and its slices with the column of each.</summary>
    sealed record Seen(Dimension Dimension, string Alias, params (string Code, string Column)[] Slices)
    {
        public string Join => $"JOIN {Dimension.Table} {Alias} ON {Alias}.{Dimension.Key} = f.{Dimension.Key}";
    }

    /// <summary>In the order in which rows show them.</summary>
    static readonly Seen[] Dimensions =
    [
        new(Dimension.Contract, "c", ("contract", "code")), new(Dimension.Product, "p", ("product", "model"), ("type", "type")), new(Dimension.Region, "r", ("region", "code")), new(Dimension.Fault, "x", ("fault", "code")),
        new(Dimension.Technician, "t", ("technician", "code")), new(Dimension.Team, "m", ("team", "code")), new(Dimension.Channel, "h", ("channel", "code")),
    ];

    /// <summary>A fact with dimensions: its slices and joins follow from them, and rows show their codes after the fact's own columns.</summary>
    /// <param name="own">Columns of the fact that rows show, the number first.</param>
    public static FactSource Of(string table, IReadOnlyList<Dimension> dimensions, IReadOnlyList<(string Name, string Sql)> own, Func<string, string> link)
    {
        var seen = Dimensions.Where(d => dimensions.Contains(d.Dimension)).ToList();
        return new FactSource(table, [.. seen.SelectMany(d => d.Slices.Select(s => Slice.Of(s.Code, d.Dimension, s.Column)))], string.Join(' ', seen.Select(d => d.Join)),
            [.. own, .. seen.SelectMany(d => d.Slices.Select(s => (s.Code, $"{d.Alias}.{s.Column}")))], link);
    }

    /// <summary>Page of an order.</summary>
    public static string OrderPage(string number) => $"/Service/Requests/Details/{Uri.EscapeDataString(number)}";

    /// <summary>Service orders.</summary>
    public static readonly FactSource Orders = ByOrder();

    static FactSource ByOrder()
    {
        var orders = Of("fact_order", Dimension.All, [], OrderPage);
        return orders with
        {
            Slices = [.. orders.Slices, Slice.OnFact("complexity", "fact_order", "complexity")],
            Shown =
            [
                ("number", "f.number"), ("contract", "c.code"), ("kind", "f.kind"), ("channel", "h.code"), ("state", "f.state"), ("complexity", "f.complexity"),
                ("product", "p.model"), ("type", "p.type"), ("region", "r.code"), ("fault", "x.code"), ("technician", "t.code"), ("team", "m.code"),
                ("receivedAt", "f.received_at"), ("respondedAt", "f.responded_at"), ("completedAt", "f.completed_at"), ("outcome", "f.outcome"),
                ("responseDue", "f.response_due"), ("responseVerdict", "CAST(f.response_verdict AS varchar)"), ("handlingDue", "f.handling_due"), ("handlingVerdict", "CAST(f.handling_verdict AS varchar)"),
            ],
        };
    }
}
