using Npgsql;

namespace AfterSales.Kernel.Data;

/// <summary>
/// A turn that only one of all hosts on a PostgreSQL has at a time: a lock of the server, held by a connection of its own and let go with it, however the
/// host ends.
/// </summary>
public sealed class ServerTurn : IAsyncDisposable
{
    readonly NpgsqlConnection _connection;

    ServerTurn(NpgsqlConnection connection) => _connection = connection;

    /// <param name="what">Names the turn; it is waited for as long as another host has it.</param>
    public static async Task<ServerTurn> TakeAsync(string connectionString, string what, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(ct);
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext($1))", connection) { CommandTimeout = 0, Parameters = { new() { Value = "aftersales " + what } } };
            await take.ExecuteNonQueryAsync(ct);
            return new ServerTurn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
