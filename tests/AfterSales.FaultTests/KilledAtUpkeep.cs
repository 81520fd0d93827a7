using System.Diagnostics;
using System.Globalization;
using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.FaultTests;

/// <summary>The process is killed in the middle of an upgrade, a backup, a restore and a rebuild: the old state is there or the new one, and the next try goes through.</summary>
public sealed class KilledAtUpkeep : IDisposable
{
    const int Notes = 20_000;
    static readonly int Kills = Figures.Of(3, 60);
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly Executable _executable = new();
    readonly Random _random = new(2);

    public void Dispose() => _executable.Dispose();

    [Fact]
    public async Task an_upgrade_leaves_the_old_data_or_the_new()
    {
        var old = await OldDataAsync();
        var (killed, was) = (0, new Dictionary<bool, int> { [false] = 0, [true] = 0 });
        for (var kill = 0; kill < Kills; kill++)
        {
            var folder = NewFolder();
            File.Copy(old, folder.Database);
            await LeaveLockAsync(folder.Database); // as a process that was killed while migrating leaves it
            await File.WriteAllBytesAsync(folder.In("aftersales.next.db"), new byte[5000], Stop); // nobody's database
            await File.WriteAllTextAsync(folder.In("serve.json"), """{"Port":1,"Key":"AA","ProcessId":1}""", Stop);
            await File.WriteAllTextAsync(folder.In(".lock"), "", Stop);
            if (await KillAsync(["user", "list", "--data", folder.Root], folder.In("aftersales.next.db-wal"), 1_500)) killed++;
            was[await CheckNotesAsync(folder.Database)]++;
            (await RunAsync("user", "list", "--json", "--data", folder.Root)).ShouldSucceed();
            (await CheckNotesAsync(folder.Database)).ShouldBeTrue("the next start upgrades");
            Directory.EnumerateFiles(folder.Root, "aftersales.next*").ShouldBeEmpty();
            Directory.Delete(folder.Root, recursive: true);
        }
        Figures.Record("2 killed while upgrading", "kill -9 while a database one release back (every module's last migration open) is upgraded, with a stale migrations lock, a foreign aftersales.next.db, serve.json and .lock lying there", $"{Kills} starts, {killed} killed inside; {Notes} rows of old data",
            $"the old state {was[false]} times, the new {was[true]} times; every next start finished the upgrade with every row");
        killed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task a_backup_leaves_the_earlier_one_or_the_new()
    {
        var company = await SmallCompany.CopyAsync();
        var file = Path.Combine(_executable.Folder, "b.backup");
        var first = (await RunAsync("backup", file, "--json", "--data", company.Root)).ShouldSucceed().Json.GetProperty("createdAt").GetString();
        var (killed, earlier) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            if (await KillAsync(["backup", file, "--data", company.Root], kill % 2 == 0 ? company.In("backup-snapshot.db") : file + ".part", 250)) killed++;
            var verified = (await RunAsync("verify", file, "--json")).ShouldSucceed().Json;
            if (verified.GetProperty("createdAt").GetString() == first) earlier++;
        }
        (await RunAsync("backup", file, "--data", company.Root)).ShouldSucceed();
        (await RunAsync("verify", file)).ShouldSucceed();
        Directory.EnumerateFiles(_executable.Folder, "b.backup*").ShouldBe([file], "nothing half made is left");
        Figures.Record("2 killed while backing up", "kill -9 while a backup is written over an earlier one", $"{Kills} tries, {killed} killed inside; the demo company of 300 orders", $"the file verified every time: {earlier} times the first one, else a newer whole one; the next backup went through and left nothing behind");
        killed.ShouldBeGreaterThan(0);
        Directory.Delete(company.Root, recursive: true);
    }

    [Fact]
    public async Task a_restore_leaves_nothing_or_everything()
    {
        var company = await SmallCompany.CopyAsync();
        var file = Path.Combine(_executable.Folder, "r.backup");
        var rows = (await RunAsync("backup", file, "--json", "--data", company.Root)).ShouldSucceed().Json.GetProperty("rows").ToString();
        var target = Path.Combine(_executable.Folder, "restored");
        var (killed, whole) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            if (await KillAsync(["restore", file, "--data", target], target + ".restoring", 2_500)) killed++;
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            {
                whole++;
                (await RunAsync("check", "--json", "--data", target)).ShouldSucceed();
                Directory.Delete(target, recursive: true);
            }
        }
        (await RunAsync("restore", file, "--json", "--data", target)).ShouldSucceed().Json.GetProperty("rows").ToString().ShouldBe(rows);
        (await RunAsync("check", "--json", "--data", target)).ShouldSucceed();
        Directory.Exists(target + ".restoring").ShouldBeFalse();
        Figures.Record("2 killed while restoring", "kill -9 while a backup is restored into an empty folder", $"{Kills} tries, {killed} killed inside; the demo company of 300 orders", $"nothing in the folder, or ({whole} times) everything and check clean; the next restore went through, every table with as many rows as the backup");
        killed.ShouldBeGreaterThan(0);
        Directory.Delete(company.Root, recursive: true);
    }

    [Fact]
    public async Task a_rebuild_leaves_the_earlier_warehouse_or_the_new()
    {
        var company = await SmallCompany.CopyAsync();
        (await RunAsync("warehouse", "rebuild", "--json", "--data", company.Root)).ShouldSucceed();
        var tables = await TablesAsync();
        var killed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            if (await KillAsync(["warehouse", "rebuild", "--data", company.Root], company.In("warehouse.next.duckdb"), 1_500)) killed++;
            (await TablesAsync()).ShouldBe(tables);
        }
        (await RunAsync("warehouse", "rebuild", "--json", "--data", company.Root)).ShouldSucceed();
        (await TablesAsync()).ShouldBe(tables);
        (await RunAsync("check", "--json", "--data", company.Root)).ShouldSucceed();
        Directory.EnumerateFiles(company.Root, "warehouse.next*").ShouldBeEmpty();
        Figures.Record("2 killed while rebuilding", "kill -9 while the warehouse is rebuilt", $"{Kills} tries, {killed} killed inside; the demo company of 300 orders", "every table with all its rows each time; the next rebuild went through and check is clean");
        killed.ShouldBeGreaterThan(0);
        Directory.Delete(company.Root, recursive: true);

        async Task<string> TablesAsync() => (await RunAsync("warehouse", "status", "--json", "--data", company.Root)).ShouldSucceed().Json.GetProperty("tables").ToString();
    }

    DataFolder NewFolder() => new(Directory.CreateDirectory(Path.Combine(_executable.Folder, Path.GetRandomFileName())).FullName);

    /// <summary>Starts a verb and kills it within so many milliseconds of the moment at which it began to write.</summary>
    /// <param name="sign">A file or folder that is there once it writes.</param>
    /// <returns>False when it was quicker.</returns>
    async Task<bool> KillAsync(string[] args, string sign, int within)
    {
        var before = Path.Exists(sign) ? File.GetLastWriteTimeUtc(sign) : default;
        using var process = _executable.Start(args);
        _ = process.StandardOutput.ReadToEndAsync(Stop);
        _ = process.StandardError.ReadToEndAsync(Stop);
        while (!process.HasExited && (!Path.Exists(sign) || File.GetLastWriteTimeUtc(sign) == before)) await Task.Delay(1, Stop);
        await Task.Delay(_random.Next(within), Stop);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Stop);
        return process.ExitCode == 137;
    }

    async Task<Ran> RunAsync(params string[] args)
    {
        using var process = _executable.Start(args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(5)); // whatever waits for a lock that nobody holds waits for ever
        await process.WaitForExitAsync(patience.Token);
        return new Ran(process.ExitCode, await output, await error);
    }

    /// <summary>A database as it was before the last migration of each module, with rows of its own to be found again.</summary>
    async Task<string> OldDataAsync()
    {
        var folder = NewFolder();
        var connection = new SqliteConnectionStringBuilder { DataSource = folder.Database, ForeignKeys = true, Pooling = false }.ToString();
        await using (var services = AfterSalesHost.BuildServices(folder))
            foreach (var module in services.GetServices<ModuleDatabase>())
            {
                await using var context = module.OpenAt(new DatabaseOptions(DatabaseProvider.Sqlite, connection));
                var all = context.Database.GetMigrations().ToList();
                if (all.Count > 1) await context.GetService<IMigrator>().MigrateAsync(all[^2], Stop);
            }
        await using var db = new SqliteConnection(connection);
        await db.OpenAsync(Stop);
        await using var command = db.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA journal_mode = WAL;
            CREATE TABLE notes (id integer PRIMARY KEY, note text NOT NULL);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Notes}) INSERT INTO notes SELECT i, 'note ' || i || hex(zeroblob(200)) FROM n;
            CREATE TABLE schema_stamp (stamp text NOT NULL);
            INSERT INTO schema_stamp VALUES ('OF-A-YEAR-AGO');
            PRAGMA wal_checkpoint(TRUNCATE);
            """);
        await command.ExecuteNonQueryAsync(Stop);
        return folder.Database;
    }

    static async Task LeaveLockAsync(string database)
    {
        await using var db = new SqliteConnection($"Data Source={database};Pooling=False");
        await db.OpenAsync(Stop);
        await using var command = db.CreateCommand();
        command.CommandText = """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""";
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <returns>True when the database is the upgraded one.</returns>
    static async Task<bool> CheckNotesAsync(string database)
    {
        await using var db = new SqliteConnection($"Data Source={database};Pooling=False");
        await db.OpenAsync(Stop);
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT integrity_check FROM pragma_integrity_check";
        (await command.ExecuteScalarAsync(Stop)).ShouldBe("ok");
        command.CommandText = "SELECT count(*) FROM notes WHERE note = 'note ' || id || hex(zeroblob(200))";
        (await command.ExecuteScalarAsync(Stop)).ShouldBe((long)Notes);
        command.CommandText = "SELECT stamp FROM schema_stamp";
        return (await command.ExecuteScalarAsync(Stop)) as string != "OF-A-YEAR-AGO";
    }
}
