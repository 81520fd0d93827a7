using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Host.Copying;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AfterSales.IntegrationTests.Host;

/// <summary>
/// A backup of every release is kept beside this file. Whoever raises the version adds one of the release before:
/// <c>aftersales demo --orders 60 --months 3 --until 2026-03-10 --data D</c>, <c>aftersales backup tests/AfterSales.IntegrationTests/Host/Releases/VERSION.backup --data D</c>.
/// </summary>
public sealed class UpgradingEarlierReleases : IDisposable
{
    readonly string _work = Directory.CreateTempSubdirectory("aftersales-releases-").FullName;

    public static TheoryData<string> Releases => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Host", "Releases"), "*.backup").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    static string FileOf(string release) => Path.Combine(AppContext.BaseDirectory, "Host", "Releases", release + ".backup");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_work, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task restores_every_row_of_a_release_and_finds_it_whole(string release)
    {
        var then = BackupWriter.Verify(FileOf(release), null, Path.Combine(_work, "then")).Rows;
        await using var target = TestDatabase.IsPostgres ? await TestDatabase.NewOnServerAsync() : null;
        var folder = new DataFolder(Path.Combine(_work, "now"));
        (await CommandLine.OnNothingAsync(["restore", FileOf(release), "--data", folder.Root, .. target is null ? Array.Empty<string>() : ["--postgres", target.ConnectionString]])).ShouldSucceed();
        await ShouldHoldAsync(folder, then);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task upgrades_a_release_in_place_after_a_backup_that_can_be_read(string release)
    {
        var folder = new DataFolder(Directory.CreateDirectory(Path.Combine(_work, "old")).FullName);
        var then = await PutBackAsync(release, folder);
        await using (var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time)) await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        var made = Directory.EnumerateFiles(folder.Backups, "before-upgrade-*.backup").ShouldHaveSingleItem();
        var kept = BackupWriter.Verify(made, null, Path.Combine(_work, "kept")).Rows;
        foreach (var (table, rows) in then.Where(t => t.Key != "schema_stamp")) kept[table].ShouldBe(rows, table);
        await ShouldHoldAsync(folder, then);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task of_a_later_version_is_refused_and_stays_as_it_is(string release)
    {
        var folder = new DataFolder(Directory.CreateDirectory(Path.Combine(_work, "later")).FullName);
        await PutBackAsync(release, folder);
        await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
        var database = services.GetRequiredService<DatabaseOptions>();
        var last = services.GetRequiredService<SchemaMigrator>().Modules[^1]; // the others are not migrated before it is looked at
        var later = $"INSERT INTO {last.Schema}{(TestDatabase.IsPostgres ? '.' : '_')}migrations (\"MigrationId\", \"ProductVersion\") VALUES ('29991231235959_Later', '99.0.0')";
        await using (var context = last.OpenAt(database)) await context.Database.ExecuteSqlRawAsync(later);
        var before = await services.GetRequiredService<SchemaMigrator>().StepsAsync(database, CancellationToken.None).ShouldThrowAsync<NewerDatabase>();
        (await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None).ShouldThrowAsync<NewerDatabase>()).Message.ShouldBe(before.Message);
        Directory.Exists(folder.Backups).ShouldBeFalse();
    }

    [Fact]
    public async Task goes_on_after_a_migration_that_was_killed()
    {
        if (TestDatabase.IsPostgres) return; // PostgreSQL locks by transaction, which ends with the process
        var folder = new DataFolder(Directory.CreateDirectory(Path.Combine(_work, "killed")).FullName);
        var then = await PutBackAsync(Releases.First(), folder);
        Execute(folder, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-03-10 00:00:00')");
        await File.WriteAllTextAsync(folder.In("aftersales.next.db"), "half a database", TestContext.Current.CancellationToken);
        await using (var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time)) await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        await ShouldHoldAsync(folder, then);
        File.Exists(folder.In("aftersales.next.db")).ShouldBeFalse();
    }

    [Fact]
    public void keeps_the_newest_three_backups_of_upgrades()
    {
        var folder = new DataFolder(Directory.CreateDirectory(Path.Combine(_work, "shelf")).FullName);
        using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
        var shelf = services.GetRequiredService<BackupShelf>();
        Directory.CreateDirectory(folder.Backups);
        for (var day = 1; day <= 5; day++)
        {
            var file = Path.Combine(folder.Backups, BackupShelf.UpgradeName(new DateTime(2026, 3, day, 8, 0, 0, DateTimeKind.Utc)));
            File.WriteAllText(file, "x");
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 3, day, 8, 0, 0, DateTimeKind.Utc));
        }
        shelf.ThinUpgrades();
        shelf.List().Select(b => b.Name).ShouldBe(["before-upgrade-2026-03-05-080000.backup", "before-upgrade-2026-03-04-080000.backup", "before-upgrade-2026-03-03-080000.backup"]);
    }

    /// <summary>A folder as the release left it, on the database of this run; without the stamp, as if it were older than it is.</summary>
    async Task<IReadOnlyDictionary<string, long>> PutBackAsync(string release, DataFolder folder)
    {
        using (var backup = BackupFile.Open(FileOf(release), null)) backup.UnpackTo(folder.Root);
        var rows = BackupFile.CountRows(folder.Database);
        if (!TestDatabase.IsPostgres)
        {
            Execute(folder, "DROP TABLE schema_stamp");
            return rows;
        }
        await using var server = await TestDatabase.NewOnServerAsync();
        await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time, new DatabaseOptions(DatabaseProvider.Sqlite, ModuleDatabaseRegistration.SqliteFile(folder.Database)));
        var schema = services.GetRequiredService<SchemaMigrator>();
        var steps = await schema.StepsAsync(services.GetRequiredService<DatabaseOptions>(), CancellationToken.None);
        await schema.CreateAsync(new DatabaseOptions(DatabaseProvider.Postgres, server.ConnectionString), steps, CancellationToken.None);
        await using (var write = await server.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await new TableCopy(CopiedTable.Of(schema.Modules, steps), (_, _) => { }).ToPostgresAsync(folder.Database, write, CancellationToken.None);
            await write.CommitAsync(TestContext.Current.CancellationToken);
        }
        await RebuiltAfterCopy.RunAsync(folder, new DatabaseOptions(DatabaseProvider.Postgres, server.ConnectionString), SmallCompany.Time, CancellationToken.None);
        DatabaseSettings.Write(folder, server.ConnectionString);
        SqliteConnection.ClearAllPools();
        File.Delete(folder.Database);
        return rows;
    }

    /// <summary>Every table that was there has as many rows; only what counts migrations may have more.</summary>
    static async Task ShouldHoldAsync(DataFolder folder, IReadOnlyDictionary<string, long> then)
    {
        var backup = Path.Combine(folder.Root, "now.backup");
        var now = (await CommandLine.RunAsync(folder, SmallCompany.Time, ["backup", backup, "--json"])).ShouldSucceed().Json.GetProperty("rows");
        foreach (var (table, rows) in then.Where(t => !t.Key.EndsWith("_migrations", StringComparison.Ordinal) && t.Key != "schema_stamp" && !t.Key.StartsWith("documents_search_", StringComparison.Ordinal) && t.Key != "documents_search"))
            now.GetProperty(table).GetInt64().ShouldBe(rows, table);
        now.GetProperty("documents_search_chunks").GetInt64().ShouldBe(then["documents_search_chunks"]);
        var check = await CommandLine.RunAsync(folder, SmallCompany.Time, ["check", "--json"]);
        check.Exit.ShouldBe(0, check.Out + check.Error);
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    static void Execute(DataFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
