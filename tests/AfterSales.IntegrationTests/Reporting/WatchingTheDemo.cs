using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Signals;
using AfterSales.Service.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>What is planted in the demo is found and named; else its charts cry as seldom as chance makes them.</summary>
[OnOneDatabase]
public sealed class WatchingTheDemo
{
    /// <summary>A point beyond three sigma and nine on one side, by chance, when the centre is the mean of twenty points: FalseAlarmsOfQuietCharts works them out.</summary>
    const double ExpectedAPoint = 0.0034 + 0.0037;
    static readonly bool Full = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1";

    /// <summary>Half a year with enough orders a month to tell who it was; all of two years where time is no matter.</summary>
    static readonly Lazy<Task<DataFolder>> Company = new(() => MakeAsync(Full ? "5000" : "800", Full ? "24" : "6", "42"));

    [Fact]
    public Task the_planted_month_is_found_and_no_other_week() => InCompanyAsync(SmallCompany.CopyAsync(), async services =>
    {
        var found = await services.GetRequiredService<ReportingDbContext>().Set<Signal>().AsNoTracking().Where(s => s.Indicator == "response_on_time_rate" && s.Rule == Rule.BeyondLimits && s.Dimension == "").ToListAsync();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(s => s.From < new DateOnly(2026, 2, 3) && s.To >= new DateOnly(2026, 1, 1) && s.IsWorse);
    });

    /// <summary>The team that answers late, and the model that comes back: of that half a year has too few repairs to be sure (23, z = 3.0).</summary>
    public static TheoryData<string, string, string> Planted => Full
        ? new() { { "response_on_time_rate", "team", DemoCast.BadTeam }, { "repeat_repair_rate", "product", DemoCast.BadModel } }
        : new() { { "response_on_time_rate", "team", DemoCast.BadTeam } };

    /// <summary>Read from the warehouse's file, which is the same whatever the company's database; it takes a minute to make, so the second database has it in the full run only.</summary>
    [Theory]
    [MemberData(nameof(Planted))]
    public Task who_made_the_planted_month_is_named_first(string code, string dimension, string member) => TestDatabase.IsPostgres && !Full ? Task.CompletedTask : InCompanyAsync(Company.Value, async services =>
    {
        var (indicator, month) = (Indicator.Of(code)!, new DateOnly(2026, 1, 1));
        var usual = (await services.GetRequiredService<IndicatorReader>().ReadAsync(new Question(indicator, month.AddMonths(-3), month.AddDays(-1), Grain.Month, null, []), default)).Total.Value;
        var shift = await services.GetRequiredService<ExplainShift>().OfAsync(new Question(indicator, month, month.AddMonths(1).AddDays(-1), Grain.Month, null, []), usual, isWorse: true, default);
        (shift.Slices[0].Dimension, shift.Slices[0].Code).ShouldBe((dimension, member));
        if (!Full) return;
        var signal = await services.GetRequiredService<ReportingDbContext>().Set<Signal>().AsNoTracking().SingleAsync(s => s.Indicator == code && s.Grain == "month" && s.Period == "2026-01" && s.Dimension == "" && s.Rule == Rule.BeyondLimits);
        (signal.Slices[0].Dimension, signal.Slices[0].Code).ShouldBe((dimension, member));
    });

    [Fact]
    public async Task no_other_chart_cries_more_often_than_chance()
    {
        var (found, expected) = (0, 0.0);
        for (var seed = 42; seed < (Full ? 142 : 43); seed++)
        {
            await InCompanyAsync(seed == 42 ? SmallCompany.CopyAsync() : MakeAsync("300", "12", $"{seed}"), async services =>
            {
                var signals = await services.GetRequiredService<ReportingDbContext>().Set<Signal>().AsNoTracking().Where(s => s.Dimension == "" && s.Rule != Rule.Miss).ToListAsync();
                found += signals.Count(s => !IsPlanted(s));
                expected += ExpectedAPoint * await WatchedAsync(services);
            });
        }
        ((double)found).ShouldBeLessThanOrEqualTo(expected + (3 * Math.Sqrt(expected)), $"of {expected:0.0} expected");
    }

    /// <summary>In the planted month and the one after, on what it moves: answers that come late and repairs that come back.</summary>
    static bool IsPlanted(Signal signal) => signal.To >= new DateOnly(2026, 1, 1) && signal.From < new DateOnly(2026, 3, 1)
        && signal.Indicator is "response_on_time_rate" or "off_hours_response_rate" or "response_hours" or "repeat_repair_rate" or "first_time_fix_rate";

    /// <summary>Points of charts that have a kept baseline, after it.</summary>
    static async Task<int> WatchedAsync(IServiceProvider services)
    {
        var points = 0;
        foreach (var kept in await services.GetRequiredService<ReportingDbContext>().Set<FrozenBaseline>().AsNoTracking().ToListAsync())
        {
            var (indicator, grain) = (Indicator.Of(kept.Indicator)!, Grain.Of(kept.Grain)!);
            if (grain == Grain.Week && (indicator is PeriodEndIndicator || indicator.Chart == ChartKind.Xmr)) continue;
            var answer = await services.GetRequiredService<IndicatorReader>().ReadAsync(new Question(indicator, kept.WatchFrom, new DateOnly(2026, 3, 10), grain, null, []), default);
            points += answer.Series[0].Readings.Count(r => r is { Complete: true, Number.Value: not null });
        }
        return points;
    }

    static async Task<DataFolder> MakeAsync(string orders, string months, string seed)
    {
        var folder = SmallCompany.NewFolder();
        await TestDatabase.PrepareAsync(folder);
        (await CommandLine.RunAsync(folder, SmallCompany.Time, ["demo", "--orders", orders, "--months", months, "--seed", seed, "--until", "2026-03-10"])).ShouldSucceed();
        return folder;
    }

    static async Task InCompanyAsync(Task<DataFolder> folder, Func<IServiceProvider, Task> look)
    {
        await using var services = AfterSalesHost.BuildServices(await folder, SmallCompany.Time);
        await using var scope = services.CreateAsyncScope();
        await look(scope.ServiceProvider);
    }
}
