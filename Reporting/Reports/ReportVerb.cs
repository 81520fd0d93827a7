using System.CommandLine;
using System.Globalization;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Scorecard;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Reporting.Reports;

/// <summary><c>report --month YYYY-MM|--year YYYY --out FILE.html|FILE.xlsx</c>: the quality report as a file.</summary>
internal sealed class ReportVerb
{
    readonly Option<string?> _month = new("--month") { Description = "The month, yyyy-MM.", HelpName = "YYYY-MM" };
    readonly Option<string?> _year = new("--year") { Description = "The whole year instead of a month.", HelpName = "YYYY" };
    readonly Option<string> _out = new("--out") { Description = "File to write: .html to read and print, .xlsx to calculate.", Required = true, HelpName = "FILE" };
    readonly Option<string?> _contract = new("--contract") { Description = "Code of the contract; the default contract without it.", HelpName = "CODE" };
    readonly Option<string?> _language = new("--lang") { Description = "zh-CN or en; the language of this command without it.", HelpName = "LANG" };

    public static Command All(VerbRunner verbs) => new ReportVerb().Build(verbs);

    Command Build(VerbRunner verbs)
    {
        var command = new Command("report", "The monthly or yearly quality report as a file.") { _month, _year, _out, _contract, _language };
        verbs(command, RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parse, VerbContext context)
    {
        var text = context.Services.GetRequiredService<Texts>();
        var (read, company, path) = (context.Services.GetRequiredService<ReadReport>(), context.Services.GetRequiredService<ICompany>(), context.FullPath(parse.GetValue(_out)!));
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".html" or ".xlsx")) throw new WrongUsage(text["Reports.Usage.Out", Path.GetFileName(path)]);
        if (parse.GetValue(_language) is not (null or "en" or "zh-CN")) throw new WrongUsage(text["Reports.Usage.Language", parse.GetValue(_language)]);
        if (parse.GetValue(_month) is null == parse.GetValue(_year) is null) throw new WrongUsage(text["Reports.Usage.Span"]);
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder)) throw new RuleViolation("Reports.NoFolder", folder);
        var data = parse.GetValue(_month) is { } month ? await read.MonthAsync(MonthFrom(month, text), parse.GetValue(_contract), context.Cancel) : await read.YearAsync(YearFrom(parse.GetValue(_year)!, text), parse.GetValue(_contract), context.Cancel);
        var content = MakeReport.InLanguage(parse.GetValue(_language) ?? CultureInfo.CurrentUICulture.Name, () => extension == ".html" ? Encoding.UTF8.GetBytes(new ReportHtml(text, company).Document(data)) : ReportXlsx.Write(data, text));
        await WriteAsync(path, content, context.Cancel);
        if (context.Json) context.WriteJson(new { ok = true, period = data.Name, contract = data.Card.Contract, file = path, bytes = content.LongLength });
        else context.Out.WriteLine(text["Reports.Written", path, content.LongLength]);
        return ExitCode.Done;
    }

    /// <summary>Whole or not at all: a report that was cut short looks like one.</summary>
    static async Task WriteAsync(string path, byte[] content, CancellationToken ct)
    {
        var unfinished = path + ".unfinished";
        try
        {
            await File.WriteAllBytesAsync(unfinished, content, ct);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw new RuleViolation("Reports.NotWritten", path, failed.Message);
        }
    }

    static DateOnly MonthFrom(string typed, Texts text)
    {
        try
        {
            return ReadScorecard.MonthOf(typed);
        }
        catch (RuleViolation wrong)
        {
            throw new WrongUsage(text.Of(wrong));
        }
    }

    static int YearFrom(string typed, Texts text) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2200 ? year : throw new WrongUsage(text["Reports.Usage.Year", typed]);
}
