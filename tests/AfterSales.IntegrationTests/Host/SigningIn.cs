using System.Net;
using AfterSales.Host.Accounts;
using AfterSales.IntegrationTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Guessing is slowed; the owner is never kept out by those who guess.</summary>
[OnOneDatabase]
public sealed class SigningIn(Installation installation) : IClassFixture<Installation>
{
    const string Password = "a long sentence about tea";

    [Fact]
    public async Task is_refused_to_a_guesser_after_five_tries_and_stays_open_to_the_owners_browser()
    {
        (await installation.RunAsync(["user", "add", "lin", "--role", "administrator", "--password-stdin"], Password)).ShouldSucceed();
        using var owner = await installation.SignInAsync("lin", Password);
        await owner.SubmitAsync(await owner.OpenAsync("/Password"), [], with: "form[action='/SignOut']");

        using var guesser = installation.Anonymous();
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 4; i++) answers.Add((await TryAsync(guesser, "lin", "wrong guess " + i)).Status);
        var slowed = await TryAsync(guesser, "LIN", Password); // the right word, but the sixth try: the owner's first one, from a browser still unknown, counted too
        answers.ShouldAllBe(s => s == HttpStatusCode.UnprocessableEntity);
        slowed.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        slowed.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));

        (await TryAsync(owner, "lin", "mistyped by the owner")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(owner, "lin", Password)).Document.QuerySelector("input[type=password]").ShouldBeNull();
    }

    /// <summary>A botnet: every guess from another address. Thousands in a few minutes, of which the limit lets five a minute be looked at; the owner notices nothing.</summary>
    [Fact]
    public async Task by_brute_force_is_no_faster_than_the_limit_and_never_keeps_the_owner_out()
    {
        var (minutes, guesses) = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? (19, 1_500) : (4, 500);
        (await installation.RunAsync(["user", "add", "mu", "--role", "cashier", "--password-stdin"], Password)).ShouldSucceed();
        using var owner = await installation.SignInAsync("mu", Password);
        var limits = installation.Services.GetRequiredService<SignInLimits>();
        var looked = 0;
        for (var minute = 0; minute < minutes; minute++)
        {
            installation.Time.Advance(TimeSpan.FromMinutes(1));
            using var guesser = installation.Anonymous();
            var form = await guesser.OpenAsync("/SignIn");
            for (var n = 0; n < 3; n++) // over HTTP, from this address
                if ((await guesser.SubmitAsync(form, new() { ["UserName"] = "mu", ["Password"] = $"guess {minute} {n}" }, with: "input[type=password]")).Status == HttpStatusCode.UnprocessableEntity) looked++;
            for (var n = 0; n < guesses; n++) // and from everywhere
                if (limits.Allow(n % 2 == 0 ? "MU " : "mu", $"2001:db8::{n:x}")) looked++;
            (await guesser.SubmitAsync(form, new() { ["UserName"] = "mu", ["Password"] = Password }, with: "input[type=password]")).Status.ShouldBe(HttpStatusCode.TooManyRequests, "not even the right word gets a stranger in");
            await owner.SubmitAsync(await owner.OpenAsync("/Password"), [], with: "form[action='/SignOut']");
            (await TryAsync(owner, "mu", Password)).ShouldBeOk().Document.QuerySelector("input[type=password]").ShouldBeNull();
        }
        looked.ShouldBe(5 * minutes);
    }

    [Fact]
    public async Task without_a_name_is_refused_in_words()
    {
        using var visitor = installation.Anonymous();
        (await TryAsync(visitor, "", "")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    static Task<Shown> TryAsync(Visitor visitor, string name, string password) =>
        visitor.SubmitAsync("/SignIn", new() { ["UserName"] = name, ["Password"] = password }, with: "input[type=password]");
}
