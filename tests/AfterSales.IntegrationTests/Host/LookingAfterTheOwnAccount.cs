using System.Net;
using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.Host.Settings;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Password, second factor, sessions: what people do about their own account, and what the administrator does for them.</summary>
[OnOneDatabase]
public sealed class LookingAfterTheOwnAccount(Installation installation) : IClassFixture<Installation>
{
    const string Password = "a long sentence about tea", Other = "another sentence about rain";
    const string PasswordForm = "input[type=password]";

    [Fact]
    public async Task shows_where_one_is_signed_in_and_ends_one_or_all_others_at_once()
    {
        using var here = await NewAsync("chen");
        using var there = await installation.SignInAsync("chen", Password);
        using var phone = await installation.SignInAsync("chen", Password);
        var account = await here.OpenAsync("/Settings/Account");
        account.Texts("#sessions + .card tbody tr").Count().ShouldBe(3);
        account.Texts("#sessions + .card tbody tr").Count(t => t.Contains("this device", StringComparison.Ordinal)).ShouldBe(1);

        var left = await here.SubmitAsync(account, [], with: "form[action='/Settings/Account/EndSession'] button[name=id]");
        left.Texts("#sessions + .card tbody tr").Count().ShouldBe(2);
        List<bool> lives = [await LivesAsync(there), await LivesAsync(phone)];
        lives.Count(l => l).ShouldBe(1);

        await here.SubmitAsync(left, [], with: "form[action='/Settings/Account/EndSession']:not(:has([name=id]))");
        (await LivesAsync(there)).ShouldBeFalse();
        (await LivesAsync(phone)).ShouldBeFalse();
        (await LivesAsync(here)).ShouldBeTrue();
    }

    [Fact]
    public async Task changes_the_password_only_with_the_present_one_and_ends_the_other_sessions()
    {
        using var here = await NewAsync("deng");
        using var there = await installation.SignInAsync("deng", Password);
        (await here.SubmitAsync("/Password", new() { ["Current"] = "not it at all", ["Input.Password"] = Other })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await LivesAsync(there)).ShouldBeTrue();
        (await here.SubmitAsync("/Password", new() { ["Current"] = Password, ["Input.Password"] = Other })).ShouldBeOk().Url.AbsolutePath.ShouldBe("/Settings/Account");
        (await LivesAsync(there)).ShouldBeFalse();
        (await LivesAsync(here)).ShouldBeTrue();
        using var again = await installation.SignInAsync("deng", Other);
    }

    [Fact]
    public async Task by_the_administrator_disables_somebody_at_the_next_request()
    {
        using var gone = await NewAsync("feng");
        var administrator = await installation.AsAsync("administrator");
        await administrator.SubmitAsync("/Settings/EditUser?name=feng", new() { ["IsDisabled"] = "true" });
        (await LivesAsync(gone)).ShouldBeFalse();
    }

    [Fact]
    public async Task by_the_administrator_ends_the_sessions_of_others()
    {
        using var one = await NewAsync("gao");
        var administrator = await installation.AsAsync("administrator");
        var access = await administrator.OpenAsync("/Settings/UserAccess?name=gao");
        access.Texts("tbody tr").Count().ShouldBe(1);
        await administrator.SubmitAsync(access, [], with: "form[action='/Settings/EndUserSession']:not(:has([name=id]))");
        (await LivesAsync(one)).ShouldBeFalse();
        (await AuditAsync("account.sessions.ended")).ShouldContain("gao");
    }

    [Fact]
    public async Task turns_on_two_factor_which_is_then_asked_for_and_spends_each_code_once()
    {
        using var here = await NewAsync("jia");
        var (secret, codes) = await TurnOnAsync(here);
        codes.Count.ShouldBe(10);
        (await here.OpenAsync("/Settings/Account")).Text.ShouldContain("10 recovery codes left");

        using var elsewhere = installation.Anonymous();
        installation.Time.Advance(TimeSpan.FromMinutes(2));
        var step = await PasswordAsync(elsewhere, "jia");
        step.Url.AbsolutePath.ShouldBe("/SignIn/Code");
        (await LivesAsync(elsewhere)).ShouldBeFalse("the password alone opens nothing");
        (await elsewhere.SubmitAsync(step, new() { ["Code"] = "000000" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var code = Totp.CodeAt(secret, Totp.StepAt(installation.Now));
        (await elsewhere.SubmitAsync(step, new() { ["Code"] = code })).ShouldBeOk();
        (await LivesAsync(elsewhere)).ShouldBeTrue();

        using var shoulder = installation.Anonymous();
        (await shoulder.SubmitAsync(await PasswordAsync(shoulder, "jia"), new() { ["Code"] = code })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "it was used");
        (await shoulder.SubmitAsync("/SignIn/Code", new() { ["Code"] = codes[0] })).ShouldBeOk();
        (await LivesAsync(shoulder)).ShouldBeTrue();
        (await shoulder.OpenAsync("/Settings/Account")).Text.ShouldContain("9 recovery codes left");
    }

    [Fact]
    public async Task has_the_second_step_limited_too()
    {
        using var here = await NewAsync("kong");
        var (secret, _) = await TurnOnAsync(here);
        installation.Time.Advance(TimeSpan.FromMinutes(2));
        using var thief = installation.Anonymous();
        var step = await PasswordAsync(thief, "kong");
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 8; i++) answers.Add((await thief.SubmitAsync(step, new() { ["Code"] = $"99999{i}" })).Status);
        answers.Take(5).ShouldAllBe(s => s == HttpStatusCode.UnprocessableEntity);
        answers.Skip(5).ShouldAllBe(s => s == HttpStatusCode.TooManyRequests);
        (await thief.SubmitAsync(step, new() { ["Code"] = Totp.CodeAt(secret, Totp.StepAt(installation.Now)) })).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task is_helped_by_the_administrator_or_the_command_line_when_the_phone_is_gone()
    {
        using var here = await NewAsync("liao");
        await TurnOnAsync(here);
        var administrator = await installation.AsAsync("administrator");
        await administrator.SubmitAsync("/Settings/UserAccess?name=liao", [], with: "form[action='/Settings/ResetTwoFactor']");
        (await LivesAsync(here)).ShouldBeFalse();
        (await AuditAsync("account.two-factor.reset")).ShouldContain("liao");
        using var again = await installation.SignInAsync("liao", Password);
        await TurnOnAsync(again);
        (await installation.RunAsync(["user", "reset", "liao", "--two-factor", "--password-stdin"], Other)).ShouldSucceed();
        using var fresh = await installation.SignInAsync("liao", Other);
        (await fresh.OpenAsync("/Settings/Account")).Text.ShouldContain("Set up two-factor");
    }

    [Fact]
    public async Task is_demanded_of_administrators_where_the_policy_says_so()
    {
        (await installation.RunAsync(["user", "add", "meng", "--role", "administrator", "--password-stdin"], Password)).ShouldSucceed();
        using var owner = await installation.SignInAsync("meng", Password);
        installation.Time.Advance(TimeSpan.FromMinutes(2));
        try
        {
            await SetAsync(new SignInPolicy { AdministratorsUseTwoFactor = true });
            (await owner.OpenAsync("/Settings/Users")).Url.AbsolutePath.ShouldBe("/Settings/Account");
            await TurnOnAsync(owner);
            (await owner.OpenAsync("/Settings/Users")).Url.AbsolutePath.ShouldBe("/Settings/Users");
            (await owner.SubmitAsync("/Settings/Account/TurnOff", new() { ["Current"] = Password })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        finally
        {
            installation.Time.Advance(TimeSpan.FromMinutes(2));
            await SetAsync(new SignInPolicy());
        }
    }

    Task SetAsync(SignInPolicy policy) => installation.WithAsync<HostDbContext>(db =>
        installation.Services.GetRequiredService<PolicyStore>().AddAsync(db, SignInPolicy.Key, policy, installation.Now, Actor.System, installation.Now, CancellationToken.None));

    async Task<Visitor> NewAsync(string name)
    {
        (await installation.RunAsync(["user", "add", name, "--role", "cashier", "--password-stdin"], Password)).ShouldSucceed();
        return await installation.SignInAsync(name, Password);
    }

    /// <summary>As a person does: reads the key off the page, types the code of the app, keeps the recovery codes.</summary>
    async Task<(byte[] Secret, IReadOnlyList<string> Codes)> TurnOnAsync(Visitor person)
    {
        var page = await person.OpenAsync("/Settings/Account/TwoFactor");
        page.Find("svg[role=img] path").GetAttribute("d")!.Length.ShouldBeGreaterThan(500);
        var secret = FromBase32(page.Find("code[data-key]").TextContent);
        (await person.SubmitAsync(page, new() { ["Code"] = "000000", ["Current"] = Password })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var done = (await person.SubmitAsync(page, new() { ["Code"] = Totp.CodeAt(secret, Totp.StepAt(installation.Now)), ["Current"] = Password })).ShouldBeOk();
        return (secret, [.. done.Texts(".recovery-codes li")]);
    }

    static byte[] FromBase32(string text)
    {
        List<byte> bytes = [];
        int bits = 0, held = 0;
        foreach (var letter in text.Replace(" ", "", StringComparison.Ordinal))
        {
            (bits, held) = ((bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held >= 8) bytes.Add((byte)(bits >> (held -= 8)));
        }
        return [.. bytes];
    }

    static Task<Shown> PasswordAsync(Visitor visitor, string name) => visitor.SubmitAsync("/SignIn", new() { ["UserName"] = name, ["Password"] = Password }, with: PasswordForm);

    internal static async Task<bool> LivesAsync(Visitor visitor) => (await visitor.OpenAsync("/Messages")).Url.AbsolutePath == "/Messages";

    Task<List<string>> AuditAsync(string action) => installation.WithAsync<HostDbContext, List<string>>(db => db.Set<AuditEntry>().Where(a => a.Action == action).Select(a => a.Subject).ToListAsync());
}

/// <summary>A clock of its own: days go by.</summary>
public sealed class LeavingASessionAlone(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task ends_it_on_the_server_and_forgets_it_a_month_later()
    {
        var policy = new SignInPolicy();
        var start = new DateTime(2026, 3, 11, 1, 0, 0, DateTimeKind.Utc);
        policy.IsOver(isRemembered: false, start, start, start.AddHours(12)).ShouldBeFalse();
        policy.IsOver(isRemembered: false, start, start, start.AddHours(12).AddSeconds(1)).ShouldBeTrue();
        policy.IsOver(isRemembered: false, start, start.AddHours(23), start.AddHours(24).AddSeconds(1)).ShouldBeTrue();
        policy.IsOver(isRemembered: true, start, start, start.AddDays(14).AddSeconds(1)).ShouldBeTrue();
        policy.IsOver(isRemembered: true, start, start.AddDays(89), start.AddDays(90).AddSeconds(1)).ShouldBeTrue();

        (await installation.RunAsync(["user", "add", "han", "--role", "cashier", "--password-stdin"], "a long sentence about tea")).ShouldSucceed();
        using var person = await installation.SignInAsync("han", "a long sentence about tea");
        var key = await installation.WithAsync<HostDbContext, Guid>(db => db.Set<Session>().OrderByDescending(s => s.Id).Select(s => s.Key).FirstAsync());
        installation.Time.Advance(TimeSpan.FromDays(13));
        (await LookingAfterTheOwnAccount.LivesAsync(person)).ShouldBeTrue();
        installation.Time.Advance(TimeSpan.FromDays(13));
        (await LookingAfterTheOwnAccount.LivesAsync(person)).ShouldBeTrue("it was seen thirteen days ago");
        installation.Time.Advance(TimeSpan.FromDays(15));
        (await LookingAfterTheOwnAccount.LivesAsync(person)).ShouldBeFalse();
        installation.Time.Advance(TimeSpan.FromDays(31));
        await installation.WithAsync<ForgetSessions>(job => job.RunAsync(installation.Now, CancellationToken.None));
        (await installation.WithAsync<HostDbContext, bool>(db => db.Set<Session>().AnyAsync(s => s.Key == key))).ShouldBeFalse();
    }
}
