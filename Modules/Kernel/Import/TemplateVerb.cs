using System.CommandLine;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Text;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Kernel.Import;

/// <summary>What <c>import KIND --template</c> does, the same for every kind.</summary>
public static class TemplateVerb
{
    public static Option<bool> Asked() => new("--template") { Description = "Write a file to start from (headers, an example, notes): FILE.xlsx or FILE.csv, without FILE a CSV on standard output." };
    public static Option<bool> AsCodes() => new("--codes") { Description = "With --template: code names as headers instead of labels." };

    /// <param name="file">Where to: <c>.xlsx</c> or <c>.csv</c>; null for a CSV on standard output with the notes on standard error.</param>
    /// <param name="codes">Code names as headers.</param>
    /// <exception cref="WrongUsage">The file has another ending.</exception>
    /// <exception cref="RuleViolation">The file exists already or its folder does not.</exception>
    public static async Task<int> WriteAsync(ImportTemplate template, string? file, bool codes, VerbContext verb)
    {
        var text = verb.Services.GetRequiredService<Texts>();
        if (file is null)
        {
            verb.Out.Write(template.Csv(text, codes));
            foreach (var note in template.Notes(text)) verb.Progress.WriteLine(string.Join("  ", note));
            return ExitCode.Done;
        }
        var path = verb.FullPath(file);
        var content = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".xlsx" => template.Xlsx(text, codes),
            ".csv" => template.CsvFile(text, codes),
            _ => throw new WrongUsage($"import {template.Kind}: a template ends in .xlsx or .csv, not '{file}'."),
        };
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw new RuleViolation("Import.Template.NoFolder", Path.GetDirectoryName(path));
        if (File.Exists(path)) throw new RuleViolation("Import.Template.Exists", path);
        await File.WriteAllBytesAsync(path, content, verb.Cancel);
        verb.Out.WriteLine(text["Import.Template.Written", path]);
        return ExitCode.Done;
    }
}
