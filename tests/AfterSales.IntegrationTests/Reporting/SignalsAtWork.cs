using AfterSales.Kernel;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using AfterSales.Reporting.Signals;
using AfterSales.Service.Contracts.Feed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>Clause 4.4: a signal is found once, names who explains the shift and the orders behind, and stays explained whatever happens to the warehouse.</summary>
public sealed class SignalsAtWork
{
    static readonly DateTime Start = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
    static readonly Actor Officer = new("7", "质量专员");

    /// <summary>Twenty-four quiet months of 80 orders in four teams, 5 in 100 late everywhere; then a month in which team B alone is late with half of its orders.</summary>
    static async Task<(ReportingRig Rig, MadeUpOrders Orders)> BadMonthAsync()
    {
        var orders = new MadeUpOrders(71, new DateOnly(2024, 1, 1), Start);
        for (var month = 0; month < 24; month++)
            for (var i = 0; i < 80; i++) Put(orders, new DateTime(2024, 1, 10, 2, 0, 0, DateTimeKind.Utc).AddMonths(month), "ABCD"[i % 4], late: i / 4 == month % 20);
        var rig = await ReportingRig.StartAsync(orders, Start);
        await WatchAsync(rig);
        for (var i = 0; i < 80; i++) Put(orders, new DateTime(2026, 1, 10, 2, 0, 0, DateTimeKind.Utc), "ABCD"[i % 4], late: i % 4 == 1 && i < 48);
        rig.Time.SetUtcNow(new DateTimeOffset(2026, 2, 13, 1, 0, 0, TimeSpan.Zero)); // Friday, 13 February 2026, 09:00 in Shanghai
        await WatchAsync(rig);
        return (rig, orders);
    }

    static void Put(MadeUpOrders orders, DateTime received, char team, bool late)
    {
        var (due, ended) = (received.AddHours(24), received.AddHours(late ? 30 : 2));
        var key = orders.LastChange + 1;
        orders.Put(orders.Order(key) with
        {
            Number = $"SO-{key:00000}", Team = team.ToString(), ProductModel = key % 2 == 0 ? "M1" : "M2", Channel = key % 3 == 0 ? "phone" : "web", Contract = "default", Technician = $"{team}{key % 3}",
            ReceivedAt = received, ReceivedDay = Day(received), RespondedAt = ended, RespondedDay = Day(ended), CompletedAt = null, CompletedDay = null, ClosedAt = null, ClosedDay = null,
            Response = new ClockFeed { Started = received, Due = due, DueDay = Day(due), Ended = ended, EndedDay = Day(ended), Verdict = late ? "missed" : "met", PausedHours = 0, MetByAttempts = false, Inferred = false },
            Handling = new ClockFeed { PausedHours = 0, MetByAttempts = false, Inferred = false },
        });
    }

    static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(8));

    static async Task WatchAsync(ReportingRig rig)
    {
        await rig.LoadAsync();
        await rig.InScopeAsync(async s =>
        {
            var today = Day(rig.Time.GetUtcNow().UtcDateTime);
            foreach (var grain in WatchSignals.Watched) // one indicator's charts; WatchingForSignals runs the whole job
                await s.GetRequiredService<WatchSignals>().LookAsync(Indicator.Of("response_on_time_rate")!, grain, today.AddDays(-400), today, _ => rig.Time.GetUtcNow().UtcDateTime, AfterSales.Kernel.PublicId.New, default);
            return await s.GetRequiredService<ReportingDbContext>().SaveChangesAsync();
        });
    }

    static Task<List<Signal>> FoundAsync(ReportingRig rig) => rig.InScopeAsync(s => s.GetRequiredService<ReportingDbContext>().Set<Signal>().AsNoTracking().Where(x => x.Indicator == "response_on_time_rate").ToListAsync());

    [Fact]
    public async Task the_team_that_moved_is_named_first_with_its_orders_and_the_event_says_so()
    {
        var (rig, _) = await BadMonthAsync();
        await using var open = rig;
        var signal = (await FoundAsync(rig)).Single(s => s is { Grain: "month", Period: "2026-01", Dimension: "", Rule: Rule.BeyondLimits });
        signal.IsWorse.ShouldBeTrue();
        signal.Value.ShouldBe(68 / 80.0, 1e-9); // twelve of team B's twenty are late
        (signal.Slices[0].Dimension, signal.Slices[0].Code).ShouldBe(("team", "B"));
        // usual 0.95: the shift is 68 - 76 = -8 orders, team B adds 8 - 19 = -11, the others +1 each
        signal.Slices[0].Explained.ShouldBe(11 / 8.0, 1e-6);
        signal.Slices[0].Weight.ShouldBe(0.25, 1e-9);
        signal.Orders.Count.ShouldBe(12);
        var told = (await EventsAsync(rig)).Single(e => e.SignalId == signal.PublicId);
        (told.IsWorse, told.Slices[0].Code, told.Orders.Count, told.Target).ShouldBe((true, "B", 12, 0.98));
        told.Rows.ShouldContain("part=misses");
    }

    [Fact]
    public async Task a_team_apart_from_the_companys_limits_is_a_signal_of_its_own_and_the_good_ones_are_none()
    {
        var (rig, _) = await BadMonthAsync();
        await using var open = rig;
        var apart = (await FoundAsync(rig)).Where(s => s.Dimension == "team").ToList();
        apart.ShouldContain(s => s.Member == "B" && s.Period == "2026-01" && s.Rule == Rule.BeyondLimits);
        apart.ShouldAllBe(s => s.Member == "B" && s.IsWorse);
    }

    [Fact]
    public async Task it_is_found_once_and_stays_explained_after_a_rebuild()
    {
        var (rig, _) = await BadMonthAsync();
        await using var open = rig;
        var found = await FoundAsync(rig);
        (await EventsAsync(rig)).Select(e => e.SignalId).ShouldBeUnique();
        await ExplainAsync(rig, found.First(s => s is { Grain: "month", Dimension: "", Rule: Rule.BeyondLimits }).PublicId);
        await rig.RebuildAsync();
        await WatchAsync(rig);
        var again = await FoundAsync(rig);
        again.Count.ShouldBe(found.Count);
        again.Count(s => s.State == SignalState.Explained).ShouldBe(1);
    }

    [Fact]
    public async Task five_working_days_count_the_make_up_saturday_and_leave_out_the_spring_festival()
    {
        var (rig, _) = await BadMonthAsync();
        await using var open = rig;
        // found on Friday 13 February; worked are Saturday the 14th (make-up day), then 24, 25, 26 and 27 after the festival
        (await FoundAsync(rig)).Where(s => s.FoundDay == new DateOnly(2026, 2, 13)).ShouldAllBe(s => s.DueDay == new DateOnly(2026, 2, 27));
    }

    [Fact]
    public async Task explained_in_time_is_counted_and_open_ones_wait_beside()
    {
        var (rig, _) = await BadMonthAsync();
        await using var open = rig;
        var all = await rig.InScopeAsync(s => s.GetRequiredService<ReportingDbContext>().Set<Signal>().AsNoTracking().ToListAsync());
        await ExplainAsync(rig, all[0].PublicId);
        await rig.LoadAsync();
        var question = Question.Parse("signal_explained_rate", "2026-02-01", "2026-02-28", "month", null, []);
        var waiting = (await rig.AskAsync(question)).Total;
        (waiting.Numerator, waiting.Denominator, waiting.Excluded).ShouldBe((1, 1, all.Count - 1));
        rig.Time.SetUtcNow(new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero)); // the five working days are over
        await rig.LoadAsync();
        var late = (await rig.AskAsync(question)).Total;
        (late.Numerator, late.Denominator, late.Excluded).ShouldBe((1, all.Count, 0));
    }

    [Fact]
    public async Task the_clause_is_watched_until_its_signal_is_explained()
    {
        var explained = new SignalPlace("response_on_time_rate", "month", "2026-01", Rule.BeyondLimits);
        var (rig, _) = await BadMonthAsync();
        await using var open = rig;
        var signal = (await FoundAsync(rig)).Single(s => s.Place == explained);
        var before = await JudgeAsync(rig);
        before.Signals.ShouldContain(Rule.BeyondLimits);
        Judgement.StateOf(before.Indicator, before.Number, 0.5, (null, null), unexplained: true).ShouldBe(ClauseState.Watch);
        await ExplainAsync(rig, signal.PublicId);
        Judgement.StateOf(before.Indicator, before.Number, 0.5, (null, null), unexplained: false).ShouldBe(ClauseState.Kept);
    }

    static async Task<Judgement> JudgeAsync(ReportingRig rig) =>
        (await rig.InScopeAsync(s => s.GetRequiredService<ReadScorecard>().ReadOpenAsync(new DateOnly(2026, 1, 1), null, default))).Judgements.Single(j => j.Indicator.Code == "response_on_time_rate");

    [Fact]
    public async Task an_explanation_needs_a_cause_and_words_and_can_be_bettered()
    {
        var (rig, _) = await BadMonthAsync();
        await using var open = rig;
        var id = (await FoundAsync(rig))[0].PublicId;
        (await Should.ThrowAsync<RuleViolation>(() => ExplainAsync(rig, id, null, "班组人手不足"))).Key.ShouldBe("Signals.CauseMissing");
        (await Should.ThrowAsync<RuleViolation>(() => ExplainAsync(rig, id, SignalCause.SpecialCause, " x "))).Key.ShouldBe("Signals.WordsMissing");
        await ExplainAsync(rig, id);
        rig.Time.Advance(TimeSpan.FromDays(3));
        await ExplainAsync(rig, id, SignalCause.ProcessChange, "改为两班值守");
        var signal = (await FoundAsync(rig)).Single(s => s.PublicId == id);
        (signal.ExplainedDay, signal.Explanation).ShouldBe((new DateOnly(2026, 2, 13), "改为两班值守"));
    }

    static Task<int> ExplainAsync(ReportingRig rig, Guid id, SignalCause? cause = SignalCause.SpecialCause, string words = "班组人手不足，值班无人接听") => rig.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<ReportingDbContext>();
        var now = rig.Time.GetUtcNow().UtcDateTime;
        (await db.Set<Signal>().SingleAsync(x => x.PublicId == id)).Explain(cause, words, now, Day(now), Officer);
        return await db.SaveChangesAsync();
    });

    static Task<List<SignalFound>> EventsAsync(ReportingRig rig) => rig.InScopeAsync(async s =>
        (await s.GetRequiredService<ReportingDbContext>().Outbox.Where(m => m.Type.Contains("SignalFound")).Select(m => m.Payload).ToListAsync()).ConvertAll(p => System.Text.Json.JsonSerializer.Deserialize<SignalFound>(p)!));
}
