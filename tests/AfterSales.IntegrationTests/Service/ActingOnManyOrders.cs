using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Rows are chosen in the order list and one act is done to each; what cannot be done is said row by row.</summary>
public sealed class ActingOnManyOrders(Installation installation) : IClassFixture<Installation>
{
    static int _phones;

    [Fact]
    public async Task assigns_those_that_can_be_assigned_names_the_others_and_does_nothing_the_second_time()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (first, second, unanswered) = (await AgreedAsync(dispatcher), await AgreedAsync(dispatcher), await ReceiveAsync(dispatcher));
        var review = await ChooseAsync(dispatcher, ManyAct.Assign, first, second, unanswered);
        review.Text.ShouldContain(first);
        var technician = await TechnicianAsync(dispatcher);
        review = await ChooseAsync(dispatcher, ManyAct.Assign, first, second, unanswered);

        var done = (await dispatcher.SubmitAsync(review, new() { ["Technician"] = technician }, with: "[name=Technician]")).ShouldBeOk();
        done.Text.ShouldContain("Done: 2. Refused: 1.");
        RefusalOf(done, unanswered).ShouldContain("refused");
        (await OrderAsync(first)).Status.ShouldBe(OrderStatus.Scheduled);
        (await OrderAsync(second)).Status.ShouldBe(OrderStatus.Scheduled);
        (await OrderAsync(unanswered)).Status.ShouldBe(OrderStatus.Received);
        var version = (await OrderAsync(first)).Version;

        var again = await dispatcher.SubmitAsync(review, new() { ["Technician"] = technician }, with: "[name=Technician]");
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        RefusalOf(again, first).ShouldContain("Changed meanwhile by dispatcher-1");
        (await OrderAsync(first)).Version.ShouldBe(version);
    }

    [Fact]
    public async Task records_an_urge_once_also_when_the_same_form_is_sent_eight_times_in_parallel()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var number = await ReceiveAsync(dispatcher);
        var review = await ChooseAsync(dispatcher, ManyAct.Urge, number);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => dispatcher.SubmitAsync(review, new() { ["Note"] = "客户来电" }, with: "[name=Note]")));
        (await OrderAsync(number)).Urged.ShouldBe(1);
    }

    [Fact]
    public async Task without_a_choice_is_refused_with_422_before_and_in_the_form()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var number = await ReceiveAsync(dispatcher);
        var nothing = await dispatcher.OpenAsync("/Service/Requests/Many?act=Urge");
        nothing.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nothing.Text.ShouldContain("No order is chosen.");
        (await dispatcher.SubmitAsync(await ChooseAsync(dispatcher, ManyAct.Urge, number), new() { ["order"] = null }, with: "[name=Note]")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await dispatcher.SubmitAsync(await ChooseAsync(dispatcher, ManyAct.Pause, number), new() { ["Reason"] = "" }, with: "[name=Reason]")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await OrderAsync(number)).Urged.ShouldBe(0);
    }

    [Fact]
    public async Task is_refused_to_those_who_may_not_do_it_to_one()
    {
        var (dispatcher, technician, clerk) = (await installation.AsAsync(Roles.Dispatcher), await installation.AsAsync(Roles.Technician), await installation.AsAsync(Roles.RecordsClerk));
        var number = await AgreedAsync(dispatcher);
        var review = await ChooseAsync(dispatcher, ManyAct.Pause, number);
        (await technician.OpenAsync(review.Url.PathAndQuery)).ShouldBeOk(); // technicians may pause
        (await technician.OpenAsync(review.Url.PathAndQuery.Replace("Pause", "Assign", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await technician.OpenAsync("/Service/Requests")).Texts("#many-act option").ShouldBe(["Pause", "Resume"]);
        var refused = await technician.SubmitAsync(await technician.OpenAsync(review.Url.PathAndQuery), new() { ["Act"] = "Urge" }, with: "[name=Act]");
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.OpenAsync("/Service/Requests")).Document.QuerySelectorAll("[name=order]").ShouldBeEmpty();
        (await clerk.OpenAsync(review.Url.PathAndQuery)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await OrderAsync(number)).Pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task of_a_whole_page_works_without_script()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await ReceiveAsync(manager);
        var page = await manager.OpenAsync("/Service/Requests?state=received&all=true");
        page.Document.QuerySelectorAll("#rows tbody [name=order]").ShouldAllBe(b => b.HasAttribute("checked"));
        page.Document.QuerySelectorAll("#rows tbody [name=order]").ShouldAllBe(b => b.GetAttribute("form") == "many");
        (await manager.OpenAsync("/Service/Requests?state=received")).Document.QuerySelectorAll("#rows tbody [name=order][checked]").ShouldBeEmpty();
    }

    /// <summary>What a browser sends when the boxes of these orders are ticked in the list.</summary>
    static async Task<Shown> ChooseAsync(Visitor person, ManyAct act, params string[] numbers)
    {
        var list = (await person.OpenAsync("/Service/Requests?size=100")).ShouldBeOk();
        var form = list.Find("form#many");
        form.GetAttribute("method").ShouldBe("get");
        var boxes = numbers.Select(n => list.Find($"[name=order][form=many][aria-label='{n}']").GetAttribute("value")!);
        return (await person.OpenAsync($"{form.GetAttribute("action")}?act={act}{string.Concat(boxes.Select(b => "&order=" + Uri.EscapeDataString(b)))}")).ShouldBeOk();
    }

    static string RefusalOf(Shown page, string number) => page.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(number, StringComparison.Ordinal)).TextContent;

    Task<ServiceOrder> OrderAsync(string number) => installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().WholeAsync(number, CancellationToken.None));

    static async Task<string> ReceiveAsync(Visitor visitor) => (await visitor.SubmitAsync("/Service/Requests/Receive",
        new() { ["Phone"] = $"137001370{Interlocked.Increment(ref _phones):00}", ["Name"] = "李娜", ["Address"] = "文一路 1 号", ["Description"] = "不出热水", ["Kind"] = "Repair" })).ShouldBeOk().Url.Segments[^1];

    static async Task<string> AgreedAsync(Visitor visitor)
    {
        var number = await ReceiveAsync(visitor);
        (await visitor.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "约好", ["WindowStart"] = "2026-03-12T09:00", ["WindowEnd"] = "2026-03-12T11:00" })).ShouldBeOk();
        return number;
    }

    async Task<string> TechnicianAsync(Visitor dispatcher)
    {
        await installation.CertifyAsync("T01");
        (await dispatcher.SubmitAsync("/Service/Dispatch/Technicians", new() { ["Code"] = "T01", ["Name"] = "赵强", ["Team"] = "A" })).ShouldBeOk();
        return (await dispatcher.OpenAsync("/Service/Requests")).Find("#technician option[value]:not([value=''])").GetAttribute("value")!;
    }
}
