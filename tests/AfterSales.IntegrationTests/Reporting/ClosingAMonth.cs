using AfterSales.Kernel;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Scorecard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>A signed month never changes; what is corrected later appears beside it with the orders.</summary>
public sealed class ClosingAMonth
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly April = new(2026, 4, 1), May = new(2026, 5, 1);
    static readonly Actor Manager = new("7", "经理");

    [Fact]
    public async Task keeps_its_numbers_and_shows_what_was_corrected_order_by_order()
    {
        var orders = new MadeUpOrders(61, new DateOnly(2026, 1, 1), Now);
        orders.Live(3_000);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        await SignAsync(rig, April);
        var signed = await ReadAsync(rig, April);
        signed.Closed!.ClosedBy.ShouldBe("经理");
        (await RestatedAsync(rig, signed)).ShouldBeEmpty();

        var late = orders.Living.First(o => o.Contract == signed.Contract && o.Response is { Verdict: "met" } && o.Response.EndedDay is { Year: 2026, Month: 4 });
        orders.Put(late with { Response = late.Response with { Verdict = "missed" } });
        await rig.LoadAsync();

        var again = await ReadAsync(rig, April);
        Number(again, "response_on_time_rate").ShouldBe(Number(signed, "response_on_time_rate"));
        var restated = (await RestatedAsync(rig, again)).Single(r => r.Now.Indicator.Code == "response_on_time_rate");
        restated.Rows.ShouldHaveSingleItem().ShouldBe(new RestatedRow(late.Number, "+", "-"));
        (restated.Then.Numerator - restated.Now.Number.Numerator).ShouldBe(1);
        var open = await rig.InScopeAsync(s => s.GetRequiredService<ReadScorecard>().ReadOpenAsync(April, null, default));
        Number(open, "response_on_time_rate").ShouldBe(restated.Now.Number.Value);
    }

    [Fact]
    public async Task makes_numbers_of_thirty_days_final_by_themselves_without_a_restatement()
    {
        var orders = new MadeUpOrders(62, new DateOnly(2026, 1, 1), Now);
        orders.Live(3_000);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        await SignAsync(rig, May); // until 30 June its repairs can still be followed by a repeat
        (await ProvisionalAsync(rig)).ShouldContain("repeat_repair_rate");
        await SettleAsync(rig);
        (await ProvisionalAsync(rig)).ShouldContain("repeat_repair_rate", "not before its window has passed");
        rig.Time.Advance(TimeSpan.FromDays(20));
        await rig.LoadAsync();
        await SettleAsync(rig);
        (await ProvisionalAsync(rig)).ShouldNotContain("repeat_repair_rate");
        var card = await ReadAsync(rig, May);
        (await RestatedAsync(rig, card)).ShouldNotContain(r => r.Now.Indicator.Code == "repeat_repair_rate");
    }

    [Fact]
    public async Task is_refused_before_the_month_is_over_and_a_second_time()
    {
        var orders = new MadeUpOrders(63, new DateOnly(2026, 1, 1), Now);
        orders.Live(500);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        (await Should.ThrowAsync<RuleViolation>(() => SignAsync(rig, new DateOnly(2026, 6, 1)))).Key.ShouldBe("Scorecard.Close.NotOver");
        await SignAsync(rig, April);
        (await Should.ThrowAsync<RuleViolation>(() => SignAsync(rig, April))).Key.ShouldBe("Scorecard.Close.Already");
    }

    static double? Number(MonthCard card, string indicator) => card.Clauses.SelectMany(c => c.Judgements).First(j => j.Indicator.Code == indicator).Number.Value;

    static Task<MonthCard> ReadAsync(ReportingRig rig, DateOnly month) => rig.InScopeAsync(s => s.GetRequiredService<ReadScorecard>().ReadAsync(month, null, default));

    static Task<IReadOnlyList<Restatement>> RestatedAsync(ReportingRig rig, MonthCard card) => rig.InScopeAsync(s => s.GetRequiredService<CloseMonth>().RestatementsAsync(card, default));

    static Task<List<string>> ProvisionalAsync(ReportingRig rig) => rig.InScopeAsync(s => s.GetRequiredService<ReportingDbContext>().Set<ClosedNumber>().Where(n => n.Provisional).Select(n => n.Indicator).ToListAsync());

    static Task<bool> SignAsync(ReportingRig rig, DateOnly month) => rig.InScopeAsync(async s =>
    {
        await s.GetRequiredService<CloseMonth>().SignAsync(month, null, "签署", Manager, default);
        return true;
    });

    static Task<bool> SettleAsync(ReportingRig rig) => rig.InScopeAsync(async s =>
    {
        await s.GetRequiredService<CloseMonth>().RunAsync(rig.Time.GetUtcNow().UtcDateTime, default);
        return true;
    });
}
