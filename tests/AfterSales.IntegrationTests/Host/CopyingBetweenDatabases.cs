using AfterSales.Documents.Search;
using System.Globalization;
using System.Text.Json;
using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Host.Copying;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A company moves from SQLite to PostgreSQL and back and is the same in every value. Needs a PostgreSQL server; without one only what refuses is tried.</summary>
public sealed class CopyingBetweenDatabases : IDisposable
{
    readonly string _work = Directory.CreateTempSubdirectory("aftersales-copy-").FullName;

    public CopyingBetweenDatabases() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_work, recursive: true);
    }

    async Task<DataFolder> CompanyAsync()
    {
        var company = new DataFolder(Path.Combine(_work, "company"));
        await SmallCompany.CopyToAsync(company);
        return company;
    }

    [Fact]
    public async Task keeps_every_value_of_every_table_there_and_back()
    {
        if (!TestDatabase.IsPostgres) return;
        var company = await CompanyAsync(); // on PostgreSQL
        var there = await TallyAsync(ConnectionOf(company));

        var file = Path.Combine(_work, "of-postgres.backup");
        (await CommandLine.RunAsync(company, SmallCompany.Time, ["backup", file])).ShouldSucceed();
        var back = await CommandLine.RestoreAsync(file, Path.Combine(_work, "on-sqlite"));
        File.Exists(back.In("appsettings.json")).ShouldBeFalse("it led to the old database");
        (await TallyAsync(back)).ShouldBe(there);
        await ShouldBeWholeAsync(back);

        await using var second = await TestDatabase.NewOnServerAsync();
        var copied = (await CommandLine.RunAsync(back, SmallCompany.Time, ["copy-to-postgres", second.ConnectionString, "--json"])).ShouldSucceed();
        (await TallyAsync(second.ConnectionString)).ShouldBe(there);
        copied.Json.GetProperty("ok").GetBoolean().ShouldBeTrue();
        var tables = copied.Json.GetProperty("tables").EnumerateArray().ToList();
        foreach (var table in tables)
        {
            var name = table.GetProperty("table").GetString()!;
            await using var count = new NpgsqlCommand($"SELECT count(*) FROM {name}", second); // asked of the server itself
            (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(table.GetProperty("rows").GetInt64(), name);
        }
        tables.Single(t => t.GetProperty("table").GetString() == "service.orders").GetProperty("rows").GetInt64().ShouldBeGreaterThanOrEqualTo(300);
        await using (var sum = new NpgsqlCommand("SELECT sum(id)::numeric FROM service.orders", second))
            (await sum.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(tables.Single(t => t.GetProperty("table").GetString() == "service.orders").GetProperty("sums").GetProperty("id").GetDecimal());

        var moved = new DataFolder(Directory.CreateDirectory(Path.Combine(_work, "moved")).FullName);
        foreach (var part in new[] { "files", "keys" }) Copy(back.In(part), moved.In(part));
        DatabaseSettings.Write(moved, second.ConnectionString);
        await ShouldBeWholeAsync(moved);
        (await CommandLine.RunAsync(moved, SmallCompany.Time, ["user", "add", "newcomer", "--role", "manager"])).ShouldSucceed(); // numbers go on where they were
        (await CommandLine.RunAsync(moved, SmallCompany.Time, ["copy-to-postgres", "Host=nowhere"])).Error.ShouldContain("PostgreSQL already");
    }

    [Fact]
    public async Task finds_documents_by_their_words_on_either()
    {
        if (!TestDatabase.IsPostgres) return;
        var company = await CompanyAsync();
        await using (var services = AfterSalesHost.BuildServices(company, SmallCompany.Time))
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IndexDocuments>().RunAsync(SmallCompany.Time.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);
        var file = Path.Combine(_work, "words.backup");
        (await CommandLine.RunAsync(company, SmallCompany.Time, ["backup", file])).ShouldSucceed();
        var back = await CommandLine.RestoreAsync(file, Path.Combine(_work, "words"));
        await using var sqlite = new SqliteConnection($"Data Source={back.Database};Pooling=False");
        sqlite.Open();
        await using var words = sqlite.CreateCommand();
        words.CommandText = "SELECT (SELECT count(*) FROM documents_search_chunks) - (SELECT count(*) FROM documents_search)";
        words.ExecuteScalar().ShouldBe(0L);
        await using var target = await TestDatabase.NewOnServerAsync();
        (await CommandLine.RunAsync(back, SmallCompany.Time, ["copy-to-postgres", target.ConnectionString])).ShouldSucceed();
        await using var vectors = new NpgsqlCommand("SELECT count(*) FILTER (WHERE tokens IS NULL), count(*) FROM documents.search_chunks", target);
        await using var reader = await vectors.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        (reader.GetInt64(0), reader.GetInt64(1) > 0).ShouldBe((0L, true));
    }

    [Fact]
    public async Task restores_to_postgres_and_tells_the_folder_so()
    {
        if (!TestDatabase.IsPostgres) return;
        var company = await CompanyAsync();
        var file = Path.Combine(_work, "to-postgres.backup");
        (await CommandLine.RunAsync(company, SmallCompany.Time, ["backup", file])).ShouldSucceed();
        await using var target = await TestDatabase.NewOnServerAsync();
        var folder = new DataFolder(Path.Combine(_work, "on-postgres"));
        (await CommandLine.OnNothingAsync(["restore", file, "--data", folder.Root, "--postgres", target.ConnectionString])).ShouldSucceed();
        File.Exists(folder.Database).ShouldBeFalse();
        ConnectionOf(folder).ShouldBe(target.ConnectionString);
        (await TallyAsync(target.ConnectionString)).ShouldBe(await TallyAsync(ConnectionOf(company)));
        await ShouldBeWholeAsync(folder);
        var again = await CommandLine.OnNothingAsync(["restore", file, "--data", Path.Combine(_work, "again"), "--postgres", target.ConnectionString]);
        (again.Exit, again.Error.Contains("not empty", StringComparison.Ordinal)).ShouldBe((3, true), again.Error);
        Directory.Exists(Path.Combine(_work, "again")).ShouldBeFalse();
    }

    [Fact]
    public async Task leaves_the_target_empty_when_it_fails_and_begins_again_after_a_kill()
    {
        if (!TestDatabase.IsPostgres) return;
        var file = Path.Combine(_work, "fails.backup");
        (await CommandLine.RunAsync(await CompanyAsync(), SmallCompany.Time, ["backup", file])).ShouldSucceed();
        var folder = await CommandLine.RestoreAsync(file, Path.Combine(_work, "fails"));
        await using var target = await TestDatabase.NewOnServerAsync();
        await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
        var schema = services.GetRequiredService<SchemaMigrator>();
        var tables = CopiedTable.Of(schema.Modules);
        await Should.ThrowAsync<IOException>(async () =>
        {
            await using var filling = await EmptyPostgres.TakeAsync(target.ConnectionString, schema, CancellationToken.None);
            (await EmptyPostgres.TakeAsync(target.ConnectionString, schema, CancellationToken.None).ShouldThrowAsync<Kernel.RuleViolation>()).Key.ShouldBe("Copy.UnderWay");
            await filling.FillAsync(folder.Database, new TableCopy(tables, (table, _) => { if (table == tables[^3]) throw new IOException("the line broke"); }), CancellationToken.None);
        });
        (await TablesAsync(target)).ShouldBe(0);

        await ExecuteAsync(target, "CREATE TABLE public.aftersales_copy_unfinished (at timestamptz); CREATE SCHEMA service; CREATE TABLE service.orders (id int)"); // what a kill leaves
        (await CommandLine.RunAsync(folder, SmallCompany.Time, ["copy-to-postgres", target.ConnectionString])).ShouldSucceed();
        var full = await CommandLine.RunAsync(folder, SmallCompany.Time, ["copy-to-postgres", target.ConnectionString]);
        (full.Exit, full.Error.Contains("not empty", StringComparison.Ordinal)).ShouldBe((3, true), full.Error);
    }

    [Fact]
    public async Task names_what_is_wrong_with_a_connection()
    {
        if (TestDatabase.IsPostgres) return;
        var company = await CompanyAsync();
        foreach (var connection in new[] { "no connection at all", "Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2" })
        {
            var ran = await CommandLine.RunAsync(company, SmallCompany.Time, ["copy-to-postgres", connection]);
            (ran.Exit, ran.Error.Contains("leads to no PostgreSQL", StringComparison.Ordinal)).ShouldBe((3, true), ran.Error);
        }
    }

    [Fact]
    public async Task a_tally_sees_one_changed_cell()
    {
        if (TestDatabase.IsPostgres) return;
        var folder = await SmallCompany.CopyAsync();
        var before = await TallyAsync(folder);
        await using (var sqlite = new SqliteConnection($"Data Source={folder.Database};Pooling=False"))
        {
            sqlite.Open();
            await using var change = sqlite.CreateCommand();
            change.CommandText = "UPDATE service_orders SET received_at = replace(received_at, ':', ':') || '1' WHERE id = (SELECT max(id) FROM service_orders WHERE received_at LIKE '%.%')";
            if (change.ExecuteNonQuery() == 0) throw new InvalidOperationException("Nothing was changed.");
        }
        var after = await TallyAsync(folder);
        after.Where(t => !before.Contains(t)).Select(t => t.Split(' ')[0]).ShouldBe(["service.orders"]);
    }

    static async Task ShouldBeWholeAsync(DataFolder folder)
    {
        var check = await CommandLine.RunAsync(folder, SmallCompany.Time, ["check", "--json"]);
        check.Exit.ShouldBe(0, check.Out + check.Error);
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    static string ConnectionOf(DataFolder folder)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(folder.In("appsettings.json")));
        return settings.RootElement.GetProperty("ConnectionStrings").GetProperty("Default").GetString()!;
    }

    internal static async Task<List<string>> TallyAsync(string postgres)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var told = await new TableCopy(Tables(), (_, _) => { }).TallyAsync(moment, CancellationToken.None);
        await moment.RollbackAsync();
        NpgsqlConnection.ClearPool(connection);
        return Lines(told);
    }

    internal static async Task<List<string>> TallyAsync(DataFolder sqlite) => Lines(await new TableCopy(Tables(), (_, _) => { }).TallyAsync(sqlite.Database, CancellationToken.None));

    static IReadOnlyList<CopiedTable> Tables()
    {
        var services = new ServiceCollection();
        foreach (var module in AfterSalesModules.All) module.Register(services, new DatabaseOptions(DatabaseProvider.Sqlite, "Data Source=:memory:"));
        return CopiedTable.Of(services.Where(s => s.ServiceType == typeof(ModuleDatabase)).Select(s => (ModuleDatabase)s.ImplementationInstance!));
    }

    static List<string> Lines(IReadOnlyList<TableTally> told) => [.. told.OrderBy(t => t.Table, StringComparer.Ordinal).Select(t => $"{t.Table} {t.Rows} {t.Digest} {string.Join(',', t.Sums)}")];

    static async Task<long> TablesAsync(NpgsqlConnection connection)
    {
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.Exists(from) ? Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories) : [])
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
