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

    [Fact]
    public async Task to_a_write_from_another_site_are_refusals()
    {
        using var visitor = installation.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Language") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var answer = await visitor.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
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
