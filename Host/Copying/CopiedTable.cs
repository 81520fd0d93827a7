using AfterSales.Host.Data;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AfterSales.Host.Copying;

/// <summary>One column, as each of the two databases stores it.</summary>
/// <param name="Sqlite">What SQLite's provider reads and writes; the value that travels.</param>
/// <param name="Postgres">The same for PostgreSQL.</param>
/// <param name="PostgresType">Its type there, e.g. <c>bigint</c>.</param>
internal sealed record CopiedColumn(string Name, Type Sqlite, Type Postgres, string PostgresType);

/// <summary>One table, as each of the two databases has it.</summary>
/// <param name="Sqlite">Its name in SQLite.</param>
/// <param name="Refers">Whether rows name other rows of the same table.</param>
internal sealed record CopiedTable(string Sqlite, string Schema, string Table, IReadOnlyList<CopiedColumn> Columns, bool Refers)
{
    /// <summary>Name for people, e.g. <c>service.orders</c>.</summary>
    public string Name => $"{Schema}.{Table}";

    string Names => string.Join(", ", Columns.Select(c => Quoted(c.Name)));

    public string QuotedSqlite => Quoted(Sqlite);
    public string QuotedPostgres => $"{Quoted(Schema)}.{Quoted(Table)}";
    public string SelectFromSqlite => $"SELECT {Names} FROM {QuotedSqlite}";
    public string SelectFromPostgres => $"SELECT {Names} FROM {QuotedPostgres}";
    public string CopyToPostgres => $"COPY {QuotedPostgres} ({Names}) FROM STDIN (FORMAT BINARY)";
    public string InsertIntoSqlite => $"INSERT INTO {QuotedSqlite} ({Names}) VALUES ({string.Join(", ", Columns.Select((_, i) => "$p" + i))})";

    static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Every table of every module, such that a row comes after the rows it names.</summary>
    /// <param name="steps">Each module's step after which the tables are wanted; null for those of now.</param>
    public static IReadOnlyList<CopiedTable> Of(IEnumerable<ModuleDatabase> modules, IReadOnlyDictionary<string, string>? steps = null)
    {
        List<CopiedTable> tables = [];
        foreach (var module in modules.Where(m => steps is null || steps.ContainsKey(m.Schema)))
        {
            using var sqlite = module.OpenAt(new DatabaseOptions(DatabaseProvider.Sqlite, "Data Source=:memory:"));
            using var postgres = module.OpenAt(new DatabaseOptions(DatabaseProvider.Postgres, "Host=localhost"));
            tables.AddRange(Of(ModelOf(sqlite), ModelOf(postgres)));

            IRelationalModel ModelOf(ModuleDbContext context) => steps is null ? context.Model.GetRelationalModel() : SchemaMigrator.ModelAfter(context, steps[module.Schema]);
        }
        return tables;
    }

    /// <summary>Tables of one module, paired by the records they hold.</summary>
    public static IEnumerable<CopiedTable> Of(IRelationalModel sqlite, IRelationalModel postgres)
    {
        var there = sqlite.Tables.ToDictionary(RecordOf);
        return Sorted([.. postgres.Tables]).Select(t => Pair(there[RecordOf(t)], t));
    }

    static string RecordOf(ITable table) => table.EntityTypeMappings.First().TypeBase.Name;

    static List<ITable> Sorted(IReadOnlyList<ITable> tables)
    {
        List<ITable> sorted = [];
        var left = tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var free = left.Where(t => t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || !left.Contains(k.PrincipalTable))).ToList();
            if (free.Count == 0) throw new NotSupportedException($"These tables name each other in a circle: {string.Join(", ", left.Select(t => t.Name))}.");
            sorted.AddRange(free);
            left.RemoveAll(free.Contains);
        }
        return sorted;
    }

    static CopiedTable Pair(ITable sqlite, ITable postgres) => new(sqlite.Name, postgres.Schema!, postgres.Name,
        [.. postgres.Columns.Select(c => Pair(postgres.Name, sqlite.FindColumn(c.Name)!, c))], postgres.ForeignKeyConstraints.Any(k => k.PrincipalTable == postgres));

    static CopiedColumn Pair(string table, IColumn sqlite, IColumn postgres)
    {
        var (here, there) = (Stored(sqlite), Stored(postgres));
        if (here != there && (here, there) != (typeof(byte[]), typeof(Guid))) throw new NotSupportedException($"{table}.{postgres.Name} is {here.Name} in SQLite and {there.Name} in PostgreSQL; say how one becomes the other.");
        return new CopiedColumn(postgres.Name, here, there, postgres.StoreType.Split('(')[0]);
    }

    static Type Stored(IColumn column) => Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
}
