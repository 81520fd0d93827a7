using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Clause 1.5.2: announced by a manager, read by customers, obeyed by the clock of what comes in.</summary>
public sealed class ChangedServiceHours(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task give_48_hours_to_what_comes_in_on_these_days_and_nothing_to_what_is_dangerous()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var today = DateOnly.FromDateTime(installation.Now.AddHours(8));
        Dictionary<string, string?> typed = new() { ["Input.From"] = today.ToString("yyyy-MM-dd"), ["Input.Until"] = today.AddDays(1).ToString("yyyy-MM-dd"), ["Input.Hours"] = "9:00–15:00", ["Input.Reason"] = "台风" };
        var refused = await manager.SubmitAsync("/Service/Notices", typed);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(today.AddDays(7).ToString("O"));
        (await ReceivedAsync("no hot water", isSafety: false)).SpecialReason.ShouldBeNull();

        (await manager.SubmitAsync("/Service/Notices", new(typed) { ["Input.ForceMajeure"] = "true" })).ShouldBeOk().Text.ShouldContain("台风");
        (await installation.Anonymous("zh-CN").OpenAsync("/r")).ShouldBeOk().Text.ShouldContain("9:00–15:00");
        var adjusted = await ReceivedAsync("no hot water", isSafety: false);
        (adjusted.SpecialReason, adjusted.Response.Due).ShouldBe(("announced_hours", adjusted.ReceivedAt.AddHours(48)));
        (await ReceivedAsync("it smells of gas", isSafety: true)).SpecialReason.ShouldBeNull();

        var page = await manager.OpenAsync("/Service/Notices");
        (await manager.SubmitAsync(page, [], "form[action*=Withdraw] button")).ShouldBeOk();
        (await ReceivedAsync("no hot water", isSafety: false)).SpecialReason.ShouldBeNull();
    }

    Task<ServiceOrder> ReceivedAsync(string words, bool isSafety) => installation.WithAsync<IServiceProvider, ServiceOrder>(async services =>
    {
        var receive = (ReceiveOrder)services.GetService(typeof(ReceiveOrder))!;
        var number = await receive.RunAsync(new ReceiveOrder.Request(null, null, "王芳", null, null, OrderKind.Repair, OrderChannel.Phone, null, null, null, null, words, null, null, isSafety), new Actor("1", "周敏"), CancellationToken.None);
        return await ((ServiceDbContext)services.GetService(typeof(ServiceDbContext))!).Set<ServiceOrder>().AsNoTracking().SingleAsync(o => o.Number == number);
    });
}
