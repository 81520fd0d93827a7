using System.Diagnostics;
using AfterSales.BrowserTests.Fixtures;
using AfterSales.Host.Accounts;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>Somebody makes the own account safe: an authenticator app, recovery codes, a passkey of the device, and a look at who else is signed in.</summary>
public sealed class TheOwnAccount(Chromium chromium) : IAsyncLifetime
{
    static readonly string? Pictures = Environment.GetEnvironmentVariable("AFTERSALES_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;
#pragma warning disable RS0030 // the server beside this test runs by the real clock, and so does the app on the phone
    static readonly TimeProvider TestTime = TimeProvider.System;
#pragma warning restore RS0030

    readonly Executable _executable = new();
    Process? _server;
    Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        (_server, var address) = await _executable.ServeAsync();
        _address = new UriBuilder(address) { Host = "localhost" }.Uri; // a passkey belongs to a name
        await using var owner = await chromium.PersonAsync(_address, new Eyes());
        await YoungCompany.FillInTheWizardAsync(owner, await _executable.OneTimeCodeAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Stop.AsyncOf(_server);
        _executable.Dispose();
    }

    [Theory]
    [InlineData("en", 1440)]
    [InlineData("zh-CN", 360)]
    public async Task is_made_safe_with_two_factor_and_a_passkey(string language, int width)
    {
        (await _executable.RunAsync(["user", "add", "lin", "--role", "administrator", "--password-stdin"], YoungCompany.Password + "\n")).ShouldSucceed();
        await using var person = await chromium.PersonAsync(_address, new Eyes(language, width));
        var page = person.Page;
        await person.SignInAsync("lin", YoungCompany.Password);
        await page.Locator("details.pop:has(.user-name) > summary").ClickAsync();
        await page.Locator("details.pop a[href='/Settings/Account']").ClickAsync();
        await LookAsync(person, "account");

        await page.Locator("a[href='/Settings/Account/TwoFactor']").ClickAsync();
        await LookAsync(person, "two-factor");
        var secret = FromBase32((await page.Locator("code[data-key]").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        var step = Totp.StepAt(TimeProviderInstants.Now(TestTime));
        await page.Locator("[name='Input.Code']").FillAsync(Totp.CodeAt(secret, step));
        await page.Locator("[name='Input.Current']").FillAsync(YoungCompany.Password);
        await page.Locator("form.form-narrow button.btn-primary").ClickAsync();
        await page.Locator(".recovery-codes li").First.WaitForAsync();
        (await page.Locator(".recovery-codes li").CountAsync()).ShouldBe(10);
        await LookAsync(person, "recovery-codes");

        await SignOutAsync(page);
        await page.Locator("[name='Input.UserName']").FillAsync("lin");
        await page.Locator("[name='Input.Password']").FillAsync(YoungCompany.Password);
        await page.Locator("[name='Input.Password']").PressAsync("Enter");
        await page.Locator("[name='Input.Code']").WaitForAsync();
        await LookAsync(person, "code");
        await page.Locator("[name='Input.Code']").FillAsync(Totp.CodeAt(secret, step + 1));
        await page.Locator("[name='Input.Code']").PressAsync("Enter");
        await page.Locator(".user-name").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        await person.OpenAsync("/Settings/Account/AddPasskey");
        await LookAsync(person, "add-passkey");
        await page.Locator("[name='Input.Name']").FillAsync("办公室 office");
        await page.Locator("[name='Input.Current']").FillAsync(YoungCompany.Password);
        await page.Locator("form[data-passkey] button.btn-primary").ClickAsync();
        await page.WaitForURLAsync("**/Settings/Account");
        await page.GetByRole(AriaRole.Link, new() { Name = "办公室 office" }).ClickAsync();
        await LookAsync(person, "passkey");

        await SignOutAsync(page);
        await LookAsync(person, "sign-in");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.Locator(".user-name").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await person.OpenAsync("/Settings/Account");
        (await page.Locator("tr:has(.chip-good) td:nth-child(2)").InnerTextAsync()).ShouldBe(language == "en" ? "passkey" : "通行密钥");
        await LookAsync(person, "account-safe");
        await person.OpenAsync("/Settings/Permissions");
        await LookAsync(person, "permissions");
        await person.OpenAsync("/Settings/EditPermission?code=service.fees.void");
        await LookAsync(person, "edit-permission");
        await person.OpenAsync("/Settings/SeeAs");
        await LookAsync(person, "see-as");
        await page.Locator("[name='Whom']").SelectOptionAsync("role:cashier");
        await page.Locator("main form button.btn-primary").ClickAsync();
        await page.Locator(".see-as").WaitForAsync();
        await LookAsync(person, "seen-as-cashier");
        await page.Locator(".see-as button").ClickAsync();
        await page.WaitForURLAsync("**/Settings/SeeAs");
        await person.OpenAsync("/Operations/ContentPolicy");
        (await page.Locator(".empty-note").CountAsync()).ShouldBe(1, "no page of this journey made the browser complain");
        await LookAsync(person, "content-policy");
        person.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task offers_no_passkey_at_a_bare_address()
    {
        await using var person = await chromium.PersonAsync(new UriBuilder(_address) { Host = "127.0.0.1" }.Uri, new Eyes());
        await person.OpenAsync("/SignIn");
        (await person.Page.Locator("form[data-passkey]").IsVisibleAsync()).ShouldBeFalse();
    }

    static async Task SignOutAsync(IPage page)
    {
        await page.Locator("details.pop:has(.user-name) > summary").ClickAsync();
        await page.Locator("form[action='/SignOut'] button").ClickAsync();
        await page.Locator("[name='Input.UserName']").WaitForAsync();
    }

    static async Task LookAsync(Person person, string name)
    {
        if (Pictures is not null) await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"own-{name}.{person.Eyes.Language}.{person.Eyes.Width}.png"), FullPage = true });
        await person.ShouldBeOpenToAllAsync();
    }

    static byte[] FromBase32(string text)
    {
        List<byte> bytes = [];
        int bits = 0, held = 0;
        foreach (var letter in text)
        {
            (bits, held) = ((bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held >= 8) bytes.Add((byte)(bits >> (held -= 8)));
        }
        return [.. bytes];
    }
}
