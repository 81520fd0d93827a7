using System.Data.Common;

namespace AfterSales.Reporting.Warehouse;

/// <summary>A fact table as the schema sees it.</summary>
internal interface IFactTable
{
    string Name { get; }
    string Create();
    /// <summary>Its rows count for the team of their technician on the day of the event.</summary>
    bool HasTeamOfTheDay { get; }
}

/// <summary>
/// One fact: its columns, each with the way its value comes from a feed row. The same list creates the table, its staging twin and fills both,
/// so a new fact is one list.
/// </summary>
/// <param name="name">Table name, <c>fact_...</c>.</param>
/// <param name="keyOf">Stable key of the row.</param>
/// <param name="changeOf">Change number.</param>
/// <param name="isDeleted">True when the row is to go.</param>
internal sealed class FactTable<TRow>(string name, Func<TRow, long> keyOf, Func<TRow, long> changeOf, Func<TRow, bool> isDeleted) : IFactTable
{
    delegate void Append(BulkRows into, TRow row, DimensionMembers members);

    readonly List<(string Name, string Type, Append Append)> _columns =
        [("key", "BIGINT", (a, r, _) => a.Add(keyOf(r))), ("change", "BIGINT", (a, r, _) => a.Add(changeOf(r)))];

    public string Name => name;
    public long KeyOf(TRow row) => keyOf(row);
    public long ChangeOf(TRow row) => changeOf(row);
    public bool IsDeleted(TRow row) => isDeleted(row);
    public bool HasTeamOfTheDay { get; private set; }
    public string Staging => "staging_" + name;

    public FactTable<TRow> Text(string column, Func<TRow, string?> value) => Add(column, "VARCHAR", (a, r, _) => a.Add(value(r)));
    public FactTable<TRow> Whole(string column, Func<TRow, int?> value) => Add(column, "INTEGER", (a, r, _) => a.Add(value(r)));
    /// <summary>A key of another module: tells members apart, and says nothing about them.</summary>
    public FactTable<TRow> Key(string column, Func<TRow, long?> value) => Add(column, "BIGINT", (a, r, _) => a.Add(value(r)));
    public FactTable<TRow> Real(string column, Func<TRow, double?> value) => Add(column, "DOUBLE", (a, r, _) => a.Add(value(r)));
    public FactTable<TRow> Flag(string column, Func<TRow, bool> value) => Add(column, "BOOLEAN", (a, r, _) => a.Add(value(r)));
    /// <summary>An instant, UTC.</summary>
    public FactTable<TRow> Instant(string column, Func<TRow, DateTime?> value) => Add(column, "TIMESTAMP", (a, r, _) => a.Add(value(r)));
    /// <summary>A local day of the company: no time zone is ever computed in SQL.</summary>
    public FactTable<TRow> Day(string column, Func<TRow, DateOnly?> value) => Add(column, "DATE", (a, r, _) => a.Add(value(r)));
    /// <summary>One of a closed list of codes, stored as its position.</summary>
    public FactTable<TRow> Code(string column, string[] codes, Func<TRow, string?> value) =>
        Add(column, $"ENUM({string.Join(", ", codes.Select(c => $"'{c}'"))})", (a, r, _) => a.Add(value(r)));
    /// <summary>A member of a dimension, named by one code.</summary>
    public FactTable<TRow> Member(Dimension dimension, Func<TRow, string?> code) => Add(dimension.Key, "INTEGER", (a, r, m) => a.Add(m.Of(dimension, code(r))));
    /// <summary>A member of a dimension, named by two codes together.</summary>
    public FactTable<TRow> Member(Dimension dimension, Func<TRow, string?> first, Func<TRow, string?> second) =>
        Add(dimension.Key, "INTEGER", (a, r, m) => a.Add(m.Of(dimension, first(r), second(r))));

    /// <summary>Who did it and the team for which it counts: the technician's team on that day, see <see cref="TeamsOfTheDay"/>.</summary>
    /// <param name="team">Team that the row brings: it holds where Staff knows no place of the technician on that day.</param>
    /// <param name="day">Local day of the event; null: the row's team holds.</param>
    public FactTable<TRow> TeamOfTheDay(Func<TRow, string?> technician, Func<TRow, string?> team, Func<TRow, DateOnly?> day)
    {
        HasTeamOfTheDay = true;
        return Member(Dimension.Technician, technician).Day("team_day", day).Add("own_team_id", "INTEGER", (a, r, m) => a.Add(m.Of(Dimension.Team, team(r))))
            .Add(Dimension.Team.Key, "INTEGER", (a, r, m) => a.Add(m.TeamOf(technician(r), day(r), team(r))));
    }

    FactTable<TRow> Add(string column, string type, Append append)
    {
        _columns.Add((column, type, append));
        return this;
    }

    public string Create() => $"CREATE TABLE {name} ({Declared})";

    string Declared => string.Join(", ", _columns.Select(c => $"{c.Name} {c.Type}"));
    string Listed => string.Join(", ", _columns.Select(c => c.Name));

    /// <summary>Appends rows that are known to be new, straight into the fact. Deleted ones are left out.</summary>
    public void AppendNew(DbConnection connection, IReadOnlyList<TRow> rows, DimensionMembers members)
    {
        using var into = connection.Append(name);
        foreach (var row in rows)
        {
            if (isDeleted(row)) continue;
            foreach (var column in _columns) column.Append(into, row, members);
            into.EndRow();
        }
        into.Complete();
    }

    /// <summary>Replaces rows by key through a staging table. Call it inside a transaction. Of several versions of a row the newest wins.</summary>
    public void Replace(DbConnection connection, IReadOnlyList<TRow> rows, DimensionMembers members)
    {
        connection.Declare($"CREATE TEMP TABLE IF NOT EXISTS {Staging} ({Declared}, deleted BOOLEAN)");
        connection.Execute($"DELETE FROM {Staging}");
        using (var into = connection.Append(Staging, temporary: true))
        {
            foreach (var row in rows)
            {
                foreach (var column in _columns) column.Append(into, row, members);
                into.Add(isDeleted(row)).EndRow();
            }
            into.Complete();
        }
        connection.Execute($"DELETE FROM {name} WHERE key IN (SELECT key FROM {Staging})");
        connection.Execute($"""
            INSERT INTO {name} ({Listed})
            SELECT {Listed} FROM (SELECT *, row_number() OVER (PARTITION BY key ORDER BY change DESC) AS newest FROM {Staging}) s WHERE newest = 1 AND NOT deleted
            """);
    }
}
