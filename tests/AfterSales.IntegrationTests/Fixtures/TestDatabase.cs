using System.Globalization;
using System.Text.Json;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>
/// The database that this run is about: a SQLite file, or a fresh PostgreSQL database where <c>AFTERSALES_TEST_DATABASE</c> is <c>postgres</c>.
/// Migrating takes a second, so it is done once, and each installation starts from a copy.
/// </summary>
internal static class TestDatabase
{
    static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    static int _made;

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("AFTERSALES_TEST_DATABASE") switch
    {
        null or "" or "sqlite" => false,
        "postgres" => true,
        var other => throw new InvalidOperationException($"AFTERSALES_TEST_DATABASE is '{other}'; it must be sqlite or postgres."),
    };

    /// <summary>Gives a data folder an empty, migrated database of its own.</summary>
    public static async Task PrepareAsync(DataFolder folder)
    {
        var template = await Template.Value;
        if (!IsPostgres)
        {
            File.Copy(template, folder.Database);
            return;
        }
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        await ConfigureAsync(folder, Server(name));
    }

    /// <summary>Tells a data folder to use an empty PostgreSQL database, not yet migrated; nothing to tell for SQLite.</summary>
    /// <returns>Name of the database; none for SQLite.</returns>
    public static async Task<string> PrepareEmptyAsync(DataFolder folder)
    {
        if (!IsPostgres) return "";
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await OnServerAsync($"CREATE DATABASE {name}");
        await ConfigureAsync(folder, Server(name));
        return name;
    }

    /// <summary>An empty database of the server, for whoever writes SQL of his own.</summary>
    public static async Task<NpgsqlConnection> NewOnServerAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await OnServerAsync($"CREATE DATABASE {name}");
        var connection = new NpgsqlConnection(Server(name));
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Copies a data folder that nobody uses, with its database.</summary>
    public static async Task CopyAsync(DataFolder from, DataFolder to)
    {
        foreach (var file in Directory.EnumerateFiles(from.Root, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(from.Logs, StringComparison.Ordinal) && Path.GetFileName(f) != ".lock"))
        {
            var target = Path.Combine(to.Root, Path.GetRelativePath(from.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
        if (!IsPostgres) return;
        using var settings = JsonDocument.Parse(await File.ReadAllTextAsync(from.In("appsettings.json")));
        var there = new NpgsqlConnectionStringBuilder(settings.RootElement.GetProperty("ConnectionStrings").GetProperty("Default").GetString()).Database;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await CloneAsync(name, there!);
        await ConfigureAsync(to, Server(name));
    }

    /// <summary>The server copies only what nobody is connected to: another test may just be looking at the original.</summary>
    static async Task CloneAsync(string name, string original)
    {
        for (var tries = 0; ; tries++)
        {
            NpgsqlConnection.ClearAllPools();
            try
            {
                await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {original}");
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse && tries < 240)
            {
                await Task.Delay(250);
            }
        }
    }

    static Task ConfigureAsync(DataFolder folder, string connection) => File.WriteAllTextAsync(folder.In("appsettings.json"), JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["Database"] = new { Provider = "postgres" },
        ["ConnectionStrings"] = new { Default = connection },
    }));

    static async Task<string> MakeTemplateAsync()
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("aftersales-template-").FullName);
        var name = await PrepareEmptyAsync(folder);
        await using (var services = AfterSalesHost.BuildServices(folder))
            await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        if (!IsPostgres)
        {
            SqliteConnection.ClearAllPools();
            return folder.Database;
        }
        NpgsqlConnection.ClearAllPools(); // a template must have no connection
        return name;
    }

    static string Server(string database) => new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("AFTERSALES_TEST_POSTGRES")
        ?? throw new InvalidOperationException("AFTERSALES_TEST_POSTGRES is not set: run `make test-postgres`, which starts a server and sets it.")) { Database = database, MaxPoolSize = 40 }.ToString();

    static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
