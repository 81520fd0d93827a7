using System.Net;
using System.Text;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Browsers report what the content policy stopped; anybody may send anything there.</summary>
public sealed class HearingFromBrowsers(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task counts_what_was_stopped_and_keeps_nothing_of_a_person()
    {
        var administrator = await installation.AsAsync(Roles.Administrator);
        await installation.WithAsync<HostDbContext>(db => db.Set<ContentReport>().ExecuteDeleteAsync());
        installation.Time.Advance(TimeSpan.FromMinutes(1));
        (await administrator.OpenAsync("/Operations/ContentPolicy")).Text.ShouldContain("No reports");
        const string Old = """{"csp-report":{"document-uri":"https://x/s/Zm9vYmFyYmF6cXV4eHl6enk?phone=13812345678","violated-directive":"script-src-elem","effective-directive":"script-src-elem","blocked-uri":"https://evil.example/a.js?13812345678"}}""";
        const string New = """[{"type":"csp-violation","age":1,"url":"https://x/","user_agent":"Secret/1.0","body":{"documentURL":"https://x/Service/Requests/Details/SO-2026-00017","effectiveDirective":"style-src-attr","blockedURL":"inline"}},{"type":"deprecation","body":{}}]""";
        (await SendAsync(Old)).ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(Old)).ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(New)).ShouldBe(HttpStatusCode.NoContent);
        var page = await administrator.OpenAsync("/Operations/ContentPolicy");
        page.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Take(4).Select(c => c.TextContent.Trim()))).ShouldBe(["/Service/Requests/Details/… style-src-attr inline 1", "/s/… script-src-elem https://evil.example 2"], ignoreOrder: true);
        page.Body.ShouldNotContain("13812345678");
        await administrator.SubmitAsync(page, [], with: "form[action='/Operations/ClearContentReports']");
        (await administrator.OpenAsync("/Operations/ContentPolicy")).Text.ShouldContain("No reports");
    }

    [Fact]
    public async Task is_limited_in_size_in_kinds_and_by_the_minute()
    {
        installation.Time.Advance(TimeSpan.FromMinutes(1));
        (await SendAsync(new string(' ', 40_000))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await SendAsync("not json")).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync("""{"csp-report":[1]}""")).ShouldBe(HttpStatusCode.NoContent);
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 25; i++) answers.Add(await SendAsync("""{"csp-report":{"blocked-uri":"inline"}}"""));
        answers.Count(a => a == HttpStatusCode.NoContent).ShouldBe(17);
        answers.Count(a => a == HttpStatusCode.TooManyRequests).ShouldBe(8);
        for (var minute = 0; minute < 30; minute++)
        {
            installation.Time.Advance(TimeSpan.FromMinutes(1));
            for (var i = 0; i < 20; i++) (await SendAsync($$$"""{"csp-report":{"effective-directive":"img-src","blocked-uri":"https://n{{{minute * 20 + i}}}.example/"}}""")).ShouldBe(HttpStatusCode.NoContent);
        }
        (await installation.WithAsync<HostDbContext, int>(db => db.Set<ContentReport>().CountAsync())).ShouldBe(500, "all others count as one of them");
    }

    async Task<HttpStatusCode> SendAsync(string body)
    {
        using var browser = installation.Anonymous();
        using var content = new StringContent(body, Encoding.UTF8, "application/csp-report");
        using var request = new HttpRequestMessage(HttpMethod.Post, ContentReports.Path) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await browser.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
