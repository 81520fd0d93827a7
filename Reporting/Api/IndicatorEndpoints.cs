using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AfterSales.Reporting.Api;

internal sealed record Catalogue(IReadOnlyList<IndicatorDescribed> Indicators);

/// <summary>An indicator over a span: how <c>indicator show --json</c> is built, for the description.</summary>
/// <param name="Cohort">What is counted, in words.</param>
internal sealed record IndicatorDocument(string Indicator, string Unit, DateTimeOffset AsOf, string Cohort, IReadOnlyList<PeriodDocument> Periods, NumberDocument Total);

/// <param name="Period">2026-10-05, 2026-W41, 2026-10, 2026-Q4 or 2026.</param>
/// <param name="Slice">Dimension to code; null for all rows.</param>
/// <param name="Value">A share is 0 to 1; null without data.</param>
/// <param name="Denominator">For a median the number of rows.</param>
/// <param name="Complete">The period is over and its number settled.</param>
/// <param name="P90">Where the indicator is a median.</param>
internal sealed record PeriodDocument(string Period, DateOnly From, DateOnly To, Dictionary<string, string>? Slice, double? Value, double? Numerator, double Denominator, long Excluded, bool Complete, LimitsDocument? Limits, IReadOnlyList<string> Signals, double? P90);

internal sealed record LimitsDocument(double? Lower, double? Center, double? Upper);

/// <inheritdoc cref="PeriodDocument"/>
internal sealed record NumberDocument(double? Value, double? Numerator, double Denominator, long Excluded, double? P90);

/// <summary>The company's numbers for other programs: the same documents as <c>indicator list --json</c> and <c>indicator show CODE --json</c>.</summary>
internal static class IndicatorEndpoints
{
    public const string Read = "indicators.read";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/indicators", (Texts text) => TypedResults.Ok(new Catalogue([.. Indicator.All.Select(i => IndicatorVerbs.Described(i, text))]))).Is(new("indicators.list", Read));
        api.MapGet("/indicators/{code}", ShowAsync).Produces<IndicatorDocument>().Is(new("indicators.get", Read) { Refusals = [404, 422] });
    }

    /// <param name="From">First local day.</param>
    /// <param name="To">Last local day, included.</param>
    /// <param name="By">day, week, month (unless given), quarter or year.</param>
    /// <param name="Slice">A dimension: one series for each of its members.</param>
    /// <param name="Where"><c>dimension=code</c>: rows of one member only; may be repeated.</param>
    internal sealed record Asked(string Code, string From, string To, string? By, string? Slice, string[]? Where, CancellationToken Ct);

    static async Task<IResult> ShowAsync([AsParameters] Asked asked, IndicatorReader reader, ICompany company, Texts text)
    {
        if (Indicator.Of(asked.Code) is null) throw new Kernel.Pages.NotThere();
        var answer = await reader.ReadAsync(QuestionOf(asked), asked.Ct);
        return Results.Json(IndicatorVerbs.Json(answer, company, text));
    }

    /// <exception cref="ApiRefusal">400: the question itself is wrong; other refusals concern the data.</exception>
    static Question QuestionOf(Asked asked)
    {
        try
        {
            return Question.Parse(asked.Code, asked.From, asked.To, asked.By ?? Grain.Month.Code, asked.Slice, asked.Where ?? []);
        }
        catch (RuleViolation typing) when (typing.Key.StartsWith(Question.Usage, StringComparison.Ordinal))
        {
            throw new ApiRefusal(StatusCodes.Status400BadRequest, typing.Key, [.. typing.Args]);
        }
    }
}
