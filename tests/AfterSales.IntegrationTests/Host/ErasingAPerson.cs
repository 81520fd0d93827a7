using System.Text;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Documents.Storage;
using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Privacy;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A person who is erased is nowhere any more, no number changes, and no older backup brings the person back.</summary>
public sealed class ErasingAPerson
{
    static readonly Actor Officer = new("1", "administrator-1");

    /// <summary>Somebody of the demo company with nothing open, whose words are nobody else's.</summary>
    sealed record Someone(Guid Id, string Name, IReadOnlyList<string> Words, IReadOnlyList<string> Orders);

    static async Task<Someone> SomeoneAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var papers = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        var customers = await db.Set<Customer>().AsNoTracking().Include(c => c.Phones).Where(c => c.Address != null && db.Set<Customer>().Count(o => o.Name == c.Name) == 1).OrderByDescending(c => db.Set<ServiceOrder>().Count(o => o.CustomerId == c.Id)).ThenBy(c => c.Id).Take(40).ToListAsync();
        foreach (var customer in customers)
        {
            var person = await scope.ServiceProvider.GetRequiredService<ErasePeople>().FindAsync(customer.PublicId, CancellationToken.None);
            if (person.Obstacles.Count > 0 || person.SharedPhones.Count > 0 || person.Names.Count != 1 || person.FileOwners.Count == 0) continue;
            if (await db.Set<Customer>().CountAsync(c => c.Address == customer.Address) > 1 || await db.Set<ServiceOrder>().AnyAsync(o => o.ContactName == customer.Name && o.CustomerId != customer.Id)) continue;
            if (await papers.Set<Document>().AnyAsync(d => d.Title.Contains(customer.Name) && !person.Ids.Contains(d.PublicId))) continue; // an employee of the same name
            return new Someone(customer.PublicId, customer.Name, [customer.Name, customer.Address!, .. person.Phones], [.. person.Numbers.Where(n => n.StartsWith("SO-", StringComparison.Ordinal))]);
        }
        throw new InvalidOperationException("The demo company has nobody to erase.");
    }

    static async Task EraseAsync(IServiceProvider services, Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<ErasePeople>();
        await people.EraseAsync(await people.FindAsync(id, CancellationToken.None), Officer, CancellationToken.None);
    }

    [Fact]
    public async Task leaves_no_trace_and_changes_no_number()
    {
        var folder = await SmallCompany.CopyAsync();
        await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        var person = await SomeoneAsync(services);
        (await TracesAsync(services, folder, person.Words)).ShouldNotBeEmpty("else the search would find nothing afterwards either");
        var files = await FilesAsync(services, person.Id);
        await CommandLine.RunAsync(services, folder, ["warehouse", "rebuild"]);
        var before = await IndicatorsAsync(services, folder);
        var clocks = (await CommandLine.RunAsync(services, folder, ["order", "explain", person.Orders[0], "--json"])).ShouldSucceed().Out;

        await EraseAsync(services, person.Id);
        await ScrubAsync(services);

        (await TracesAsync(services, folder, person.Words)).ShouldBeEmpty();
        foreach (var sha256 in files) File.Exists(services.GetRequiredService<FileStore>().PathOf(sha256)).ShouldBeFalse(sha256);
        (await CommandLine.RunAsync(services, folder, ["order", "explain", person.Orders[0], "--json"])).ShouldSucceed().Out.ShouldBe(clocks);
        (await CommandLine.RunAsync(services, folder, ["warehouse", "rebuild"])).ShouldSucceed();
        (await IndicatorsAsync(services, folder)).ShouldBe(before);
        (await CommandLine.RunAsync(services, folder, ["check", "--json"])).ShouldSucceed();
        await EraseAgainIsRefusedAsync(services, person.Id);
    }

    static async Task EraseAgainIsRefusedAsync(IServiceProvider services, Guid id) =>
        (await Should.ThrowAsync<RuleViolation>(() => EraseAsync(services, id))).Key.ShouldBe("Privacy.Erase.Already");

    [Fact]
    public async Task holds_when_an_older_backup_is_restored_beside_the_journal()
    {
        if (TestDatabase.IsPostgres) return; // its backups are pg_dump's; what is applied is the same
        var folder = await SmallCompany.CopyAsync();
        await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        services.GetRequiredService<ErasureJournal>().MakeKey(); // the server does it at its first start
        var person = await SomeoneAsync(services);
        Directory.CreateDirectory(folder.Backups);
        var backup = Path.Combine(folder.Backups, "older.backup");
        (await CommandLine.RunAsync(services, folder, ["backup", backup])).ShouldSucceed();
        await EraseAsync(services, person.Id);
        var journal = await File.ReadAllTextAsync(Path.Combine(folder.Backups, ErasureJournal.FileName), TestContext.Current.CancellationToken);
        foreach (var word in person.Words) journal.ShouldNotContain(word);

        var alone = Path.Combine(Directory.CreateTempSubdirectory("aftersales-alone-").FullName, "older.backup");
        File.Copy(backup, alone);
        var without = await CommandLine.RestoreAsync(alone, Path.Combine(Path.GetDirectoryName(alone)!, "restored"));
        (await NamesAsync(without)).ShouldContain(person.Name, "the backup still has the person");

        var restored = await CommandLine.RestoreAsync(backup, Path.Combine(folder.Root, "restored"));
        (await NamesAsync(restored)).ShouldNotContain(person.Name);
        await using var again = AfterSalesHost.BuildServices(restored, SmallCompany.Time);
        await ScrubAsync(again);
        (await TracesAsync(again, restored, person.Words)).ShouldBeEmpty();
        File.Exists(Path.Combine(restored.Backups, ErasureJournal.FileName)).ShouldBeTrue("the restored company has the journal too");
    }

    [Fact]
    public async Task that_a_crash_cut_off_is_finished_at_the_next_start()
    {
        var folder = await SmallCompany.CopyAsync();
        await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        var person = await SomeoneAsync(services);
        var journal = services.GetRequiredService<ErasureJournal>();
        await using (var scope = services.CreateAsyncScope())
        {
            var known = await scope.ServiceProvider.GetRequiredService<ErasePeople>().FindAsync(person.Id, CancellationToken.None);
            journal.Append(Erasure.Order(known.Selves, known.Phones.Select(journal.HashOf), SmallCompany.Time.GetUtcNow().UtcDateTime, Officer).Note);
        }
        await using (var scope = services.CreateAsyncScope()) (await scope.ServiceProvider.GetRequiredService<ErasePeople>().ApplyAsync([], CancellationToken.None)).ShouldBe(1);
        await using (var scope = services.CreateAsyncScope()) (await scope.ServiceProvider.GetRequiredService<ErasePeople>().ApplyAsync([], CancellationToken.None)).ShouldBe(0, "done once");
        await ScrubAsync(services);
        (await TracesAsync(services, folder, person.Words)).ShouldBeEmpty();
    }

    static async Task ScrubAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<ScrubDatabase>().RunAsync(SmallCompany.Time.GetUtcNow().UtcDateTime, CancellationToken.None)).Rows.ShouldBe(1);
    }

    static async Task<List<string>> FilesAsync(IServiceProvider services, Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<ErasePeople>().FindAsync(id, CancellationToken.None);
        var claims = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>().Set<FileClaim>().AsNoTracking();
        return await claims.Where(c => person.FileOwners.Contains(c.Owner) && !claims.Any(o => o.Sha256 == c.Sha256 && !person.FileOwners.Contains(o.Owner))).Select(c => c.Sha256).Distinct().ToListAsync();
    }

    static async Task<string[]> NamesAsync(DataFolder folder)
    {
        await using var services = AfterSalesHost.BuildServices(folder, SmallCompany.Time);
        await using var scope = services.CreateAsyncScope();
        var names = await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<Customer>().Select(c => c.Name).ToArrayAsync();
        SqliteConnection.ClearAllPools();
        return names;
    }

    /// <summary>Every indicator over the company's whole time, as the command line tells it.</summary>
    static async Task<Dictionary<string, string>> IndicatorsAsync(IServiceProvider services, DataFolder folder)
    {
        Dictionary<string, string> told = [];
        foreach (var code in (await CommandLine.RunAsync(services, folder, ["indicator", "list", "--json"])).ShouldSucceed().Json.GetProperty("indicators").EnumerateArray().Select(i => i.GetProperty("code").GetString()!))
            told[code] = (await CommandLine.RunAsync(services, folder, ["indicator", "show", code, "--from", "2025-03-01", "--to", "2026-03-10", "--by", "quarter", "--json"])).ShouldSucceed().Out;
        told.Count.ShouldBeGreaterThan(50);
        return told;
    }

    /// <summary>Where the words still stand: in the database as it lies on the disk (or in any column of the server), in logs, and in every other file of the folder but the warehouse's.</summary>
    static async Task<IReadOnlyList<string>> TracesAsync(IServiceProvider services, DataFolder folder, IReadOnlyList<string> words)
    {
        List<string> traces = [];
        var sought = words.SelectMany(w => new[] { w, System.Text.Json.JsonEncodedText.Encode(w).ToString() }).Distinct().Select(w => (Word: w, Bytes: Encoding.UTF8.GetBytes(w))).ToList();
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories).Where(f => !f.Contains("restored", StringComparison.Ordinal) && !f.EndsWith(BackupShelf.Extension, StringComparison.Ordinal) && !f.EndsWith(".next.db", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            foreach (var (word, bytes) in sought)
                if (content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(bytes) >= 0) traces.Add($"{Path.GetFileName(file)}: {word}");
        }
        if (TestDatabase.IsPostgres) traces.AddRange(await OnServerAsync(services, words));
        return traces;
    }

    static async Task<List<string>> OnServerAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var columns = await db.Database.SqlQueryRaw<string>("SELECT table_schema || '.' || table_name || ':' || column_name AS \"Value\" FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'reporting') AND data_type IN ('text', 'character varying', 'jsonb', 'tsvector')").ToListAsync();
        List<string> traces = [];
        foreach (var parts in columns.Select(c => c.Split(':')))
            foreach (var word in words)
#pragma warning disable EF1002 // the names come from the catalogue of the database
                if ((await db.Database.SqlQueryRaw<int>($"SELECT count(*)::int AS \"Value\" FROM {parts[0]} WHERE strpos(\"{parts[1]}\"::text, {{0}}) > 0", word).ToListAsync())[0] > 0) traces.Add($"{parts[0]}.{parts[1]}: {word}");
#pragma warning restore EF1002
        return traces;
    }
}
