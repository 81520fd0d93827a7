using System.Data.Common;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Reporting.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>A warehouse without a table, for rows that are worked out by hand: in memory, or a schema of its own where the run is about PostgreSQL.</summary>
internal static class EmptyWarehouse
{
    static readonly Lazy<Task<string>> Server = new(async () =>
    {
        await using var made = await TestDatabase.NewOnServerAsync();
        return made.ConnectionString;
    });

    static int _made;

    public static DbConnection Open()
    {
        DbConnection connection = new DuckDBConnection("Data Source=:memory:");
        if (TestDatabase.IsPostgres)
        {
            var schema = "made_" + Interlocked.Increment(ref _made);
            connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.Value.GetAwaiter().GetResult()) { SearchPath = schema, Options = "-c jit=off" }.ToString());
            connection.Open();
            connection.Execute($"CREATE SCHEMA {schema}");
            return connection;
        }
        connection.Open();
        return connection;
    }
}
