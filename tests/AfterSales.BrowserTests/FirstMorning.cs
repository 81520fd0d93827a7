using AfterSales.BrowserTests.Fixtures;
using AfterSales.IntegrationTests.Fixtures;

namespace AfterSales.BrowserTests;

/// <summary>The owner's first minutes: code from the console, wizard, signed in, the language of choice.</summary>
public sealed class FirstMorning(Chromium chromium)
{
    [Theory]
    [InlineData("en", 1440)]
    [InlineData("zh-CN", 360)]
    public async Task begins_with_the_wizard_and_ends_signed_in(string language, int width)
    {
        using var executable = new Executable();
        var (server, address) = await executable.ServeAsync();
        try
        {
            await using var owner = await chromium.PersonAsync(address, new Eyes(language, width));
            await YoungCompany.FillInTheWizardAsync(owner, await executable.OneTimeCodeAsync());
            new Uri(owner.Page.Url).AbsolutePath.ShouldNotBe("/Setup");
            (await owner.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
            (await owner.ScrollsSidewaysAsync()).ShouldBeFalse();

            await using var again = await chromium.PersonAsync(address, new Eyes(language, width));
            await again.SignInAsync("owner", YoungCompany.Password);
            await again.OpenAsync("/Settings/Company");
            (await again.Page.Locator("body").InnerTextAsync()).ShouldNotBeEmpty();
            owner.ShouldHaveNoComplaints();
            again.ShouldHaveNoComplaints();
        }
        finally
        {
            await Stop.AsyncOf(server);
        }
    }
}
