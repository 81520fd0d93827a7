using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>What other modules are told about an indicator is what the pages show, with an interval that books of statistics give.</summary>
[OnOneDatabase]
public sealed class NumbersForOtherModules
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);

    /// <summary>Wilson's interval without continuity correction: Newcombe, Statistics in Medicine 17 (1998), table I.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void have_the_published_interval_of_a_share(long hits, long n, double lower, double upper)
    {
        var (low, high) = IndicatorReadings.Wilson(hits, n);
        low!.Value.ShouldBe(lower, 0.00006);
        high!.Value.ShouldBe(upper, 0.00006);
    }

    [Fact]
    public async Task are_counted_from_the_orders_of_the_span_and_filter()
    {
        var orders = new MadeUpOrders(41, new DateOnly(2026, 1, 1), Now);
        orders.Live(2_000);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        var (from, to) = (new DateOnly(2026, 2, 10), new DateOnly(2026, 4, 20));
        var reading = await ReadAsync(rig, "response_on_time_rate", from, to, new Dictionary<string, string> { ["team"] = "A" });
        var cohort = orders.Living.Where(o => o.Team == "A" && (o.Response.Verdict is "met" or "missed" || (o.Response.Verdict is null && o.Response.Due < Now)))
            .Where(o => (o.Response.EndedDay < o.Response.DueDay || o.Response.DueDay is null ? o.Response.EndedDay : o.Response.DueDay) is { } day && day >= from && day <= to).ToList();
        cohort.Count.ShouldBeGreaterThan(50);
        (reading.N, reading.Numerator).ShouldBe((cohort.Count, cohort.Count(o => o.Response.Verdict == "met")));
        reading.Value!.Value.ShouldBe((double)cohort.Count(o => o.Response.Verdict == "met") / cohort.Count, 1e-12);
        (reading.Target, reading.HigherIsBetter, reading.Complete, reading.AsOf).ShouldBe((0.98, true, true, Now));
        reading.Lower!.Value.ShouldBeLessThan(reading.Value.Value);
        reading.Upper!.Value.ShouldBeGreaterThan(reading.Value.Value);
        reading.Rows.ShouldStartWith("/Reporting/Dashboards/Rows?");
        reading.Rows.ShouldContain("team");

        var hours = await ReadAsync(rig, "response_hours", from, to, null);
        var values = orders.Living.Where(o => o.RespondedDay >= from && o.RespondedDay <= to).Select(o => (o.RespondedAt!.Value - o.ReceivedAt).TotalHours).Order().ToList();
        hours.N.ShouldBe(values.Count);
        hours.Value!.Value.ShouldBe((values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2, 1e-9);
        hours.Lower!.Value.ShouldBeLessThanOrEqualTo(hours.Value.Value);
        hours.Upper!.Value.ShouldBeGreaterThanOrEqualTo(hours.Value.Value);

        (await ReadAsync(rig, "handling_hours", from, to, new Dictionary<string, string> { ["complexity"] = "general" })).Target.ShouldBe(20);
        (await ReadAsync(rig, "handling_hours", from, to, null)).Target.ShouldBeNull("the limit holds for general faults only");
        var nothing = await ReadAsync(rig, "response_on_time_rate", new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31), null);
        (nothing.Value, nothing.N, nothing.Lower, nothing.Upper).ShouldBe((null, 0, null, null));
        await Should.ThrowAsync<Kernel.RuleViolation>(() => ReadAsync(rig, "response_on_time_rate", from, to, new Dictionary<string, string> { ["team"] = "nobody" }));
        await Should.ThrowAsync<Kernel.RuleViolation>(() => ReadAsync(rig, "no_such_indicator", from, to, null));
    }

    [Fact]
    public async Task survive_a_rebuild_that_is_killed()
    {
        if (TestDatabase.IsPostgres) return; // the executable here works on a file
        using var executable = new Executable();
        await SmallCompany.CopyToAsync(new Kernel.Composition.DataFolder(executable.Data));
        string[] question = ["indicator", "show", "response_on_time_rate", "--from", "2025-01-01", "--to", "2025-12-31", "--json"];
        var before = (await executable.RunAsync(question)).ShouldSucceed().Json.GetProperty("total").ToString();
        var next = Path.Combine(executable.Data, "warehouse.next.duckdb");
        var interrupted = 0;
        for (var i = 0; i < 3; i++)
        {
            File.Delete(next); // of the round before; the last rebuild below finds one
            using var rebuild = executable.Start("warehouse", "rebuild", "--data", executable.Data);
            while (!File.Exists(next) && !rebuild.HasExited) await Task.Delay(1, TestContext.Current.CancellationToken);
            await Task.Delay(i * 40, TestContext.Current.CancellationToken);
            if (!rebuild.HasExited) interrupted++;
            rebuild.Kill();
            await rebuild.WaitForExitAsync(TestContext.Current.CancellationToken);
            (await executable.RunAsync(question)).ShouldSucceed().Json.GetProperty("total").ToString().ShouldBe(before);
        }
        interrupted.ShouldBeGreaterThan(0);
        (await executable.RunAsync(["warehouse", "rebuild"])).ShouldSucceed();
        File.Exists(next).ShouldBeFalse();
        (await executable.RunAsync(question)).ShouldSucceed().Json.GetProperty("total").ToString().ShouldBe(before);
    }

    static Task<IndicatorReading> ReadAsync(ReportingRig rig, string indicator, DateOnly from, DateOnly to, IReadOnlyDictionary<string, string>? where) =>
        rig.InScopeAsync(s => s.GetRequiredService<IIndicatorReadings>().ReadAsync(indicator, from, to, where, TestContext.Current.CancellationToken));
}
