using System.CommandLine;
using System.Text.Json.Nodes;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Reporting.Scorecard;

/// <summary><c>scorecard --month YYYY-MM [--contract CODE]</c>: clause by clause.</summary>
internal sealed class ScorecardVerb
{
    readonly Option<string> _month = new("--month") { Description = "The month, yyyy-MM.", Required = true, HelpName = "YYYY-MM" };
    readonly Option<string?> _contract = new("--contract") { Description = "Code of the contract; the default contract without it.", HelpName = "CODE" };

    public static Command All(VerbRunner verbs) => new ScorecardVerb().Build(verbs);

    Command Build(VerbRunner verbs)
    {
        var command = new Command("scorecard", "Whether the contract is kept, clause by clause.") { _month, _contract };
        verbs(command, async (parse, context) =>
        {
            var text = context.Services.GetRequiredService<Texts>();
            var card = await context.Services.GetRequiredService<ReadScorecard>().ReadAsync(MonthFrom(parse, text), parse.GetValue(_contract), context.Cancel);
            if (context.Json) context.WriteJson(Json(card, text));
            else Print(card, text, context.Out);
            return ExitCode.Done;
        });
        return command;
    }

    DateOnly MonthFrom(ParseResult parse, Texts text)
    {
        try
        {
            return ReadScorecard.MonthOf(parse.GetValue(_month)!);
        }
        catch (RuleViolation typing)
        {
            throw new WrongUsage(text.Of(typing));
        }
    }

    /// <summary>The document that other programs read; its names stay.</summary>
    internal static JsonObject Json(MonthCard card, Texts text) => new()
    {
        ["month"] = card.Month.ToString("yyyy-MM"),
        ["contract"] = card.Contract,
        ["complete"] = card.Over,
        ["closedBy"] = card.Closed?.ClosedBy,
        ["clauses"] = new JsonArray([.. card.Clauses.Select(line => (JsonNode)new JsonObject
        {
            ["clause"] = line.Clause.Number,
            ["indicator"] = line.Worst?.Indicator.Code,
            ["value"] = line.Worst?.Number.Value,
            ["target"] = line.Worst?.Target,
            ["state"] = Code.Of(line.State),
            ["evidence"] = line.Worst?.Evidence,
            ["reason"] = WhyNot(line) is { } why ? text[why] : null,
        })]),
    };

    /// <summary>Key of the sentence that says why a clause is not measured; null when it is.</summary>
    internal static string? WhyNot(ClauseLine line) => line.State != ClauseState.NotMeasured ? null : line.Worst is null ? "Scorecard.NotMeasured.NoIndicator" : "Scorecard.NotMeasured.NoTarget";

    static void Print(MonthCard card, Texts text, TextWriter output)
    {
        output.WriteLine(text["Scorecard.Print.Title", card.Month.ToString("yyyy-MM"), card.Contract]);
        foreach (var line in card.Clauses)
            output.WriteLine($"{line.Clause.Number,-7}{text.Of(line.State),-16}{line.Worst?.Indicator.Code,-32}{(line.Worst is { } w ? IndicatorVerbs.Shown(w.Indicator, w.Number.Value) : "–"),10}{(line.Worst is { Target: not null } t ? IndicatorVerbs.Shown(t.Indicator, t.Target) : "–"),10}  {line.Clause.Name}");
        output.WriteLine(string.Join(" · ", Enum.GetValues<ClauseState>().Select(s => $"{text.Of(s)} {card.Count(s)}")));
    }
}
