using System.Data.Common;
using System.Globalization;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>Everything that is in the database, table by table, to see whether something wrote to it.</summary>
internal static class Fingerprint
{
    /// <summary>That somebody saw a person in full is noted by looking: no other trace of a look is left.</summary>
    static readonly string[] Looks = ["person_looks", "host_person_looks"];
    /// <summary>Written by the clock, not by a request.</summary>
    static readonly string[] Left = ["job_runs", "host_job_runs", .. Looks];

    /// <summary>When a session was last seen is noted by whatever is asked: that is its intention, and no act.</summary>
    const string Seen = "seen_at";

    /// <summary>The state before a comparison: events of what was done so far are delivered first, or their delivery would look like a write.</summary>
    public static async Task<SortedDictionary<string, string>> SettledAsync(Installation installation)
    {
        await installation.DeliverEventsAsync();
        return await OfAsync(installation.Services);
    }

    /// <param name="without">Columns that are random by intention: passwords, stamps, ids of messages.</param>
    public static async Task<SortedDictionary<string, string>> OfAsync(IServiceProvider services, params string[] without)
    {
        SortedDictionary<string, string> tables = new(StringComparer.Ordinal);
        await using var scope = services.CreateAsyncScope();
        foreach (var module in services.GetServices<ModuleDatabase>())
        {
            var context = module.Open(scope.ServiceProvider);
            await context.Database.OpenConnectionAsync();
            foreach (var (schema, name) in context.Model.GetEntityTypes().Select(e => (e.GetSchema(), e.GetTableName())).Where(t => t.Item2 is not null && !Left.Contains(t.Item2)).Distinct())
                tables[$"{schema}.{name}"] = await RowsAsync(context.Database.GetDbConnection(), schema is null ? $"\"{name}\"" : $"\"{schema}\".\"{name}\"", without);
            await context.Database.CloseConnectionAsync();
        }
        return tables;
    }

    static async Task<string> RowsAsync(DbConnection connection, string table, string[] without)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}"; // the name is the model's own
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != Seen && !without.Contains(reader.GetName(i))).Select(i => reader.IsDBNull(i) ? "∅" : reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
