using System.Data.Common;

namespace AfterSales.Reporting.Warehouse;

/// <summary>
/// Where the star schema lies: a DuckDB file of this host's own, or the schema <c>reporting</c> of the PostgreSQL that all hosts share. It is disposable:
/// whatever is wrong with it, the next load builds it again. Readers never wait for a load; only the instant of a swap excludes them.
/// </summary>
internal interface IWarehouse
{
    /// <summary>True when it is there, readable and of this version; otherwise it is to be rebuilt.</summary>
    bool IsUsable { get; }

    /// <summary>Runs a question on a connection of its own; all statements of a question see one state.</summary>
    /// <exception cref="RuleViolation">The warehouse has not been loaded.</exception>
    Task<T> ReadAsync<T>(Func<DbConnection, T> question, CancellationToken ct);

    /// <summary>A connection to the living warehouse, for a load.</summary>
    /// <exception cref="RuleViolation">The warehouse has not been loaded.</exception>
    DbConnection Connect();

    /// <summary>A new empty warehouse beside the living one, to be filled and then put in its place by <see cref="SwapAsync"/>.</summary>
    DbConnection CreateNext();

    /// <summary>Makes a filled next warehouse ready to be read.</summary>
    void Finish(DbConnection next);

    /// <summary>Puts the finished next warehouse in place of the living one, in one instant. Dispose the builder's connection first.</summary>
    Task SwapAsync(CancellationToken ct);
}
