using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Warehouse;
using System.Text.Json.Nodes;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The documents other programs read, and what is refused.</summary>
[OnOneDatabase]
public sealed class NumbersOnTheCommandLine : IAsyncLifetime
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);
    ReportingRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        var orders = new MadeUpOrders(21, new DateOnly(2026, 1, 1), Now);
        orders.Live(2_000);
        _rig = await ReportingRig.StartAsync(orders, Now);
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task documents_have_their_agreed_shape()
    {
        (await _rig.VerbAsync("indicator", "show", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31")).Exit.ShouldBe(3, "nothing is loaded yet");
        var load = await _rig.JsonAsync("warehouse", "load");
        Names(load["loads"]![0]!).ShouldBe(["feed", "watermark", "rows", "at", "ms", "reconciled"]);
        load["loads"]![0]!["reconciled"]!.GetValue<bool>().ShouldBeTrue();
        Names(load["tables"]![0]!).ShouldBe(["table", "rows"]);
        load["tables"]!.AsArray().Select(t => t!["table"]!.GetValue<string>()).ShouldBe([.. StarSchema.Facts.Select(f => f.Name), .. Dimension.All.Select(d => d.Table), "dim_date", "feed_state", "load_run"], ignoreOrder: true);

        var show = await _rig.JsonAsync("indicator", "show", "response_on_time_rate", "--from", "2026-01-05", "--to", "2026-09-30", "--by", "week", "--slice", "complexity");
        Names(show).ShouldBe(["indicator", "unit", "asOf", "cohort", "periods", "total"]);
        show["asOf"]!.GetValue<string>().ShouldBe("2026-06-15T12:00:00+08:00");
        show["unit"]!.GetValue<string>().ShouldBe("share");
        var first = show["periods"]![0]!;
        Names(first).ShouldBe(["period", "from", "to", "slice", "value", "numerator", "denominator", "excluded", "complete", "limits", "signals"], ignoreOrder: true);
        (first["period"]!.GetValue<string>(), first["from"]!.GetValue<string>(), first["to"]!.GetValue<string>()).ShouldBe(("2026-W02", "2026-01-05", "2026-01-11"));
        first["slice"]!.ToJsonString().ShouldBe("""{"complexity":"complex"}""");
        Names(first["limits"]!).ShouldBe(["lower", "center", "upper"]);
        var future = show["periods"]!.AsArray().Last(p => p!["period"]!.GetValue<string>() == "2026-W39")!;
        (future["value"], future["limits"], future["complete"]!.GetValue<bool>()).ShouldBe((null, null, false));
        Names(show["total"]!).ShouldBe(["value", "numerator", "denominator", "excluded"]);
        show["total"]!["denominator"]!.GetValue<long>().ShouldBe(show["periods"]!.AsArray().Sum(p => p!["denominator"]!.GetValue<long>()));

        var hours = await _rig.JsonAsync("indicator", "show", "handling_hours", "--from", "2026-01-01", "--to", "2026-06-30", "--by", "quarter");
        hours["periods"]![0]!["slice"].ShouldBeNull();
        hours["periods"]![0]!["p90"]!.GetValue<double>().ShouldBeGreaterThan(hours["periods"]![0]!["value"]!.GetValue<double>());
        (hours["periods"]![0]!["numerator"], hours["total"]!["numerator"]).ShouldBe((null, null));
        hours["total"]!["p90"].ShouldNotBeNull();

        var rows = await _rig.JsonAsync("indicator", "rows", "handling_hours", "--from", "2026-01-01", "--to", "2026-06-30", "--where", "team=A");
        rows["count"]!.GetValue<long>().ShouldBe(rows["rows"]!.AsArray().Count);
        rows["rows"]!.AsArray().ShouldAllBe(r => r!["team"]!.GetValue<string>() == "A");
    }

    [Fact]
    public async Task a_repeat_rate_is_complete_thirty_days_after_its_period()
    {
        await _rig.LoadAsync();
        var show = await _rig.JsonAsync("indicator", "show", "repeat_repair_rate", "--from", "2026-04-01", "--to", "2026-06-30");
        show["periods"]!.AsArray().Select(p => p!["complete"]!.GetValue<bool>()).ShouldBe([true, false, false]);
        show["periods"]![2]!["value"].ShouldBeNull();
    }

    [Fact]
    public async Task the_catalogue_needs_no_data()
    {
        var list = await _rig.JsonAsync("indicator", "list");
        list["indicators"]!.AsArray().Count.ShouldBe(Indicator.All.Count);
        Names(list["indicators"]![0]!).ShouldBe(["code", "zh", "en", "clause", "unit", "good", "target", "chart", "definition"]);
        list["indicators"]!.AsArray().Single(i => i!["code"]!.GetValue<string>() == "response_on_time_rate")!["zh"]!.GetValue<string>().ShouldBe("响应及时率");
    }

    [Theory]
    [InlineData(2, "indicator", "show", "no_such", "--from", "2026-01-01", "--to", "2026-01-31")]
    [InlineData(2, "indicator", "show", "response_hours", "--from", "2026-02-01", "--to", "2026-01-31")]
    [InlineData(2, "indicator", "show", "response_hours", "--from", "2026-01-01")]
    [InlineData(2, "indicator", "show", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31", "--slice", "colour")]
    [InlineData(2, "indicator", "show", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31", "--by", "hour")]
    [InlineData(2, "indicator", "rows", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31", "--part", "some")]
    [InlineData(2, "indicator", "show", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31", "--where", "f.key=1 OR 1=1")]
    [InlineData(3, "indicator", "show", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31", "--where", "team=nobody")]
    [InlineData(3, "indicator", "show", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31", "--where", "team=A' OR '1'='1")]
    [InlineData(3, "indicator", "rows", "response_hours", "--from", "2026-01-01", "--to", "2026-01-31", "--where", "complexity='; DROP TABLE fact_order; --")]
    public async Task what_makes_no_sense_is_refused_with_one_sentence(int exit, params string[] args)
    {
        await _rig.LoadAsync();
        var ran = await _rig.VerbAsync(args);
        ran.Exit.ShouldBe(exit, ran.Error);
        ran.Out.ShouldBeEmpty();
        ran.Error.Trim().Split('\n').Length.ShouldBe(1, ran.Error);
        (await _rig.JsonAsync("warehouse", "status"))["loads"]!.AsArray().Single(l => l!["feed"]!.GetValue<string>() == "service.orders")!["rows"]!.GetValue<long>().ShouldBeGreaterThan(0);
    }

    static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(p => p.Key);
}
