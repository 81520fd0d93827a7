using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Service;

/// <summary>An order goes its way through the pages, as people send them.</summary>
public sealed class AnOrderFromPhoneToClose(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task is_received_answered_paused_done_and_shown_with_its_clocks()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var received = (await ReceiveAsync(dispatcher, "李娜", "13900139001")).ShouldBeOk();
        var number = received.Url.Segments[^1];
        received.Text.ShouldContain("李娜");

        (await dispatcher.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "约好明天上午", ["WindowStart"] = "2026-03-12T09:00", ["WindowEnd"] = "2026-03-12T11:00" })).ShouldBeOk();
        (await dispatcher.SubmitAsync($"/Service/Requests/Pause/{number}", new() { ["Reason"] = "customer_later_date", ["Note"] = "客户出差" })).ShouldBeOk();
        installation.Time.Advance(TimeSpan.FromHours(2));
        (await dispatcher.SubmitAsync($"/Service/Requests/Resume/{number}", [])).ShouldBeOk();

        var page = (await dispatcher.OpenAsync($"/Service/Requests/Details/{number}")).ShouldBeOk();
        page.Text.ShouldContain("约好明天上午");
        var explained = (await installation.RunAsync(["order", "explain", number, "--json"])).ShouldSucceed().Json;
        var handling = explained.GetProperty("clocks").EnumerateArray().Single(c => c.GetProperty("clock").GetString() == "handling");
        handling.GetProperty("intervals").EnumerateArray().ShouldContain(i => !i.GetProperty("counts").GetBoolean() && i.GetProperty("reason").GetString() == "customer_later_date");
    }

    [Fact]
    public async Task that_two_people_change_answers_409_to_the_second_with_what_changed_and_what_was_typed()
    {
        var first = await installation.AsAsync(Roles.Dispatcher);
        var second = await installation.AsAsync(Roles.Manager);
        var number = (await ReceiveAsync(first, "王磊", "13900139002")).ShouldBeOk().Url.Segments[^1];
        var open = await second.OpenAsync($"/Service/Requests/Respond/{number}");

        (await first.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "第一个人先答复", ["WindowStart"] = "2026-03-12T09:00", ["WindowEnd"] = "2026-03-12T11:00" })).ShouldBeOk();
        var refused = await second.SubmitAsync(open, new() { ["Content"] = "第二个人打的字" });

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text.ShouldContain("dispatcher-1");
        refused.Find("textarea[name='Input.Content']").TextContent.Trim().ShouldBe("第二个人打的字");
    }

    [Fact]
    public async Task without_a_name_is_refused_with_422_and_keeps_what_was_typed()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var refused = await ReceiveAsync(dispatcher, "", "13900139003");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Find("input[name='Input.Phone']").GetAttribute("value").ShouldBe("13900139003");
    }

    [Fact]
    public async Task that_is_sent_twice_is_stored_once()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var form = await dispatcher.OpenAsync("/Service/Requests/Receive");
        Dictionary<string, string?> typed = new() { ["Phone"] = "13900139004", ["Name"] = "周敏", ["Address"] = "文二路 2 号" };
        var once = await dispatcher.SubmitAsync(form, typed);
        var twice = await dispatcher.SubmitAsync(form, typed);
        twice.Url.ShouldBe(once.Url);
        once.Url.AbsolutePath.ShouldContain("/Details/");
    }

    static Task<Shown> ReceiveAsync(Visitor visitor, string name, string phone) => visitor.SubmitAsync("/Service/Requests/Receive",
        new() { ["Phone"] = phone, ["Name"] = name, ["Address"] = "文一路 1 号", ["Description"] = "不出热水", ["Kind"] = "Repair", ["Channel"] = "Phone" });
}

/// <summary>An installation as it comes out of the box.</summary>
public sealed class TheFirstRun(FreshInstallation installation) : IClassFixture<FreshInstallation>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/Service/Requests")]
    [InlineData("/Settings/Company")]
    public async Task leads_everybody_to_the_wizard(string path)
    {
        using var visitor = installation.Anonymous();
        (await visitor.OpenAsync(path)).ShouldBeOk().Url.AbsolutePath.ShouldBe("/Setup");
    }

    [Fact]
    public async Task refuses_a_wrong_code_and_makes_nobody_an_owner()
    {
        using var visitor = installation.Anonymous();
        var refused = await visitor.SubmitAsync("/Setup", new()
        {
            ["Code"] = "AAAAAAAAAA", ["Company"] = "Thief Ltd", ["Zone"] = "Asia/Shanghai", ["DisplayName"] = "Thief", ["UserName"] = "thief", ["Password"] = "correct horse battery 42",
        });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await installation.RunAsync(["user", "list", "--json"])).ShouldSucceed().Json.GetProperty("users").GetArrayLength().ShouldBe(0);
    }
}
