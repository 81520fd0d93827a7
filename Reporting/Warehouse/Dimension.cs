namespace AfterSales.Reporting.Warehouse;

/// <summary>
/// A dimension table: a small whole-number key, codes that name a member, attributes. Member 0 stands for what is unknown, so that facts
/// always join.
/// </summary>
/// <param name="Table">Table name; the key column is the name without <c>dim_</c> and with <c>_id</c>.</param>
/// <param name="Naming">Columns that together name a member; loads create members they meet for the first time.</param>
/// <param name="Attributes">Further columns with type and default, filled from elsewhere.</param>
internal sealed record Dimension(string Table, string[] Naming, params string[] Attributes)
{
    public const string Unknown = "unknown";

    public static readonly Dimension Product = new("dim_product", ["model", "type"]);
    /// <summary>Code, and for the codes of the Chinese division list the names of district, city and province.</summary>
    public static readonly Dimension Region = new("dim_region", ["code"], "district VARCHAR", "city VARCHAR", "province VARCHAR");
    /// <summary>People by number. Their team and grade over time stand in <see cref="PeopleFacts.Places"/>.</summary>
    public static readonly Dimension Technician = new("dim_technician", ["code"]);
    public static readonly Dimension Team = new("dim_team", ["code"]);
    public static readonly Dimension Fault = new("dim_fault", ["code"]);
    public static readonly Dimension Channel = new("dim_channel", ["code"]);
    public static readonly Dimension Contract = new("dim_contract", ["code"]);

    /// <summary>Versions of the SLA policy.</summary>
    public static readonly Dimension SlaPolicy = new("dim_sla_policy", ["code"]);
    /// <summary>Clauses of the reference contract, with their chapter.</summary>
    public static readonly Dimension Clause = new("dim_clause", ["code"], "chapter INTEGER");

    public static readonly IReadOnlyList<Dimension> All = [Product, Region, Technician, Team, Fault, Channel, Contract, SlaPolicy, Clause];

    public string Key => Table["dim_".Length..] + "_id";

    public string Create() =>
        $"CREATE TABLE {Table} ({Key} INTEGER, {string.Join(", ", Naming.Select(n => n + " VARCHAR").Concat(Attributes))})";
}
