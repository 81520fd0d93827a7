using System.CommandLine;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Import;

/// <summary><c>import orders FILE</c>.</summary>
internal static class ImportOrders
{
    public static Command Verb(VerbRunner verbs)
    {
        var file = new Argument<string?>("FILE") { Description = "CSV or XLSX; with --template, the file to write.", Arity = ArgumentArity.ZeroOrOne };
        var map = new Option<string?>("--map") { Description = "JSON file that says how the columns are read.", HelpName = "MAP.json" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, store nothing." };
        var rejects = new Option<string?>("--rejects") { Description = "Where refused rows are written.", HelpName = "OUT.csv" };
        var (template, codes) = (TemplateVerb.Asked(), TemplateVerb.AsCodes());
        var orders = new Command("orders", "Service orders with their past.") { file, map, dryRun, rejects, template, codes };
        verbs(orders, (parse, verb) => parse.GetValue(template)
            ? TemplateAsync(parse.GetValue(file), parse.GetValue(codes), verb)
            : RunAsync(parse.GetValue(file) ?? throw new WrongUsage("import orders: FILE is missing."), parse.GetValue(map), parse.GetValue(dryRun), parse.GetValue(rejects), verb), createsData: true);
        return new Command("import", "Take data over from files.") { orders };
    }

    static Task<int> TemplateAsync(string? file, bool codes, VerbContext verb)
    {
        var policy = verb.Services.GetRequiredService<Requests.OrderRulebook>().InForceAt(verb.Services.GetRequiredService<TimeProvider>().Now()).Sla;
        return TemplateVerb.WriteAsync(OrderTemplate.Of(policy), file, codes, verb);
    }

    static async Task<int> RunAsync(string file, string? mapFile, bool dryRun, string? rejectsFile, VerbContext verb)
    {
        var map = mapFile is null ? new ImportMap() : ImportMap.Parse(await ReadAsync(verb.FullPath(mapFile), verb.Cancel));
        var order = new OrderImportOrder(verb.FullPath(file), map, dryRun);
        var import = verb.Services.GetRequiredService<OrderImport>();
        var text = verb.Services.GetRequiredService<Texts>();
        Announce(import, order, text, verb);
        await using var rejects = rejectsFile is null ? null : new StreamWriter(verb.FullPath(rejectsFile), false, new UTF8Encoding(true));
        var report = new ImportReport("orders", text, rejects);
        await import.RunAsync(order, report, new ProgressLines(verb.Progress, text), verb.Cancel);
        if (verb.Json) verb.WriteJson(report.ToJson());
        else verb.Out.WriteLine(text["Import.Summary", report.Read, report.Accepted, report.Updated, report.Unchanged, report.Rejected]);
        return report.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
    }

    static async Task<string> ReadAsync(string path, CancellationToken ct) =>
        File.Exists(path) ? await File.ReadAllTextAsync(path, ct) : throw new Kernel.RuleViolation("Import.NoFile", path);

    static void Announce(OrderImport import, OrderImportOrder order, Texts text, VerbContext verb)
    {
        var (file, reader) = import.Open(order);
        file.Dispose();
        if (reader.Ignored.Count > 0) verb.Progress.WriteLine(text["Import.Ignored", string.Join(", ", reader.Ignored)]);
        if (reader.NotInFile.Count > 0) verb.Progress.WriteLine(text["Import.NotInFile", string.Join(", ", reader.NotInFile)]);
    }

    /// <summary>A line every few seconds.</summary>
    sealed class ProgressLines(TextWriter to, Texts text) : IProgress<int>
    {
        long _last = System.Diagnostics.Stopwatch.GetTimestamp();

        public void Report(int value)
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(_last) < TimeSpan.FromSeconds(3)) return;
            _last = System.Diagnostics.Stopwatch.GetTimestamp();
            to.WriteLine(text["Import.Progress", value]);
        }
    }
}
