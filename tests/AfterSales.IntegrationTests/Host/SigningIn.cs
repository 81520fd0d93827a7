using System.Net;
using AfterSales.IntegrationTests.Fixtures;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Guessing is slowed; the owner is never kept out by those who guess.</summary>
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

    [Fact]
    public async Task without_a_name_is_refused_in_words()
    {
        using var visitor = installation.Anonymous();
        (await TryAsync(visitor, "", "")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    static Task<Shown> TryAsync(Visitor visitor, string name, string password) =>
        visitor.SubmitAsync("/SignIn", new() { ["UserName"] = name, ["Password"] = password }, with: "input[type=password]");
}
