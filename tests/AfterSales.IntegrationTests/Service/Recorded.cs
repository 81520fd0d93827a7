using System.Collections.Concurrent;
using System.Data.Common;
using AfterSales.Kernel.Data;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AfterSales.IntegrationTests.Service;

/// <summary>The statements that some work sends, with their values written into them, so that the database can be asked for their plans.</summary>
internal static class Recorded
{
    public static async Task<IReadOnlyList<string>> WhileAsync(ServiceDbContext like, Func<ServiceDbContext, Task> work)
    {
        var ears = new Ears();
        var connection = like.Database.GetConnectionString()!;
        if (like.Database.IsNpgsql())
        {
            var options = new DbContextOptionsBuilder<PostgresServiceDbContext>().AddInterceptors(ears);
            options.UseModulePostgres(connection, ServiceDbContext.SchemaName);
            await using var db = new PostgresServiceDbContext(options.Options);
            await work(db);
        }
        else
        {
            var options = new DbContextOptionsBuilder<SqliteServiceDbContext>().AddInterceptors(ears);
            options.UseModuleSqlite(connection, ServiceDbContext.SchemaName);
            await using var db = new SqliteServiceDbContext(options.Options);
            await work(db);
        }
        return [.. ears.Heard];
    }

    sealed class Ears : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Heard { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            var text = command.CommandText;
            foreach (var parameter in command.Parameters.Cast<DbParameter>().OrderByDescending(p => p.ParameterName.Length))
                text = text.Replace((parameter.ParameterName[0] == '@' ? "" : "@") + parameter.ParameterName, Literal(parameter.Value), StringComparison.Ordinal);
            Heard.Enqueue(text);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        static string Literal(object? value) => value switch
        {
            null or DBNull => "NULL",
            string s => $"'{s.Replace("'", "''", StringComparison.Ordinal)}'",
            IEnumerable<long> longs => $"'{{{string.Join(',', longs)}}}'::bigint[]",
            IEnumerable<string> texts => $"ARRAY[{string.Join(',', texts.Select(t => $"'{t}'"))}]::text[]",
            var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)!,
        };
    }
}
