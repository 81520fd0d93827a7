using System.CommandLine;
using System.Text;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Text;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Kernel.Import;

/// <summary>What <c>import KIND FILE</c> does around the reading of the rows, the same for every kind of plain table.</summary>
public static class ImportVerb
{
    /// <param name="kind">Name of the verb and of the report.</param>
    /// <param name="rows">What a row of the file is.</param>
    /// <param name="run">Reads the file at a path, under a map, storing nothing on a dry run, and reports row by row.</param>
    /// <param name="template">A file to start from.</param>
    public static Command Of<TImport>(VerbRunner verbs, string kind, string about, string rows, Func<TImport, string, ImportMap, bool, ImportReport, CancellationToken, Task> run, Func<TImport, ImportTemplate> template) where TImport : notnull
    {
        var file = new Argument<string?>("FILE") { Description = rows + " With --template, the file to write.", Arity = ArgumentArity.ZeroOrOne };
        var map = new Option<string?>("--map") { Description = "JSON file that says how the columns are read.", HelpName = "MAP.json" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, store nothing." };
        var rejects = new Option<string?>("--rejects") { Description = "Where refused rows are written.", HelpName = "OUT.csv" };
        var (asks, codes) = (TemplateVerb.Asked(), TemplateVerb.AsCodes());
        var import = new Command(kind, about) { file, map, dryRun, rejects, asks, codes };
        verbs(import, async (parse, verb) =>
        {
            if (parse.GetValue(asks)) return await TemplateVerb.WriteAsync(template(verb.Services.GetRequiredService<TImport>()), parse.GetValue(file), parse.GetValue(codes), verb);
            var read = parse.GetValue(map) is { } mapFile ? ImportMap.Parse(await File.ReadAllTextAsync(Existing(verb, mapFile), verb.Cancel)) : new ImportMap();
            var path = Existing(verb, parse.GetValue(file) ?? throw new WrongUsage($"import {kind}: FILE is missing."));
            await using var refused = parse.GetValue(rejects) is { } to ? new StreamWriter(verb.FullPath(to), false, new UTF8Encoding(true)) : null;
            var text = verb.Services.GetRequiredService<Texts>();
            var report = new ImportReport(kind, text, refused);
            await run(verb.Services.GetRequiredService<TImport>(), path, read, parse.GetValue(dryRun), report, verb.Cancel);
            if (verb.Json) verb.WriteJson(report.ToJson());
            else verb.Out.WriteLine(text["Import.Summary", report.Read, report.Accepted, report.Updated, report.Unchanged, report.Rejected]);
            return report.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
        }, createsData: true);
        return new Command("import", "Take data over from files.") { import };
    }

    static string Existing(VerbContext verb, string file) => verb.FullPath(file) is var path && File.Exists(path) ? path : throw new RuleViolation("Import.NoFile", path);
}
