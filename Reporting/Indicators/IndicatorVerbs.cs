using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Loading;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Reporting.Indicators;

/// <summary>One entry of the catalogue, as other programs read it.</summary>
internal sealed record IndicatorDescribed(string Code, string Zh, string En, string Clause, string Unit, string Good, double? Target, string Chart, string Definition);

/// <summary><c>indicator list|show|rows</c>.</summary>
internal sealed class IndicatorVerbs
{
    readonly Argument<string> _code = new("CODE") { Description = "Code of the indicator; `indicator list` shows them." };
    readonly Option<string> _from = new("--from") { Description = "First local day, yyyy-MM-dd.", Required = true, HelpName = "D" };
    readonly Option<string> _to = new("--to") { Description = "Last local day, included.", Required = true, HelpName = "D" };
    readonly Option<string> _by = new("--by") { Description = "day, week, month, quarter or year.", DefaultValueFactory = _ => "month", HelpName = "GRAIN" };
    readonly Option<string?> _slice = new("--slice") { Description = string.Join(", ", FactSource.SliceCodes) + ".", HelpName = "DIMENSION" };
    readonly Option<string[]> _where = new("--where") { Description = "Rows of one member only; may be repeated.", HelpName = "DIMENSION=CODE", Arity = ArgumentArity.ZeroOrMore };
    readonly Option<string> _partOf = new("--part") { Description = "counted, hits, misses or excluded.", DefaultValueFactory = _ => "counted", HelpName = "PART" };

    public static Command All(VerbRunner verbs, Func<Texts> ownTexts) => new IndicatorVerbs().Build(verbs, ownTexts);

    Command Build(VerbRunner verbs, Func<Texts> ownTexts)
    {
        Command list = new("list", "The catalogue."),
            show = new("show", "The numbers behind every page, with limits and signals.") { _code, _from, _to, _by, _slice, _where },
            rows = new("rows", "The rows behind one number.") { _code, _from, _to, _where, _partOf };
        list.SetAction(parse => List(parse, ownTexts())); // needs no data folder
        verbs(show, (parse, context) => ShowAsync(QuestionOf(parse, context, parse.GetValue(_by)!, parse.GetValue(_slice)), context));
        verbs(rows, (parse, context) => RowsAsync(QuestionOf(parse, context, Grain.Month.Code, null), PartFrom(parse, context), context));
        return new Command("indicator", "The company's numbers.") { list, show, rows };
    }

    static int List(ParseResult parse, Texts text)
    {
        var output = parse.InvocationConfiguration.Output;
        if (parse.GetValue<bool>("--json"))
            output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { indicators = Indicator.All.Select(i => Described(i, text)) }, VerbJson.Options));
        else
            foreach (var i in Indicator.All) output.WriteLine($"{i.Code,-28}{i.Clause,-8}{text[i.NameKey]}");
        return ExitCode.Done;
    }

    internal static IndicatorDescribed Described(Indicator i, Texts text) => new(
        i.Code, text.Of(i.NameKey, Texts.Chinese), text.Of(i.NameKey, Texts.English), i.Clause, Kernel.Code.Of(i.Unit), Kernel.Code.Of(i.Good), i.Target, Kernel.Code.Of(i.Chart), text[i.DefinitionKey]);

    Question QuestionOf(ParseResult parse, VerbContext context, string by, string? slice)
    {
        try
        {
            return Question.Parse(parse.GetValue(_code)!, parse.GetValue(_from)!, parse.GetValue(_to)!, by, slice, parse.GetValue(_where) ?? []);
        }
        catch (RuleViolation typing) when (typing.Key.StartsWith(Question.Usage, StringComparison.Ordinal))
        {
            throw new WrongUsage(context.Services.GetRequiredService<Texts>().Of(typing));
        }
    }

    Part PartFrom(ParseResult parse, VerbContext context) => Kernel.Code.TryParse<Part>(parse.GetValue(_partOf), out var part)
        ? part
        : throw new WrongUsage(context.Services.GetRequiredService<Texts>()["Indicators.Usage.Part", parse.GetValue(_partOf), string.Join(" ", Kernel.Code.All<Part>())]);

    static async Task<int> ShowAsync(Question question, VerbContext context)
    {
        var answer = await context.Services.GetRequiredService<IndicatorReader>().ReadAsync(question, context.Cancel);
        var (company, text) = (context.Services.GetRequiredService<ICompany>(), context.Services.GetRequiredService<Texts>());
        if (context.Json) context.WriteJson(Json(answer, company, text));
        else Print(answer, company, text, context.Out);
        return ExitCode.Done;
    }

    /// <summary>The document that other programs read; its names stay.</summary>
    internal static JsonObject Json(Answer answer, ICompany company, Texts text) => new()
    {
        ["indicator"] = answer.Question.Indicator.Code,
        ["unit"] = Kernel.Code.Of(answer.Question.Indicator.Unit),
        ["asOf"] = JsonValue.Create(company.WithOffset(answer.AsOf)),
        ["cohort"] = text[answer.Question.Indicator.CohortKey],
        ["periods"] = new JsonArray([.. answer.Series.SelectMany(s => s.Readings).Select(r => (JsonNode)Json(answer.Question, r))]),
        ["total"] = Json(answer.Question.Indicator, answer.Total, []),
    };

    static JsonObject Json(Question question, Reading reading)
    {
        var period = Json(question.Indicator, reading.Number, new JsonObject
        {
            ["period"] = reading.Period.Name,
            ["from"] = Day(reading.Period.From),
            ["to"] = Day(reading.Period.To),
            ["slice"] = question.Slice is null ? null : new JsonObject { [question.Slice.Code] = reading.Slice },
        });
        period["complete"] = reading.Complete;
        period["limits"] = reading.Limits is { } l ? new JsonObject { ["lower"] = l.Lower, ["center"] = l.Center, ["upper"] = l.Upper } : null;
        period["signals"] = new JsonArray([.. reading.Signals.Select(s => (JsonNode)s)]);
        return period;
    }

    static JsonObject Json(Indicator indicator, Number number, JsonObject into)
    {
        into["value"] = number.Value;
        into["numerator"] = number.Numerator;
        into["denominator"] = number.Denominator;
        into["excluded"] = number.Excluded;
        if (indicator is MedianIndicator) into["p90"] = number.P90;
        return into;
    }

    static void Print(Answer answer, ICompany company, Texts text, TextWriter output)
    {
        var indicator = answer.Question.Indicator;
        output.WriteLine(text["Indicators.Print.Title", text[indicator.NameKey], company.ToLocal(answer.AsOf).ToString("yyyy-MM-dd HH:mm:ss")]);
        output.WriteLine(text[indicator.CohortKey]);
        foreach (var r in answer.Series.SelectMany(s => s.Readings))
            output.WriteLine($"{r.Period.Name,-12}{r.Slice,-16}{Shown(indicator, r.Number.Value),10}{r.Number.Numerator,9:0.##}{r.Number.Denominator,9:0.##}{r.Number.Excluded,7}  " +
                $"{Shown(indicator, r.Limits?.Lower),8} {Shown(indicator, r.Limits?.Center),8} {Shown(indicator, r.Limits?.Upper),8}  {string.Join(' ', r.Signals)}{(r.Complete ? "" : " …")}");
        output.WriteLine(text["Indicators.Print.Total", Shown(indicator, answer.Total.Value), answer.Total.Denominator, answer.Total.Excluded]);
    }

    /// <summary>A value for people: 98.2 % or 3.50; a dash without data.</summary>
    internal static string Shown(Indicator indicator, double? value) => value is not { } v ? "–" : indicator.Unit switch
    {
        Unit.Share => (v * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        Unit.Points or Unit.Index => v.ToString("0.0", CultureInfo.InvariantCulture),
        Unit.Count => v.ToString("0", CultureInfo.InvariantCulture),
        _ => v.ToString("0.00", CultureInfo.InvariantCulture),
    };

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static async Task<int> RowsAsync(Question question, Part part, VerbContext context)
    {
        var company = context.Services.GetRequiredService<ICompany>();
        await context.Services.GetRequiredService<IndicatorReader>().ReadAsync(question, context.Cancel); // refuses what the page would refuse
        var answer = await context.Services.GetRequiredService<RowsBehind>().ReadAsync(question, part, int.MaxValue, 0, context.Cancel);
        var shown = question.Indicator.Source.Shown;
        if (!context.Json)
        {
            foreach (var row in answer.Rows) context.Out.WriteLine($"{Day(row.Day)}  {row.Shown[0],-20} {(row.Hit ? "+" : "-")} {(row.Value is { } v ? v.ToString("0.00") : "")}");
            context.Out.WriteLine(answer.Count);
            return ExitCode.Done;
        }
        context.WriteJson(new JsonObject
        {
            ["indicator"] = question.Indicator.Code,
            ["asOf"] = JsonValue.Create(company.WithOffset(answer.AsOf)),
            ["part"] = Kernel.Code.Of(part),
            ["count"] = answer.Count,
            ["rows"] = new JsonArray([.. answer.Rows.Select(r => (JsonNode)Json(r, shown, question, company))]),
        });
        return ExitCode.Done;
    }

    static JsonObject Json(RowBehind row, IReadOnlyList<(string Name, string Sql)> shown, Question question, ICompany company)
    {
        var json = new JsonObject { ["day"] = Day(row.Day) };
        if (question.Indicator.Amount is not null) json["value"] = row.Value;
        else json["hit"] = row.Hit;
        for (var i = 0; i < shown.Count; i++)
            json[shown[i].Name] = row.Shown[i] switch
            {
                null => null,
                DateTime utc => JsonValue.Create(company.WithOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))),
                var other => JsonValue.Create(other.ToString()),
            };
        return json;
    }
}
