using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Requests;

/// <summary>A clock as a list of intervals with the verdicts: the answer to <em>why is this order late?</em>, for the page, the command line and the API.</summary>
/// <param name="Basis">attempts when contact attempts met the clock, inferred when an import inferred its end; null otherwise.</param>
internal sealed record ClockStory(
    ClockKind Clock, TimeLimit Limit, DateTime? Started, DateTime? Due, DateOnly? DueDay, DateTime? Ended, DateTime? GrossDue, ClockVerdict? GrossVerdict, ClockVerdict Verdict,
    string? Basis, double UsedShare, IReadOnlyList<ClockInterval> Intervals, IReadOnlyList<int> MissingCalendarYears)
{
    public static IReadOnlyList<ClockStory> Of(ServiceOrder order, OrderRules rules, DateTime now) =>
    [
        Of(ClockKind.Response, order.Response, rules, [], now),
        Of(ClockKind.Handling, order.Handling, rules, order.HandlingPauses, now),
    ];

    /// <summary>Without the intervals: for lists.</summary>
    public static ClockStory Brief(ClockKind kind, SlaClock clock, OrderRules rules, IReadOnlyList<PauseSpan> pauses, DateTime now) => Of(kind, clock, rules, pauses, now, brief: true);

    static ClockStory Of(ClockKind kind, SlaClock clock, OrderRules rules, IReadOnlyList<PauseSpan> pauses, DateTime now, bool brief = false)
    {
        var reading = clock.Read(rules.Calendar, pauses, rules.Sla.WarnShare, now);
        return new ClockStory(kind, clock.Limit, clock.Started, reading.Due, reading.DueDay, clock.Ended, reading.GrossDue, reading.GrossVerdict, reading.Verdict,
            clock.ByAttempts ? "attempts" : clock.Inferred ? "inferred" : null, reading.UsedShare, brief ? [] : clock.Explain(rules.Calendar, pauses, rules.Sla.WarnShare, now), reading.MissingCalendarYears);
    }
}

/// <summary>A clock as other programs read it, by <c>order explain --json</c> and by the API; its names stay.</summary>
/// <param name="Clock">response or handling.</param>
/// <param name="Basis">attempts, inferred, or null.</param>
internal sealed record ClockDocument(
    string Clock, string Limit, DateTimeOffset? Started, DateTimeOffset? Due, DateTimeOffset? Ended, DateTimeOffset? GrossDue, string? GrossVerdict, string Verdict, string? Basis, IReadOnlyList<ClockPart> Intervals)
{
    public static ClockDocument Of(ClockStory s, ICompany company) => new(
        Code.Of(s.Clock), s.Limit.ToString(), company.WithOffset(s.Started), company.WithOffset(s.Due), company.WithOffset(s.Ended), company.WithOffset(s.GrossDue), Code.Of(s.GrossVerdict), Code.Of(s.Verdict), s.Basis,
        [.. s.Intervals.Select(i => new ClockPart(company.WithOffset(i.From), company.WithOffset(i.To), i.Counts, i.Reason))]);
}

/// <param name="Counts">Whether the clock runs in it.</param>
internal sealed record ClockPart(DateTimeOffset From, DateTimeOffset? To, bool Counts, string? Reason);

/// <summary><c>order explain NUMBER</c>.</summary>
internal static class ExplainOrder
{
    public static Command Verb(VerbRunner verbs)
    {
        var number = new Argument<string>("NUMBER") { Description = "Number of the order." };
        var explain = new Command("explain", "Both clocks as lists of intervals with rules, and the verdict.") { number };
        verbs(explain, (parse, verb) => RunAsync(parse.GetValue(number)!, verb));
        return new Command("order", "Service orders.") { explain };
    }

    static async Task<int> RunAsync(string number, VerbContext verb)
    {
        var (company, rulebook, text) = (verb.Services.GetRequiredService<ICompany>(), verb.Services.GetRequiredService<OrderRulebook>(), verb.Services.GetRequiredService<Texts>());
        ServiceOrder order;
        try
        {
            order = await verb.Services.GetRequiredService<ServiceDbContext>().Set<ServiceOrder>().WholeAsync(number, verb.Cancel);
        }
        catch (NotThere)
        {
            throw new RuleViolation("Requests.NoSuchOrder", number);
        }
        var now = verb.Services.GetRequiredService<TimeProvider>().Now();
        var stories = ClockStory.Of(order, rulebook.KeptBy(order), now);
        string? At(DateTime? utc) => company.WithOffset(utc)?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz");
        if (verb.Json)
        {
            verb.WriteJson(new { order = order.Number, policy = order.PolicyVersion, calendar = order.CalendarVersion, agreement = rulebook.TermsOf(order)?.Name, clocks = stories.Select(s => ClockDocument.Of(s, company)) });
            return ExitCode.Done;
        }
        verb.Out.WriteLine($"{order.Number}  {text.Of(order.Status)}  {rulebook.TermsOf(order)?.Name}".TrimEnd());
        foreach (var story in stories)
        {
            verb.Out.WriteLine($"{text.Of(story.Clock)}  {story.Limit}  {text.Of(story.Verdict)}  {At(story.Started)} → {At(story.Due)}  {At(story.Ended)}");
            foreach (var interval in story.Intervals)
                verb.Out.WriteLine($"  {At(interval.From)} – {At(interval.To)}  {text[interval.Counts ? "Requests.Clock.Counts" : "Requests.Clock.Stands"]}  {interval.Reason}");
        }
        return ExitCode.Done;
    }
}
