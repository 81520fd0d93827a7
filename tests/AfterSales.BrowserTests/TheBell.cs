using AfterSales.BrowserTests.Fixtures;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>News and work on many rows, in a browser: the number beside the bell, the list of messages, rows chosen by keyboard and acted on.</summary>
public sealed class TheBell(Chromium chromium, Installation installation) : IClassFixture<Installation>
{
    [Theory]
    [InlineData("en", 1440, false)]
    [InlineData("zh-CN", 360, true)]
    public async Task counts_what_is_unread_and_is_quiet_when_all_is_read(string language, int width, bool dark)
    {
        var role = width < 600 ? Roles.Trainer : Roles.QualityOfficer;
        await installation.AsAsync(role);
        var bell = (IBell)installation.Services.GetService(typeof(IBell))!;
        foreach (var i in Enumerable.Range(1, 3))
            await bell.RingAsync(Recipients.InRole(role), new Notice($"bell:{role}:{i}", "Messages.Digest.Notice", [$"2026-03-1{i}", "Roles." + role], "/") { Lines = [new("Requests.Digest.Unassigned", ["4"], "/Password")] }, CancellationToken.None);
        await using var person = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), role + "-1", YoungCompany.Password);
        await person.OpenAsync("/");
        await person.Page.Locator(".bell-count").WaitForAsync();
        (await person.Page.Locator(".bell-count").InnerTextAsync()).ShouldBe("3");
        await person.Page.Locator("a.bell").ClickAsync();
        await person.Page.Locator(".notice").First.WaitForAsync();
        await person.ShouldBeOpenToAllAsync();

        await person.Page.Locator(".notice button.btn-sm").First.PressAsync("Enter");
        await person.Page.Locator(".bell-count:text-is('2')").WaitForAsync();
        await person.Page.Locator("form:has([name=upTo]) button").ClickAsync();
        await person.Page.Locator(".empty-note").WaitForAsync();
        (await person.Page.Locator(".bell-count").CountAsync()).ShouldBe(0);
        await person.OpenAsync("/Messages?state=all");
        await person.ShouldBeOpenToAllAsync();
        person.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData("en", 1440, true)]
    [InlineData("zh-CN", 360, false)]
    public async Task of_many_orders_rows_are_chosen_by_keyboard_and_urged_at_once(string language, int width, bool dark)
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        for (var i = 0; i < 3; i++)
            (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = $"1360013600{i}", ["Name"] = "李娜", ["Address"] = "文一路 1 号", ["Description"] = "不出热水", ["Kind"] = "Repair" })).ShouldBeOk();
        await using var person = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), "dispatcher-1", YoungCompany.Password);
        await person.OpenAsync("/Service/Requests");
        var boxes = person.Page.Locator("#rows [name=order]");
        await boxes.First.FocusAsync();
        await person.Page.Keyboard.PressAsync("Space");
        (await person.Page.Locator("#rows [name=order]:checked").CountAsync()).ShouldBe(1);
        await person.Page.Locator("[data-check-all]").FocusAsync();
        await person.Page.Keyboard.PressAsync("Space");
        var all = await boxes.CountAsync();
        (await person.Page.Locator("#rows [name=order]:checked").CountAsync()).ShouldBe(all);
        await person.ShouldBeOpenToAllAsync();

        await person.Page.Locator("#many-act").SelectOptionAsync("Urge");
        await person.Page.Locator("#many button").PressAsync("Enter");
        await person.Page.Locator("#note").FillAsync("客户来电");
        await person.ShouldBeOpenToAllAsync();
        await person.Page.Locator("#note").PressAsync("Enter");
        await person.Page.Locator("main [role=status]").WaitForAsync();
        (await person.Page.Locator("main tbody tr").CountAsync()).ShouldBe(all);
        (await person.Page.Locator("main tbody .chip-bad").CountAsync()).ShouldBe(0);
        await person.ShouldBeOpenToAllAsync();
        person.ShouldHaveNoComplaints();
    }
}
