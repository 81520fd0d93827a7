using System.Globalization;
using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>The dispatch board: what it shows of a day, and what happens when a visit is put elsewhere.</summary>
public sealed class PlanningADayOnTheBoard(Installation installation) : IClassFixture<Installation>
{
    static int _phones;

    [Fact]
    public async Task sends_a_technician_to_a_waiting_visit()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var technician = await HireAsync(dispatcher, "B01", "看板工", "gas_storage");
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "B-60", "GasStorage"));
        (await BoardAsync(dispatcher)).Texts("[data-tray] .visit").ShouldContain(t => t.Contains(order, StringComparison.Ordinal));
        (await MoveAsync(dispatcher, order, new() { ["Technician"] = technician })).ShouldBeOk();
        var found = await OrderAsync(order);
        (found.Status, found.TechnicianId).ShouldBe((OrderStatus.Scheduled, long.Parse(technician, CultureInfo.InvariantCulture)));
        var board = await BoardAsync(dispatcher);
        board.Find($"td[data-technician='{technician}'][data-hour='9'] .visit").TextContent.ShouldContain(order);
        board.Find($"#v-{order}").TextContent.ShouldNotContain("李娜");
    }

    [Fact]
    public async Task refuses_somebody_without_a_certificate_for_the_type()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var technician = await HireAsync(dispatcher, "B02", "太阳能看板工", "solar");
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "B-61", "HeatPump"));
        var refused = await MoveAsync(dispatcher, order, new() { ["Technician"] = technician });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("2026-03-12");
        (await OrderAsync(order)).Status.ShouldBe(OrderStatus.Responded);
        var board = await BoardAsync(dispatcher);
        board.Find($"[data-number='{order}']").GetAttribute("data-job").ShouldBe("heat_pump@");
        board.Find($"tr:has(td[data-technician='{technician}'])").GetAttribute("data-jobs")!.Split(' ').ShouldNotContain("heat_pump@");
    }

    [Fact]
    public async Task another_hour_wants_to_know_who_asked_and_why_and_keeps_it()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "B-62", "GasStorage"));
        (await MoveAsync(dispatcher, order, new() { ["WindowStart"] = "2026-03-12T14:00", ["WindowEnd"] = "2026-03-12T16:00", ["Reason"] = "客户下午在家" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await MoveAsync(dispatcher, order, new() { ["WindowStart"] = "2026-03-12T14:00", ["WindowEnd"] = "2026-03-12T16:00", ["AskedBy"] = "customer" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await OrderAsync(order)).Reschedules.ShouldBeEmpty();
        (await MoveAsync(dispatcher, order, new() { ["WindowStart"] = "2026-03-12T14:00", ["WindowEnd"] = "2026-03-12T16:00", ["AskedBy"] = "customer", ["Reason"] = "客户下午在家" })).ShouldBeOk();
        var move = (await OrderAsync(order)).Reschedules.ShouldHaveSingleItem();
        (move.ByCustomer, move.Reason).ShouldBe((true, "客户下午在家"));
        (await dispatcher.OpenAsync($"/Service/Requests/Details/{order}")).Text.ShouldContain("客户下午在家");
    }

    [Fact]
    public async Task marks_visits_that_clash_and_those_without_time_for_the_way()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var technician = await HireAsync(dispatcher, "B03", "撞单工", "gas_storage");
        var model = await ModelAsync(dispatcher, "B-63", "GasStorage");
        var (first, second, next) = (await AgreedAsync(dispatcher, model), await AgreedAsync(dispatcher, model), await AgreedAsync(dispatcher, model, "11:10", "12:00"));
        foreach (var order in new[] { first, second, next }) (await MoveAsync(dispatcher, order, new() { ["Technician"] = technician })).ShouldBeOk();
        var board = await BoardAsync(dispatcher);
        board.Find($"#v-{first}").TextContent.ShouldContain("Clashes with another visit");
        board.Find($"#v-{second}").TextContent.ShouldContain("Clashes with another visit");
        board.Find($"#v-{next}").TextContent.ShouldContain("Too little time for the way");
    }

    [Fact]
    public async Task the_second_of_two_dispatchers_is_told_what_changed()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var technician = await HireAsync(dispatcher, "B04", "先到工", "gas_storage");
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "B-64", "GasStorage"));
        var stale = await dispatcher.OpenAsync($"/Service/Dispatch/Move/{order}");
        (await MoveAsync(dispatcher, order, new() { ["Technician"] = technician })).ShouldBeOk();
        var second = await dispatcher.SubmitAsync(stale, new() { ["Technician"] = technician }, with: "[name=Version]");
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("先到工");
    }

    [Fact]
    public async Task the_place_of_a_drop_is_suggested_with_the_version_that_was_seen()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var technician = await HireAsync(dispatcher, "B05", "落点工", "gas_storage");
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "B-65", "GasStorage"));
        var page = await dispatcher.OpenAsync($"/Service/Dispatch/Move/{order}?handler=Ask&seen=2&technician={technician}&start=2026-03-12T15:00");
        page.Find("[name='Input.WindowStart']").GetAttribute("value").ShouldBe("2026-03-12T15:00");
        page.Find("[name='Input.WindowEnd']").GetAttribute("value").ShouldBe("2026-03-12T17:00");
        page.Find("[name=Version]").GetAttribute("value").ShouldBe("2");
        page.Find($"[name='Input.Technician'][value='{technician}']").HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task a_customer_who_was_tried_stands_on_the_hand_over_list()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var order = await ReceivedAsync(dispatcher, await ModelAsync(dispatcher, "B-66", "GasStorage"));
        (await dispatcher.SubmitAsync($"/Service/Requests/Attempt/{order}", new() { ["Result"] = "NoAnswer" })).ShouldBeOk();
        (await dispatcher.OpenAsync("/Service/Dispatch/HandOver")).ShouldBeOk().Text.ShouldContain(order);
    }

    Task<Shown> BoardAsync(Visitor dispatcher) => dispatcher.OpenAsync("/Service/Dispatch?day=2026-03-12");

    static async Task<Shown> MoveAsync(Visitor dispatcher, string order, Dictionary<string, string?> fields) => await dispatcher.SubmitAsync($"/Service/Dispatch/Move/{order}", fields, with: "[name=Version]");

    async Task<string> HireAsync(Visitor dispatcher, string code, string name, string type)
    {
        (await dispatcher.SubmitAsync("/Service/Dispatch/Technicians", new() { ["Code"] = code, ["Name"] = name, ["Team"] = "A" })).ShouldBeOk();
        await installation.CertifyAsync(code, type);
        return (await installation.WithAsync<ServiceDbContext, long>(db => db.Set<Technician>().Where(t => t.Code == code).Select(t => t.Id).SingleAsync())).ToString(CultureInfo.InvariantCulture);
    }

    static async Task<string> ModelAsync(Visitor manager, string code, string type)
    {
        (await manager.SubmitAsync("/Service/Products", new() { ["Code"] = code, ["Name"] = code, ["Type"] = type })).ShouldBeOk();
        return code;
    }

    static async Task<string> ReceivedAsync(Visitor dispatcher, string model) =>
        (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = $"136001361{Interlocked.Increment(ref _phones):00}", ["Name"] = "李娜", ["Address"] = "文一路 1 号", ["Model"] = model, ["Kind"] = "Repair" })).ShouldBeOk().Url.Segments[^1];

    static async Task<string> AgreedAsync(Visitor dispatcher, string model, string from = "09:00", string to = "11:00")
    {
        var number = await ReceivedAsync(dispatcher, model);
        (await dispatcher.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "约好", ["WindowStart"] = "2026-03-12T" + from, ["WindowEnd"] = "2026-03-12T" + to })).ShouldBeOk();
        return number;
    }

    Task<ServiceOrder> OrderAsync(string number) => installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().WholeAsync(number, CancellationToken.None));
}
