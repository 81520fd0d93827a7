using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Host;

/// <summary>What every answer carries, whatever it says.</summary>
public sealed class AnswersOfTheServer(Installation installation) : IClassFixture<Installation>
{
    [Theory]
    [InlineData("/Password", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/Settings/Users", HttpStatusCode.Forbidden)]
    [InlineData("/css/app.css", HttpStatusCode.OK)]
    public async Task carry_the_content_policy(string path, HttpStatusCode status)
    {
        var cashier = await installation.AsAsync(Roles.Cashier);
        var answer = await cashier.OpenAsync(path);
        answer.Status.ShouldBe(status);
        answer.Response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'");
        answer.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task that_refuse_name_a_reference_that_stands_in_the_log()
    {
        var cashier = await installation.AsAsync(Roles.Cashier);
        var refused = await cashier.OpenAsync("/Settings/Users?q=13812345678");
        var reference = refused.Find("code").TextContent;
        var lines = (await LogAsync()).Split('\n').Where(l => l.Contains(reference, StringComparison.Ordinal)).ToList();
        lines.ShouldContain(l => l.Contains("403", StringComparison.Ordinal) && l.Contains("/Settings/Users", StringComparison.Ordinal));
        lines.ShouldAllBe(l => !l.Contains("13812345678"));
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.Redirect)]
    public async Task to_a_write_from_another_site_are_refusals_even_with_a_token(string site, HttpStatusCode status)
    {
        var cashier = await installation.AsAsync(Roles.Cashier);
        var form = (await cashier.OpenAsync("/Password")).Find("form[action='/Language']");
        HttpMethod[] methods = site == "same-origin" ? [HttpMethod.Post] : [HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch];
        foreach (var method in methods)
        {
            using var content = new FormUrlEncodedContent([new("language", "en"), new("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
            using var request = new HttpRequestMessage(method, "/Language") { Content = content, Headers = { { "Sec-Fetch-Site", site } } };
            using var answer = await cashier.Http.SendAsync(request);
            answer.StatusCode.ShouldBe(status, method.Method);
        }
    }

    [Theory]
    [InlineData("/Password")]
    [InlineData("/Messages/Unread")]
    [InlineData("/Search?q=141")]
    public async Task to_whoever_is_signed_in_are_not_kept_by_the_browser(string path)
    {
        var cashier = await installation.AsAsync(Roles.Cashier);
        var answer = await cashier.FragmentAsync(path);
        ((int)answer.Status).ShouldBeLessThan(300);
        answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Response.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        answer.Response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        answer.Response.Headers.GetValues("Permissions-Policy").ShouldHaveSingleItem().ShouldContain("microphone=()");
        answer.Response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /content-reports"]);
    }

    [Theory]
    [InlineData("/SignIn", "/Password", "/")]
    [InlineData("/SignIn", "/", null)]
    public async Task that_lead_to_another_page_move_the_browser_of_htmx(string path, string shown, string? movedTo)
    {
        var cashier = await installation.AsAsync(Roles.Cashier);
        using var answer = await AskAsync(cashier, path, shown);
        answer.StatusCode.ShouldBe(movedTo is null ? HttpStatusCode.Redirect : HttpStatusCode.OK);
        (answer.Headers.TryGetValues("HX-Redirect", out var moved) ? moved.Single() : null).ShouldBe(movedTo);
    }

    [Fact]
    public async Task after_the_session_ended_lead_through_sign_in_back_to_the_page_on_screen()
    {
        await installation.AsAsync(Roles.Cashier); // set up
        using var visitor = installation.Anonymous();
        using var answer = await AskAsync(visitor, "/Settings/Company", "/Settings/Policies?a=1");
        answer.Headers.GetValues("HX-Redirect").ShouldHaveSingleItem().ShouldBe("/SignIn?returnUrl=%2FSettings%2FPolicies%3Fa%3D1");
    }

    async Task<HttpResponseMessage> AskAsync(Visitor visitor, string path, string shown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "HX-Request", "true" }, { "HX-Current-URL", new Uri(installation.Address, shown).AbsoluteUri } } };
        return await visitor.Http.SendAsync(request);
    }

    async Task<string> LogAsync()
    {
        List<string> texts = [];
        foreach (var file in Directory.EnumerateFiles(installation.Folder.Logs))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            texts.Add(await reader.ReadToEndAsync());
        }
        return string.Join('\n', texts);
    }
}
