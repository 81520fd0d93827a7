using System.CommandLine;
using System.Diagnostics;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Warehouse;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Reporting.Loading;

/// <summary><c>warehouse load|rebuild|status</c>.</summary>
internal static class WarehouseVerbs
{
    public static Command All(VerbRunner verbs)
    {
        Command load = new("load", "Read what changed since the last load."),
            rebuild = new("rebuild", "Empty the warehouse and read everything again; the old one answers meanwhile."),
            status = new("status", "Watermarks, rows, last loads, reconciliation.");
        verbs(load, (_, context) => LoadAsync(context, (w, p) => w.LoadAsync(p, context.Cancel)));
        verbs(rebuild, (_, context) => LoadAsync(context, (w, p) => w.RebuildAsync(p, context.Cancel)));
        verbs(status, (_, context) => StatusAsync(context));
        return new Command("warehouse", "The numbers' own database: made from the others, may be thrown away.") { load, rebuild, status };
    }

    static async Task<int> LoadAsync(VerbContext context, Func<LoadWarehouse, IProgress<LoadProgress>, Task<IReadOnlyList<LoadedFeed>>> act)
    {
        var text = context.Services.GetRequiredService<Texts>();
        var feeds = await act(context.Services.GetRequiredService<LoadWarehouse>(), new EveryFewSeconds(context.Progress, text));
        await StatusAsync(context);
        if (feeds.All(f => f.Reconciled != false)) return ExitCode.Done;
        foreach (var feed in feeds.Where(f => f.Reconciled == false)) context.Progress.WriteLine(text["Loading.NotReconciled", feed.Feed]);
        return ExitCode.Failed;
    }

    static async Task<int> StatusAsync(VerbContext context)
    {
        var warehouse = context.Services.GetRequiredService<IWarehouse>();
        var company = context.Services.GetRequiredService<ICompany>();
        IReadOnlyList<LoadedFeed> loads = [];
        IReadOnlyList<(string Table, long Rows)> tables = [];
        if (warehouse.IsUsable) (loads, tables) = await warehouse.ReadAsync(c => (Ledger.Last(c), Ledger.Tables(c)), context.Cancel);
        if (context.Json)
        {
            context.WriteJson(new
            {
                loads = loads.Select(l => new { feed = l.Feed, watermark = l.Watermark, rows = l.Held, at = company.WithOffset(l.At), ms = l.Ms, reconciled = l.Reconciled }),
                tables = tables.Select(t => new { table = t.Table, rows = t.Rows }),
            });
            return ExitCode.Done;
        }
        var text = context.Services.GetRequiredService<Texts>();
        if (loads.Count == 0) context.Out.WriteLine(text["Warehouse.NotLoaded"]);
        foreach (var l in loads)
            context.Out.WriteLine(text["Loading.Line", l.Feed, l.Watermark, l.Changed, l.Held, company.ToLocal(l.At).ToString("yyyy-MM-dd HH:mm:ss"), l.Ms,
                text[l.Reconciled switch { true => "Loading.Reconciled", false => "Loading.Differs", null => "Loading.StillChanging" }]]);
        foreach (var t in tables) context.Out.WriteLine($"{t.Table,-20}{t.Rows,12:N0}");
        return ExitCode.Done;
    }

    /// <summary>A line on standard error every few seconds.</summary>
    sealed class EveryFewSeconds(TextWriter progress, Texts text) : IProgress<LoadProgress>
    {
        long _last = Stopwatch.GetTimestamp();

        public void Report(LoadProgress value)
        {
            if (Stopwatch.GetElapsedTime(_last).TotalSeconds < 3) return;
            _last = Stopwatch.GetTimestamp();
            progress.WriteLine(text["Loading.Progress", value.Feed, value.Rows]);
        }
    }
}
