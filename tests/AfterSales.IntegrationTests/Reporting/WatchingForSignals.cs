using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Signals;
using AfterSales.Service.Contracts.Feed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The nightly look: baselines freeze once they have twenty periods, signals are told once, history is no news.</summary>
[OnOneDatabase]
public sealed class WatchingForSignals
{
    static readonly DateTime Start = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task a_baseline_freezes_and_a_later_bad_month_is_told_once()
    {
        var orders = new MadeUpOrders(31, new DateOnly(2024, 1, 1), Start);
        for (var month = 0; month < 24; month++) Month(orders, new DateTime(2024, 1, 10, 2, 0, 0, DateTimeKind.Utc).AddMonths(month), missed: month == 5 ? 60 : 10);
        await using var rig = await ReportingRig.StartAsync(orders, Start);
        (await WatchAsync(rig)).ShouldBeEmpty("the bad month is history");
        (await WatchAsync(rig)).ShouldBeEmpty();
        var kept = await rig.InScopeAsync(s => s.GetRequiredService<ReportingDbContext>().Set<FrozenBaseline>().SingleAsync(b => b.Indicator == "response_on_time_rate" && b.Grain == "month"));
        kept.Periods.ShouldBe(20);
        kept.Center.ShouldBe((19 * 90 + 40) / 2000.0, 1e-9); // nineteen months of 90 in 100, one of 40

        Month(orders, new DateTime(2026, 1, 10, 2, 0, 0, DateTimeKind.Utc), missed: 70);
        rig.Time.SetUtcNow(new DateTimeOffset(2026, 2, 2, 0, 0, 0, TimeSpan.Zero));
        var told = await WatchAsync(rig);
        told.ShouldContain(t => t.Contains("\"response_on_time_rate\"") && t.Contains("\"2026-01\"") && t.Contains("beyond_limits"));
        (await WatchAsync(rig)).Count.ShouldBe(told.Count, "each is told once");
    }

    /// <summary>A hundred orders answered in one month.</summary>
    static void Month(MadeUpOrders orders, DateTime received, int missed)
    {
        for (var i = 0; i < 100; i++)
        {
            var verdict = i < missed ? "missed" : "met";
            var (due, ended) = (received.AddHours(24), received.AddHours(i < missed ? 30 : 2));
            orders.Put(orders.Order(orders.LastChange + 1) with
            {
                ReceivedAt = received, ReceivedDay = Day(received), RespondedAt = ended, RespondedDay = Day(ended),
                Response = new ClockFeed { Started = received, Due = due, DueDay = Day(due), Ended = ended, EndedDay = Day(ended), Verdict = verdict, PausedHours = 0, MetByAttempts = false, Inferred = false },
            });
        }
    }

    static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(8));

    /// <returns>Events in the outbox so far.</returns>
    static async Task<List<string>> WatchAsync(ReportingRig rig)
    {
        await rig.LoadAsync();
        await rig.InScopeAsync(s => ActivatorUtilities.GetServiceOrCreateInstance<WatchSignals>(s).RunAsync(Start, default));
        return await rig.InScopeAsync(s => s.GetRequiredService<ReportingDbContext>().Outbox.Where(m => m.Payload.Contains("response_on_time_rate")).Select(m => m.Payload).ToListAsync());
    }
}
