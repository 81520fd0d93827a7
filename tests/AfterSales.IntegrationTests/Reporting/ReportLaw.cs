using AfterSales.Reporting.Indicators;
using AfterSales.Service.Contracts.Feed;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>Every indicator by SQL is the same as counted in plain C# over the orders, for random questions, and the rows behind have that count.</summary>
public sealed class ReportLaw
{
    static readonly DateTime Now = new(2026, 6, 15, 17, 30, 0, DateTimeKind.Utc); // 16 June, 01:30 in Shanghai
    static readonly DateOnly Today = new(2026, 6, 16);
    static readonly IReadOnlyList<Indicator> OfOrders = [.. Indicator.All.Where(i => i.Source == FactSource.Orders)];
    static int Questions => Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 2_000 : 200;

    /// <summary>The rules as the contract says them. Null: not in question; otherwise the day, whether it counts (true), is left out (false), the hit, the value, and of a ratio what it is a part of.</summary>
    static (DateOnly Day, bool Counted, bool Hit, double? Value, double? Of)? Judge(string indicator, OrderFeedRow o) => indicator switch
    {
        "response_on_time_rate" => Clock(o, o.Response),
        "handling_on_time_rate" => Clock(o, o.Handling),
        "response_hours" when o.RespondedAt is { } at => (o.RespondedDay!.Value, true, false, (at - o.ReceivedAt).TotalHours, null),
        "response_hours" when o.CancelledAt is null => (o.ReceivedDay, false, false, null, null),
        "handling_hours" when o.CompletedAt is not null => (o.CompletedDay!.Value, o.Handling.NetHours is not null, false, o.Handling.NetHours, null),
        "repeat_repair_rate" when o is { Kind: "repair", Outcome: "fixed", CompletedDay: { } day } => (day, day.AddDays(31) <= Today, o.RepeatedAt is not null, null, null),
        "first_time_fix_rate" when o is { Kind: "repair", Outcome: "fixed", CompletedDay: { } day } => (day, o.Visits is not null && day.AddDays(31) <= Today, o is { Visits: 1, RepeatedAt: null }, null, null),
        "handling_gross_rate" => Clock(o, o.Handling) is { } net ? net with { Hit = o.Handling.GrossVerdict == "met" } : null,
        "special_case_rate" => (o.ReceivedDay, true, o.SpecialReason is not null, null, null),
        "scope_refusal_rate" => (o.ReceivedDay, true, o.RefusedInScope, null, null),
        "regrade_rate" when o is { Kind: "repair", CompletedDay: { } day } => (day, true, o.RegradedToComplex, null, null),
        "off_hours_response_rate" when o.ReceivedOffHours => Clock(o, o.Response),
        "paused_share" when o.CompletedDay is { } day => (day, o.Handling.NetHours is not null, false, o.Handling.PausedHours, o.Handling.NetHours + o.Handling.PausedHours),
        "survey_coverage_rate" when o.CompletedDay is { } day => (day, true, false, null, null), // nobody has been asked here
        _ => null,
    };

    static (DateOnly Day, bool Counted, bool Hit, double? Value, double? Of)? Clock(OrderFeedRow o, ClockFeed c)
    {
        if (c.Verdict is "exempt" or "not_measured") return (c.EndedDay ?? o.ReceivedDay, false, false, null, null);
        if (c.Verdict is null && (c.Due is null || c.Due >= Now)) return null; // not started or not yet due
        var day = c.Ended is { } ended && ended <= c.Due ? c.EndedDay!.Value : c.DueDay!.Value;
        return (day, true, c.Verdict == "met", null, null);
    }

    static string? CodeOf(string slice, OrderFeedRow o) => slice switch
    {
        "team" => o.Team, "technician" => o.Technician, "product" => o.ProductModel, "type" => o.ProductType, "region" => o.Region, "channel" => o.Channel, "fault" => o.FaultCode,
        "complexity" => o.Complexity, _ => o.Contract,
    } ?? "unknown";

    [Fact]
    public async Task numbers_equal_a_count_by_hand_and_the_rows_behind_are_as_many()
    {
        var orders = new MadeUpOrders(11, new DateOnly(2026, 1, 1), Now);
        orders.Live(4_000);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        var random = new Random(12);
        for (var i = 0; i < Questions; i++)
        {
            var question = Random(random, orders);
            var answer = await rig.AskAsync(question);
            var rows = orders.Living.Where(o => question.Where.All(w => CodeOf(w.Slice.Code, o) == w.Code)).ToList();
            Compare(question, rows, answer.Total, question.From, question.To, null);
            foreach (var series in answer.Series)
            {
                Compare(question, rows, series.Total, question.From, question.To, series.Slice);
                foreach (var reading in series.Readings) Compare(question, rows, reading.Number, reading.Period.From, reading.Period.To, series.Slice);
            }
            await CompareRowsAsync(rig, question, answer.Total);
        }
    }

    static Question Random(Random random, MadeUpOrders orders)
    {
        var indicator = OfOrders[random.Next(OfOrders.Count)];
        var from = new DateOnly(2025, 12, 20).AddDays(random.Next(180));
        var slices = FactSource.Orders.Slices;
        var where = Enumerable.Range(0, random.Next(3)).Select(_ => slices[random.Next(slices.Count)]).DistinctBy(s => s.Code)
            .Select(s => new Filter(s, CodeOf(s.Code, orders.Living.ElementAt(random.Next(100)))!)).ToList();
        return new Question(indicator, from, from.AddDays(random.Next(120)), Grain.All[random.Next(Grain.All.Count)], random.Next(2) == 0 ? null : slices[random.Next(slices.Count)], where);
    }

    static void Compare(Question question, IEnumerable<OrderFeedRow> rows, Number number, DateOnly from, DateOnly to, string? slice)
    {
        var judged = rows.Where(o => slice is null || CodeOf(question.Slice!.Code, o) == slice).Select(o => Judge(question.Indicator.Code, o))
            .Where(j => j is { } there && there.Day >= from && there.Day <= to).Select(j => j!.Value).ToList();
        var counted = judged.Where(j => j.Counted).ToList();
        var what = $"{question.Indicator.Code} {from}..{to} by {question.Grain.Code} {question.Slice?.Code}={slice} {string.Join(',', question.Where.Select(w => $"{w.Slice.Code}={w.Code}"))}";
        if (from > Today)
        {
            number.Value.ShouldBeNull(what);
            return;
        }
        number.Excluded.ShouldBe(judged.Count - counted.Count, what);
        if (question.Indicator is RatioIndicator)
        {
            Close(number.Numerator, counted.Sum(j => j.Value), what);
            Close(number.Denominator, counted.Sum(j => j.Of), what);
            return;
        }
        number.Denominator.ShouldBe(counted.Count, what);
        if (question.Indicator is ShareIndicator)
        {
            number.Numerator.ShouldBe(counted.Count(j => j.Hit), what);
            number.Value.ShouldBe(counted.Count == 0 ? null : (double)counted.Count(j => j.Hit) / counted.Count, what);
        }
        else
        {
            Close(number.Value, Percentile([.. counted.Select(j => j.Value!.Value).Order()], 0.5), what);
            Close(number.P90, Percentile([.. counted.Select(j => j.Value!.Value).Order()], 0.9), what);
        }
    }

    static void Close(double? actual, double? expected, string what)
    {
        (actual is null).ShouldBe(expected is null, what);
        if (actual is { } a) a.ShouldBe(expected!.Value, Math.Max(1, Math.Abs(expected.Value)) * 1e-9, what);
    }

    /// <summary>Linear between neighbours, as the SQL standard says for percentile_cont.</summary>
    static double? Percentile(double[] sorted, double fraction)
    {
        if (sorted.Length == 0) return null;
        var at = fraction * (sorted.Length - 1);
        var (below, above) = (sorted[(int)Math.Floor(at)], sorted[(int)Math.Ceiling(at)]);
        return below + (above - below) * (at - Math.Floor(at));
    }

    static async Task CompareRowsAsync(ReportingRig rig, Question question, Number total)
    {
        foreach (var (part, count) in new (Part, double?)[] { (Part.Counted, total.Denominator), (Part.Excluded, total.Excluded), (Part.Hits, total.Numerator), (Part.Misses, total.Denominator - total.Numerator) })
        {
            if (count is null || (question.Indicator is RatioIndicator && part != Part.Excluded)) continue; // a ratio counts no rows
            var rows = await rig.InScopeAsync(s => s.GetRequiredService<RowsBehind>().ReadAsync(question, part, int.MaxValue, 0, default));
            rows.Count.ShouldBe((long)count.Value);
            rows.Rows.Count.ShouldBe((int)count.Value);
            rows.Rows.Select(r => r.Shown[0]).Distinct().Count().ShouldBe((int)count.Value);
        }
    }
}
