using System.CommandLine;
using System.Diagnostics;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.Copying;

/// <summary><c>copy-to-postgres CONNECTION</c>: everything into an empty PostgreSQL database, counted, summed and compared table by table.</summary>
internal sealed class CopyToPostgres
{
    readonly Argument<string> _connection = new("CONNECTION") { Description = "The empty database, e.g. \"Host=db;Database=aftersales;Username=aftersales;Password=...\"." };

    public static Command Command(VerbRunner verbs) => new CopyToPostgres().Build(verbs);

    Command Build(VerbRunner verbs)
    {
        var command = new Command("copy-to-postgres", "Copy everything into an empty PostgreSQL database, counted and compared table by table.") { _connection };
        verbs(command, RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parse, VerbContext verb)
    {
        var (text, folder) = (verb.Services.GetRequiredService<Texts>(), verb.Services.GetRequiredService<DataFolder>());
        if (verb.Services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Postgres) throw new RuleViolation("Copy.AlreadyPostgres");
        var schema = verb.Services.GetRequiredService<SchemaMigrator>();
        await using var target = await EmptyPostgres.TakeAsync(parse.GetValue(_connection)!, schema, verb.Cancel);
        var tables = CopiedTable.Of(schema.Modules);
        var told = await target.FillAsync(folder.Database, new TableCopy(tables, new CopyLines(verb.Progress, text, tables).Tell), verb.Cancel);
        await RebuiltAfterCopy.RunAsync(folder, target.Database, verb.Services.GetRequiredService<TimeProvider>(), verb.Cancel);
        await target.FinishAsync(verb.Cancel);
        if (verb.Json) verb.WriteJson(new { ok = true, tables = told.Select(t => new { table = t.Table, rows = t.Rows, sums = t.Sums, digest = t.Digest }) });
        else verb.Out.WriteLine(text["Copy.Done", told.Count, told.Sum(t => t.Rows), folder.In("appsettings.json")]);
        return ExitCode.Done;
    }
}

/// <summary>Says every few seconds how far a copy is.</summary>
internal sealed class CopyLines(TextWriter to, Texts text, IReadOnlyList<CopiedTable> tables)
{
    long _last = Stopwatch.GetTimestamp();

    public void Tell(CopiedTable table, long rows)
    {
        if (Stopwatch.GetElapsedTime(_last) < TimeSpan.FromSeconds(3) && table != tables[^1]) return;
        _last = Stopwatch.GetTimestamp();
        to.WriteLine(text["Copy.Progress", tables.TakeWhile(t => t != table).Count() + 1, tables.Count, table.Name, rows]);
    }
}

/// <summary>Makes what a copy of tables cannot carry: each database has an index of words of its own.</summary>
internal static class RebuiltAfterCopy
{
    public static async Task RunAsync(DataFolder folder, DatabaseOptions database, TimeProvider time, CancellationToken ct)
    {
        await using var services = AfterSalesHost.BuildServices(folder, time, database);
        await RunAsync(services, ct);
    }

    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var index in scope.ServiceProvider.GetServices<IAfterCopy>()) await index.RunAsync(ct);
    }
}
