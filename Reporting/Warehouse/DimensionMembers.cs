using System.Data.Common;

namespace AfterSales.Reporting.Warehouse;

/// <summary>
/// Members of every dimension, in memory while a load runs. A code that a row brings for the first time becomes a member, saved together
/// with the rows. After a failed load make a new one: this one may know members that were rolled back.
/// </summary>
internal sealed class DimensionMembers
{
    readonly DbConnection _connection;
    readonly Dictionary<Dimension, Dictionary<string, int>> _members = [];
    readonly List<(Dimension Dimension, int Id, string[] Names)> _new = [];
    readonly ILookup<int, (DateOnly Since, DateOnly? Until, int Team)> _places;

    public DimensionMembers(DbConnection connection)
    {
        _connection = connection;
        foreach (var dimension in Dimension.All)
            _members[dimension] = connection.Rows($"SELECT {dimension.Key}, {string.Join(", ", dimension.Naming)} FROM {dimension.Table}", [],
                r => (Id: r.GetInt32(0), Name: NameOf([.. Enumerable.Range(1, dimension.Naming.Length).Select(r.GetString)]))).ToDictionary(m => m.Name, m => m.Id);
        _places = connection.Rows($"SELECT technician_id, since, until, team_id FROM {PeopleFacts.Places.Name}", [],
            r => (Who: r.GetInt32(0), Since: r.GetFieldValue<DateOnly>(1), Until: r.IsDBNull(2) ? (DateOnly?)null : r.GetFieldValue<DateOnly>(2), Team: r.GetInt32(3))).ToLookup(p => p.Who, p => (p.Since, p.Until, p.Team));
    }

    /// <summary>Key of the member that a single code names; a missing code is the unknown member.</summary>
    public int Of(Dimension dimension, string? code) => string.IsNullOrEmpty(code) ? 0 : Find(dimension, code, [code]);

    /// <summary>Key of the member that several codes name together.</summary>
    public int Of(Dimension dimension, string? first, string? second)
    {
        if (string.IsNullOrEmpty(first) && string.IsNullOrEmpty(second)) return 0;
        string[] names = [Known(first), Known(second)];
        return Find(dimension, NameOf(names), names);
    }

    /// <summary>Key of the team for which something counts that a technician did on a day; without a place on that day it is the row's own team.</summary>
    public int TeamOf(string? technician, DateOnly? day, string? own)
    {
        if (day is { } on)
            foreach (var (since, until, team) in _places[Of(Dimension.Technician, technician)])
                if (since <= on && (until is null || until > on)) return team;
        return Of(Dimension.Team, own);
    }

    int Find(Dimension dimension, string name, string[] names)
    {
        var members = _members[dimension];
        if (members.TryGetValue(name, out var id)) return id;
        members.Add(name, id = members.Count);
        _new.Add((dimension, id, names));
        return id;
    }

    /// <summary>Writes members met since the last time, in the load's transaction.</summary>
    public void SaveNew()
    {
        foreach (var (dimension, id, names) in _new)
            _connection.Execute($"INSERT INTO {dimension.Table} ({dimension.Key}, {string.Join(", ", dimension.Naming)}) VALUES ($1, {string.Join(", ", names.Select((_, i) => $"${i + 2}"))})", [id, .. names]);
        _new.Clear();
    }

    static string Known(string? code) => string.IsNullOrEmpty(code) ? Dimension.Unknown : code;

    static string NameOf(string[] names) => names.Length == 1 ? names[0] : string.Join('\u001f', names);
}
