using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Service;

/// <summary>The order list: sorted, kept under a name, taken away.</summary>
public sealed class ListingOrders(Installation installation) : IClassFixture<Installation>
{
    static int _phones;

    [Fact]
    public async Task takes_away_every_order_that_the_filters_find_and_not_only_the_page()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        List<string> received = [];
        for (var i = 0; i < 12; i++) received.Add(await ReceiveAsync(dispatcher, "大河路 7 号"));
        var list = (await dispatcher.OpenAsync("/Service/Requests?q=大河路&size=10")).ShouldBeOk();
        list.Document.QuerySelectorAll("#rows tbody tr").Length.ShouldBe(10);
        var csv = await dispatcher.Http.GetAsync(list.Find(".take-away a[href*='format=csv']").GetAttribute("href"));
        csv.StatusCode.ShouldBe(HttpStatusCode.OK);
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldContain("Response due");
        lines.Skip(1).Select(l => l.Split(',')[0].Trim('"')).Order(StringComparer.Ordinal).ShouldBe(received.Order(StringComparer.Ordinal));
        var xlsx = await dispatcher.Http.GetAsync(list.Find(".take-away a[href*='format=xlsx']").GetAttribute("href"));
        (await xlsx.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task is_sorted_as_asked()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var first = await ReceiveAsync(dispatcher, "排序路 1 号");
        installation.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await ReceiveAsync(dispatcher, "排序路 2 号");
        (await OrderAsync("oldest")).ShouldBe([first, second]);
        (await OrderAsync("newest")).ShouldBe([second, first]);
        (await OrderAsync("due")).ShouldBe([first, second]);
        await dispatcher.SubmitAsync($"/Service/Requests/Respond/{second}", new() { ["Content"] = "约好", ["WindowStart"] = "2026-03-12T09:00", ["WindowEnd"] = "2026-03-12T11:00" });
        (await OrderAsync("window")).ShouldBe([second, first], "those without an appointment come last");

        async Task<IEnumerable<string>> OrderAsync(string sort) => [.. (await dispatcher.OpenAsync($"/Service/Requests?q=排序路&state=open&sort={sort}")).ShouldBeOk().Texts("#rows tbody a.fw-semibold")];
    }

    [Fact]
    public async Task is_kept_under_a_name_and_not_without_one()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var list = (await dispatcher.OpenAsync("/Service/Requests?state=overdue")).ShouldBeOk();
        var refused = await dispatcher.SubmitAsync(list, new() { ["name"] = " " }, with: "#view-name");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Give the view a name");
        (await dispatcher.SubmitAsync(list, new() { ["name"] = new string('长', 41) }, with: "#view-name")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var kept = (await dispatcher.SubmitAsync(list, new() { ["name"] = "超时的" }, with: "#view-name")).ShouldBeOk();
        kept.Find(".btn-group a").GetAttribute("href").ShouldBe("/Service/Requests?state=overdue");
        var without = (await dispatcher.SubmitAsync(kept, [], with: "form[action*='handler=Forget']")).ShouldBeOk();
        without.Document.QuerySelectorAll(".btn-group a").ShouldBeEmpty();
    }

    static async Task<string> ReceiveAsync(Visitor visitor, string address) => (await visitor.SubmitAsync("/Service/Requests/Receive",
        new() { ["Phone"] = $"139001380{Interlocked.Increment(ref _phones):00}", ["Name"] = "李娜", ["Address"] = address, ["Description"] = "不出热水", ["Kind"] = "Repair" })).ShouldBeOk().Url.Segments[^1];
}
