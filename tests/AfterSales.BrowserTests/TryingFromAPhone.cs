using AfterSales.BrowserTests.Fixtures;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.BrowserTests;

/// <summary>The owner holds the screen up to a phone: the phone measures by itself, and the screen shows it without being asked.</summary>
public sealed class TryingFromAPhone(Chromium chromium, Installation installation) : IClassFixture<Installation>
{
    [Theory]
    [InlineData("en", 1440, false)]
    [InlineData("zh-CN", 360, true)]
    public async Task measures_and_reports_by_itself(string language, int width, bool dark)
    {
        await installation.AsAsync(Roles.Administrator);
        await using var owner = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), "administrator-1", YoungCompany.Password);
        await owner.OpenAsync("/Operations/Reachability");
        await owner.ShouldBeOpenToAllAsync();
        var before = await owner.Page.Locator("#trials .chip").CountAsync();
        await owner.Page.Locator("main button[name=Address]").First.ClickAsync();
        await owner.Page.Locator(".reach-code svg").WaitForAsync();
        await owner.ShouldBeOpenToAllAsync();
        var link = new Uri((await owner.Page.Locator("main .card p.wrap-any").InnerTextAsync()).Trim());

        await using var phone = await chromium.PersonAsync(installation.Address, new Eyes(language, 360, dark));
        await phone.Page.GotoAsync(link.PathAndQuery);
        await phone.Page.Locator("main .alert-success").WaitForAsync();
        await phone.ShouldBeOpenToAllAsync();
        phone.ShouldHaveNoComplaints();

        await owner.Page.Locator($"#trials .chip >> nth={before}").WaitForAsync();
        var cells = await owner.Page.Locator("#trials tbody tr").First.Locator("td").AllInnerTextsAsync();
        cells[1].ShouldContain("Chrome");
        cells[3].ShouldContain(language == "en" ? "yes" : "是"); // 127.0.0.1 is a secure context
        cells[^1].ShouldContain(language == "en" ? "ms" : "毫秒");
        owner.ShouldHaveNoComplaints();
    }
}
