using System.Globalization;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.FaultTests;

/// <summary>
/// A disk loses a bit, a copy breaks off, somebody copies the database without its log. What is found out is said in words; what is not is counted: SQLite keeps no checksum of what stands in a cell,
/// so a letter that changed inside a name is found only where the product holds the same fact a second time (the audit chain, the warehouse, numbers, references, checksums of files).
/// </summary>
public sealed class DamagedDatabase : IDisposable
{
    static readonly int Mutations = Figures.Of(10, 200);
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly string _work = Directory.CreateTempSubdirectory("aftersales-damaged-").FullName;

    public DamagedDatabase() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => Directory.Delete(_work, recursive: true);

    [Fact]
    public async Task is_found_and_said_plainly_or_has_harmed_no_more_than_one_cell()
    {
        var company = await SmallCompany.CopyAsync();
        (await CheckAsync(company)).ShouldSucceed();
        SqliteConnection.ClearAllPools();
        var (whole, log) = await WithLogAsync(company);
        var before = await RowsAsync(company.Database);
        var random = new Random(20260311);
        Dictionary<string, int> found = [], harmless = [], cells = [];
        for (var i = 0; i < Mutations; i++)
        {
            var (kind, database, keepsLog) = Mutate(whole, i, random);
            await File.WriteAllBytesAsync(company.Database, database, Stop);
            File.Delete(company.Database + "-shm");
            if (keepsLog) await File.WriteAllBytesAsync(company.Database + "-wal", log, Stop);
            else File.Delete(company.Database + "-wal");
            var ran = await CheckAsync(company);
            SqliteConnection.ClearAllPools();
            ran.Error.ShouldNotContain("   at ", Case.Sensitive, kind + i);
            ran.Exit.ShouldBeOneOf([0, 1], kind + i + ran.Error);
            if (ran.Exit == 1)
            {
                (ran.Error + ran.Out).ShouldNotBeNullOrWhiteSpace(kind);
                Add(found, kind);
                continue;
            }
            var after = await RowsAsync(company.Database);
            var differing = before.Keys.Union(after.Keys).Where(t => before.GetValueOrDefault(t) is not { } b || after.GetValueOrDefault(t) is not { } a || !b.SequenceEqual(a)).ToList();
            if (differing.Count == 0) Add(harmless, kind);
            else
            {
                Add(cells, kind);
                kind.ShouldBe("byte", "only a letter inside a cell may go unseen");
                foreach (var table in differing)
                {
                    after[table].Count.ShouldBe(before[table].Count, table);
                    after[table].Except(before[table]).Count().ShouldBe(1, $"{i}: {table}");
                }
            }
        }
        Directory.Delete(company.Root, recursive: true);
        Figures.Record("4 damaged database", "one byte flipped anywhere (seven of ten), cut tail, missing -wal, flipped page header; then check",
            $"{Mutations} mutations of a database of {whole.Length / 1_000_000.0:0.0} MB (demo company, 300 orders)",
            $"found and said in words: {Told(found)}; without effect on any row: {Told(harmless)}; one cell changed and nothing noticed: {Told(cells)}");
        found.Values.Sum().ShouldBeGreaterThan(0);
        found.GetValueOrDefault("cut").ShouldBe(Enumerable.Range(0, Mutations).Count(i => i % 10 == 7), "every cut is found");
        found.GetValueOrDefault("no log").ShouldBe(Enumerable.Range(0, Mutations).Count(i => i % 10 == 8), "acts that were lost with the log are missed");
    }

    static void Add(Dictionary<string, int> counts, string kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;

    static string Told(Dictionary<string, int> counts) => counts.Count == 0 ? "0" : $"{counts.Values.Sum()} ({string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key}"))})";

    static (string Kind, byte[] Database, bool KeepsLog) Mutate(byte[] whole, int i, Random random)
    {
        var bytes = (byte[])whole.Clone();
        switch (i % 10)
        {
            case 7: return ("cut", bytes[..random.Next(4096, bytes.Length - 4096)], true);
            case 8: return ("no log", bytes, false);
            case 9:
                bytes[random.Next(1, bytes.Length / 4096) * 4096 + random.Next(8)] ^= (byte)(1 << random.Next(8));
                return ("page header", bytes, true);
            default:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return ("byte", bytes, true);
        }
    }

    /// <summary>The database as a machine leaves it that lost its power: newer acts stand in the log alone, and the warehouse knows of them.</summary>
    static async Task<(byte[] Database, byte[] Log)> WithLogAsync(DataFolder company)
    {
        await using var keepsLog = new SqliteConnection($"Data Source={company.Database};Pooling=False"); // whoever closes last would empty the log
        await keepsLog.OpenAsync(Stop);
        await using (var command = keepsLog.CreateCommand())
        {
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0; SELECT count(*) FROM sqlite_master";
            await command.ExecuteNonQueryAsync(Stop);
        }
        var table = company.In("late.csv");
        await File.WriteAllTextAsync(table, "order_no,received_at,customer_name,phone\nLATE-1,2026-03-10T08:00:00,王一,13900139001\nLATE-2,2026-03-10T08:10:00,王二,13900139002\n", Stop);
        (await CommandLine.RunAsync(company, SmallCompany.Time, ["import", "orders", table, "--json"])).ShouldSucceed();
        (await CommandLine.RunAsync(company, SmallCompany.Time, ["user", "add", "late", "--role", "cashier", "--password-stdin"], "correct horse battery 42")).ShouldSucceed();
        (await CommandLine.RunAsync(company, SmallCompany.Time, ["warehouse", "load"])).ShouldSucceed();
        var (database, log) = (await File.ReadAllBytesAsync(company.Database, Stop), await File.ReadAllBytesAsync(company.Database + "-wal", Stop));
        log.Length.ShouldBeGreaterThan(4096);
        SqliteConnection.ClearAllPools();
        return (database, log);
    }

    /// <summary><c>check</c> as the command line runs it: upgrade first, whatever is thrown becomes a sentence.</summary>
    static async Task<Ran> CheckAsync(DataFolder folder)
    {
        using StringWriter output = new(), error = new();
        var root = RootVerbs.Build(AfterSalesModules.All, (command, body, _) => command.SetAction(async (parse, cancel) =>
        {
            await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
            await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
            await using var scope = services.CreateAsyncScope();
            return await body(parse, new VerbContext(scope.ServiceProvider, output, error, TextReader.Null, RootVerbs.Json(parse), folder.Root, Directory.GetCurrentDirectory(), cancel));
        }), ServeVerb.Command());
        return new Ran(await Verbs.InvokeAsync(root, ["check", "--json"], output, error, CancellationToken.None), output.ToString(), error.ToString());
    }

    /// <summary>Every row of every table, as text.</summary>
    static async Task<Dictionary<string, List<string>>> RowsAsync(string database)
    {
        await using var db = new SqliteConnection($"Data Source={database};Pooling=False");
        await db.OpenAsync(Stop);
        Dictionary<string, List<string>> rows = [];
        foreach (var table in await ReadAsync(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) rows[table] = [.. (await ReadAsync(db, $"SELECT * FROM \"{table}\"")).Order(StringComparer.Ordinal)];
        return rows;
    }

    static async Task<List<string>> ReadAsync(SqliteConnection db, string sql)
    {
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Stop);
        List<string> rows = [];
        var cells = new object[reader.FieldCount];
        while (await reader.ReadAsync(Stop))
        {
            reader.GetValues(cells);
            rows.Add(string.Join('\u001f', cells.Select(c => c is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(c, CultureInfo.InvariantCulture))));
        }
        return rows;
    }
}
