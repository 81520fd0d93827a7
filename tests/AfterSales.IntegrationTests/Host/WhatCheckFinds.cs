using System.Data.Common;
using System.Globalization;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Every fault is planted in a copy of a whole company; <c>check</c> ends with 1 and names it.</summary>
public sealed class WhatCheckFinds
{
    [Fact]
    public async Task in_a_whole_company_is_nothing()
    {
        var ran = await CheckAsync(await SmallCompany.CopyAsync());
        ran.ShouldSucceed().Json.GetProperty("ok").GetBoolean().ShouldBeTrue();
        var database = Part(ran, "database").GetProperty("counted");
        database.GetProperty("rows").GetInt64().ShouldBeGreaterThan(1000);
        database.GetProperty("references").GetInt64().ShouldBeGreaterThan(10);
        database.GetProperty("orphans").GetInt64().ShouldBe(0);
        Part(ran, "audit").GetProperty("counted").GetProperty("lines").GetInt64().ShouldBe(9, "one for each account that the demo makes");
    }

    [Fact]
    public Task a_missing_number() => FindsAsync("order numbers", "SO-2025-000005",
        """UPDATE {service}orders SET number = 'X-1', imported = {true} WHERE number = 'SO-2025-000005'""");

    [Fact]
    public Task a_number_given_twice() => FindsAsync("order numbers", "SO-2025-00007",
        """UPDATE {service}orders SET number = 'SO-2025-00007' WHERE number = 'SO-2025-000009'""");

    [Fact]
    public Task a_number_that_was_never_given() => FindsAsync("order numbers", "SO-2025-990000",
        """UPDATE {service}orders SET number = 'SO-2025-990000' WHERE number = 'SO-2025-000011'""");

    [Fact]
    public Task a_changed_line_of_the_audit_log() => FindsAsync("audit", "line 4",
        """UPDATE {host}audit_entries SET detail = 'administrator' WHERE id = 4""");

    [Fact]
    public Task a_line_cut_out_of_the_audit_log() => FindsAsync("audit", "line 5", """DELETE FROM {host}audit_entries WHERE id = 4""");

    [Fact]
    public Task lines_cut_off_the_end_of_the_audit_log() => FindsAsync("audit", "7 lines, and 9 were written", """DELETE FROM {host}audit_entries WHERE id > 7""");

    [Fact]
    public async Task a_cut_audit_log_stays_found_after_more_was_written()
    {
        var folder = await SmallCompany.CopyAsync();
        await ExecuteAsync(folder, "DELETE FROM {host}audit_entries WHERE id > 7");
        (await CommandLine.RunAsync(folder, SmallCompany.Time, ["user", "add", "later", "--role", "cashier", "--password-stdin"], "correct horse battery 42")).ShouldSucceed();
        var ran = await CheckAsync(folder);
        ran.Exit.ShouldBe(1);
        Part(ran, "audit").GetProperty("ok").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public Task an_order_missing_in_the_warehouse()
    {
        const string lose = "DELETE FROM {0}fact_order WHERE key = (SELECT min(key) FROM {0}fact_order)";
        return FindsAsync("warehouse", "service.orders", async folder =>
        {
            if (TestDatabase.IsPostgres)
            {
                await ExecuteAsync(folder, string.Format(System.Globalization.CultureInfo.InvariantCulture, lose, "reporting."));
                return;
            }
            using var warehouse = new DuckDB.NET.Data.DuckDBConnection($"DataSource={folder.In("warehouse.duckdb")}");
            warehouse.Open();
            using var delete = warehouse.CreateCommand();
            delete.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, lose, "");
            delete.ExecuteNonQuery().ShouldBe(1);
        });
    }

    [Fact]
    public Task a_row_that_points_to_nothing() => FindsAsync("database", "1 rows point to nothing", TestDatabase.IsPostgres
        ? "ALTER TABLE service.pauses DROP CONSTRAINT fk_pauses_order_id; UPDATE service.pauses SET order_id = 987654321 WHERE id = (SELECT min(id) FROM service.pauses)"
        : "PRAGMA foreign_keys = OFF; UPDATE service_pauses SET order_id = 987654321 WHERE id = (SELECT min(id) FROM service_pauses)");

    [Fact]
    public async Task bytes_flipped_in_the_structure_of_the_database_file()
    {
        if (TestDatabase.IsPostgres)
        {
            await FindsAsync("database", "fk_urges_order_id", "ALTER TABLE service.urges DROP CONSTRAINT fk_urges_order_id"); // there the server minds its pages; what it can lose is a rule
            return;
        }
        var random = new Random(7);
        for (var i = 0; i < 5; i++)
        {
            var folder = await SmallCompany.CopyAsync();
            var bytes = await File.ReadAllBytesAsync(folder.Database, TestContext.Current.CancellationToken);
            var page = bytes[16] << 8 | bytes[17];
            for (var flips = 0; flips < 3; flips++) bytes[random.Next(10, bytes.Length / page) * page + random.Next(1, 8)] ^= 0xff; // heads of pages
            await File.WriteAllBytesAsync(folder.Database, bytes, TestContext.Current.CancellationToken);
            var ran = await CheckAsync(folder);
            ran.Exit.ShouldBe(1, ran.Out + ran.Error);
            (ran.Out + ran.Error).ShouldContain("atabase");
            ran.Error.ShouldNotContain("   at ", Case.Sensitive, "a person reads this");
            Directory.Delete(folder.Root, recursive: true);
        }
    }

    [Fact]
    public async Task a_file_that_is_no_database_is_told_in_a_sentence()
    {
        if (TestDatabase.IsPostgres) return;
        var folder = await SmallCompany.CopyAsync();
        await File.WriteAllTextAsync(folder.Database, new string('x', 10_000), TestContext.Current.CancellationToken);
        using var executable = new Executable();
        Directory.CreateDirectory(executable.Data);
        File.Copy(folder.Database, Path.Combine(executable.Data, "aftersales.db"));
        var ran = await executable.RunAsync(["check"]);
        ran.Exit.ShouldBe(1);
        ran.Error.ShouldContain("is damaged");
        ran.Error.ShouldNotContain("   at ");
    }

    static Task FindsAsync(string part, string named, string plant) => FindsAsync(part, named, folder => ExecuteAsync(folder, plant));

    static async Task FindsAsync(string part, string named, Func<DataFolder, Task> plant)
    {
        var folder = await SmallCompany.CopyAsync();
        await plant(folder);
        var ran = await CheckAsync(folder);
        ran.Exit.ShouldBe(1, ran.Out + ran.Error);
        Part(ran, part).GetProperty("ok").GetBoolean().ShouldBeFalse();
        string.Join('\n', Part(ran, part).GetProperty("problems").EnumerateArray().Select(p => p.GetString())).ShouldContain(named);
        Directory.Delete(folder.Root, recursive: true);
    }

    static System.Text.Json.JsonElement Part(Ran ran, string name) => ran.Json.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    static async Task<Ran> CheckAsync(DataFolder folder)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            return await CommandLine.RunAsync(folder, SmallCompany.Time, ["check", "--json"]);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            return new Ran(1, "", "The database cannot even be opened: " + damaged.Message); // the command line has a sentence for it; here the verb is called below it
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }

    static async Task ExecuteAsync(DataFolder folder, string statement)
    {
        var sql = statement.Replace("{service}", TestDatabase.IsPostgres ? "service." : "service_", StringComparison.Ordinal)
            .Replace("{host}", TestDatabase.IsPostgres ? "host." : "host_", StringComparison.Ordinal).Replace("{true}", TestDatabase.IsPostgres ? "TRUE" : "1", StringComparison.Ordinal);
        await using (var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time))
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
            await db.Database.OpenConnectionAsync();
            if (sql.Contains("audit_entries", StringComparison.Ordinal)) // the product's own connection cannot; whoever has the file can
            {
                (await Should.ThrowAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql))).Message.ShouldContain("append-only");
                await db.Database.ExecuteSqlRawAsync(TestDatabase.IsPostgres ? "DROP TRIGGER audit_is_append_only ON host.audit_entries" : "DROP TRIGGER IF EXISTS host_audit_entries_no_update; DROP TRIGGER IF EXISTS host_audit_entries_no_delete");
            }
            (await db.Database.ExecuteSqlRawAsync(sql)).ShouldNotBe(0);
            await db.Database.CloseConnectionAsync();
        }
        SqliteConnection.ClearAllPools();
    }
}
