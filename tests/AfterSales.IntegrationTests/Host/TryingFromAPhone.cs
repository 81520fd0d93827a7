using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A phone opens the page of the QR code, measures, and reports once.</summary>
public sealed class TryingFromAPhone(Installation installation) : IClassFixture<Installation>
{
    const string Android = "Mozilla/5.0 (Linux; Android 14; HUAWEI) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36";
    const string WeChat = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.44 NetType/WIFI";

    [Fact]
    public async Task shows_the_owner_what_it_met()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        using var phone = Phone(Android);
        var page = (await phone.OpenAsync(await CodeAsync(owner))).ShouldBeOk();
        var done = await phone.SubmitAsync(page, new() { ["Secure"] = "true", ["Worker"] = "true", ["ClockMs"] = "-1500", ["RoundTripMs"] = "37" }, with: "#reach");
        done.Text.ShouldContain("Reported");
        var row = (await owner.OpenAsync("/Operations/Reachability")).Texts("tbody tr").First();
        foreach (var told in new[] { "2026-03-11 09:00", "Android 14, Chrome", "all well", "-1.5 s", "37 ms" }) row.ShouldContain(told);
    }

    [Fact]
    public async Task is_told_to_leave_WeChat_and_the_owner_sees_it()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        using var phone = Phone(WeChat);
        var page = (await phone.OpenAsync(await CodeAsync(owner))).ShouldBeOk();
        page.Text.ShouldContain("open in browser");
        (await phone.SubmitAsync(page, [], with: "#reach")).ShouldBeOk(); // without script the server's part is reported
        var row = (await owner.OpenAsync("/Operations/Reachability")).Texts("tbody tr").First();
        foreach (var told in new[] { "iPhone, WeChat", "inside WeChat", "needs a look", "not measured" }) row.ShouldContain(told);
    }

    [Theory]
    [InlineData("ClockMs", "-130000", "More than two minutes off")]
    [InlineData("Secure", "false", "need HTTPS")]
    public async Task is_marked_where_something_will_not_work(string field, string value, string said)
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        using var phone = Phone(Android);
        var measured = new Dictionary<string, string?> { ["Secure"] = "true", ["Worker"] = "true", ["ClockMs"] = "0", ["RoundTripMs"] = "12", [field] = value };
        await phone.SubmitAsync((await phone.OpenAsync(await CodeAsync(owner))).ShouldBeOk(), measured, with: "#reach");
        (await owner.OpenAsync("/Operations/Reachability")).Texts("tbody tr").First().ShouldContain(said);
    }

    [Fact]
    public async Task reports_once_and_within_a_quarter_of_an_hour()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        using var phone = Phone(Android);
        var (first, second) = (await CodeAsync(owner), await CodeAsync(owner));
        var page = await phone.OpenAsync(first);
        (await phone.SubmitAsync(page, [], with: "#reach")).Text.ShouldContain("Reported");
        var before = (await owner.OpenAsync("/Operations/Reachability")).Texts("tbody tr").Count();
        (await phone.SubmitAsync(page, [], with: "#reach")).Text.ShouldContain("used or is too old");
        installation.Time.Advance(TimeSpan.FromMinutes(16));
        (await phone.OpenAsync(second)).Text.ShouldContain("used or is too old");
        (await phone.OpenAsync("/Phone/Try?code=AAAAAAAAAAAAAAAAAAAAAA")).Text.ShouldContain("used or is too old");
        (await owner.OpenAsync("/Operations/Reachability")).Texts("tbody tr").Count().ShouldBe(before);
    }

    [Fact]
    public async Task tries_addresses_of_this_installation_only()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        var page = await owner.OpenAsync("/Operations/Reachability");
        page.Text.ShouldContain("There is no public address");
        var refused = await owner.Http.PostAsync("/Operations/Reachability", new FormUrlEncodedContent(
        [
            new("Address", "https://evil.example"), new("__RequestVerificationToken", page.Find("#main input[name=__RequestVerificationToken]").GetAttribute("value")!),
        ]), TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    static async Task<string> CodeAsync(Visitor owner)
    {
        var shown = await owner.SubmitAsync(await owner.OpenAsync("/Operations/Reachability"), [], with: "#main button[name=Address]");
        var link = new Uri(shown.Texts("#main .card p").Single(p => p.Contains("/Phone/Try", StringComparison.Ordinal)));
        return link.PathAndQuery;
    }

    Visitor Phone(string agent)
    {
        var phone = installation.Anonymous();
        phone.Http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        return phone;
    }
}
