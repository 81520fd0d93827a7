using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>Clause 13.1: the performance of the contract is its scorecard, clause by clause.</summary>
public sealed class TheContractScorecard
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task has_every_clause_with_the_number_of_its_indicator_and_the_rows_behind()
    {
        var orders = new MadeUpOrders(51, new DateOnly(2025, 7, 1), Now);
        orders.Live(3_000);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        var contract = orders.Living.GroupBy(o => o.Contract).Where(g => g.Key is not null).MaxBy(g => g.Count())!.Key!;
        var card = await rig.JsonAsync("scorecard", "--month", "2026-04", "--contract", contract);
        (card["month"]!.GetValue<string>(), card["clauses"]!.AsArray().Count).ShouldBe(("2026-04", 69));
        var numbers = await rig.JsonAsync("indicator", "show", "response_on_time_rate", "--from", "2026-04-01", "--to", "2026-04-30", "--where", "contract=" + contract);
        var clause = card["clauses"]!.AsArray().Single(c => c!["clause"]!.GetValue<string>() == "1.3.1")!;
        clause["indicator"]!.GetValue<string>().ShouldBe("response_on_time_rate");
        clause["value"]!.GetValue<double>().ShouldBe(numbers["total"]!["value"]!.GetValue<double>());
        clause["target"]!.GetValue<double>().ShouldBe(0.98);
        var read = await rig.InScopeAsync(s => s.GetRequiredService<ReadScorecard>().ReadAsync(new DateOnly(2026, 4, 1), contract, default));
        foreach (var judged in read.Clauses.SelectMany(c => c.Judgements).Where(j => j.State == ClauseState.Broken && j.Indicator is ShareIndicator { Good: Direction.Up }))
        {
            var rows = await rig.InScopeAsync(s => s.GetRequiredService<RowsBehind>().ReadAsync(judged.Month, Part.Misses, int.MaxValue, 0, default));
            rows.Count.ShouldBe((long)(judged.Number.Denominator - judged.Number.Numerator!.Value));
            judged.Evidence.ShouldContain("part=misses");
        }
    }

    [Fact]
    public async Task knows_only_states_of_the_interface_and_says_why_a_clause_is_not_measured()
    {
        var orders = new MadeUpOrders(52, new DateOnly(2026, 1, 1), Now);
        orders.Live(500);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        foreach (var clause in (await rig.JsonAsync("scorecard", "--month", "2026-03"))["clauses"]!.AsArray())
        {
            var state = clause!["state"]!.GetValue<string>();
            state.ShouldBeOneOf("kept", "broken", "watch", "no_case", "no_data", "not_measured");
            (clause["reason"] is not null).ShouldBe(state == "not_measured", clause.ToJsonString());
        }
    }

    [Theory]
    [InlineData(2, "--month", "March")]
    [InlineData(2, "--month", "2026-13")]
    [InlineData(3, "--month", "2026-07")]
    [InlineData(3, "--month", "2026-03", "--contract", "nobody")]
    public async Task refuses_what_is_no_month_or_has_not_begun(int exit, params string[] typed)
    {
        await using var rig = await ReportingRig.StartAsync(new MadeUpOrders(53, new DateOnly(2026, 1, 1), Now), Now);
        await rig.LoadAsync();
        var (code, _, error) = await rig.VerbAsync(["scorecard", .. typed]);
        code.ShouldBe(exit, error);
        error.ShouldNotBeNullOrWhiteSpace();
    }
}
