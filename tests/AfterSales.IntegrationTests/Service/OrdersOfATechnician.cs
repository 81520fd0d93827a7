using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>A technician sees what is or was his; somebody else's order looks exactly like one that does not exist.</summary>
public sealed class OrdersOfATechnician(Installation installation) : IClassFixture<Installation>
{
    /// <summary>Every page about one order that a technician's rights open.</summary>
    static readonly string[] Pages = ["Details", "Depart", "Arrive", "Complete", "SecondVisit", "Regrade", "Pause", "Resume"];

    [Fact]
    public async Task are_seen_by_him_and_all_others_answer_404_like_absent_ones()
    {
        var (technician, own, former, others) = await CompanyAsync();
        foreach (var page in Pages)
        {
            (await technician.OpenAsync($"/Service/Requests/{page}/{own}")).Status.ShouldBe(HttpStatusCode.OK, page);
            (await technician.OpenAsync($"/Service/Requests/{page}/{former}")).Status.ShouldBe(HttpStatusCode.OK, page);
            var (foreign, absent) = (await technician.OpenAsync($"/Service/Requests/{page}/{others}"), await technician.OpenAsync($"/Service/Requests/{page}/SO-2026-999999"));
            foreign.Status.ShouldBe(HttpStatusCode.NotFound, page);
            absent.Status.ShouldBe(HttpStatusCode.NotFound, page);
            Plain(foreign).ShouldBe(Plain(absent), page);
        }
    }

    [Fact]
    public async Task cannot_be_acted_on_by_a_forged_address()
    {
        var (technician, own, _, others) = await CompanyAsync();
        var before = await VersionAsync(others);
        foreach (var page in Pages.Skip(1))
        {
            var form = await technician.OpenAsync($"/Service/Requests/{page}/{own}");
            var token = form.Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
            foreach (var number in new[] { others, "SO-2026-999999" })
            {
                using var fields = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", before.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("Input.Reason", "customer_absent"), new("Input.Result", "x"), new("Input.Outcome", "Fixed")]);
                using var answer = await technician.Http.PostAsync($"/Service/Requests/{page}/{number}", fields);
                answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{page} {number}");
            }
        }
        var (foreign, absent) = (await technician.OpenAsync($"/Service/Requests/Many?act=Pause&order={before} {others}"), await technician.OpenAsync($"/Service/Requests/Many?act=Pause&order={before} SO-2026-999999"));
        Plain(foreign).Replace(others, "").ShouldBe(Plain(absent).Replace("SO-2026-999999", ""));
        using var many = new FormUrlEncodedContent([new("__RequestVerificationToken", foreign.Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Act", "Pause"), new("order", $"{before} {others}"), new("Reason", "customer_absent")]);
        using var sent = await technician.Http.PostAsync("/Service/Requests/Many", many);
        sent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await sent.Content.ReadAsStringAsync()).ShouldContain($"There is no order {others}");
        (await VersionAsync(others)).ShouldBe(before);
    }

    [Fact]
    public async Task are_all_that_lists_and_search_show_him()
    {
        var (technician, own, former, others) = await CompanyAsync();
        foreach (var path in new[] { "/Service/Requests?state=all", "/Service/Requests?state=all&q=13500000", "/Service/Requests?q=SO-2026", "/Service/Requests?state=open", "/Service/Requests?state=all&technician=2", "/Search?q=SO-2026", "/Search?q=13500000", "/Search?q=fz" })
        {
            var page = (await technician.OpenAsync(path)).ShouldBeOk();
            page.Body.ShouldNotContain(others, Case.Sensitive, path);
            if (!path.Contains("technician=", StringComparison.Ordinal)) page.Body.ShouldContain(own, Case.Sensitive, path);
        }
        (await technician.OpenAsync("/Service/Requests?state=all")).Body.ShouldContain(former);
        (await technician.OpenAsync($"/Search?q={others}")).Document.QuerySelectorAll(".found-hit").ShouldBeEmpty();
        (await technician.OpenAsync("/Service/Customers")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.QualityOfficer)]
    [InlineData(Roles.RecordsClerk)]
    [InlineData(Roles.Cashier)]
    public async Task are_seen_by_whoever_works_with_all_orders(string role)
    {
        var (_, own, former, others) = await CompanyAsync();
        var person = await installation.AsAsync(role);
        foreach (var number in new[] { own, former, others }) (await person.OpenAsync($"/Service/Requests/Details/{number}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    static string Plain(Shown page) => System.Text.RegularExpressions.Regex.Replace(page.Find("main").TextContent, @"[0-9A-Z]{10,}:[0-9A-F]+", "");

    Task<int> VersionAsync(string number) => installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().Where(o => o.Number == number).Select(o => o.Version).SingleAsync());

    /// <summary>Two technicians; the first has one order, had another one, and never had the third.</summary>
    async Task<(Visitor Technician, string Own, string Former, string Others)> CompanyAsync()
    {
        var technician = await installation.AsAsync(Roles.Technician);
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var known = await installation.WithAsync<ServiceDbContext, List<string>>(db => db.Set<ServiceOrder>().Where(o => o.ContactPhone!.StartsWith("1350000000")).OrderBy(o => o.ContactPhone).Select(o => o.Number).ToListAsync());
        if (known.Count == 3) return (technician, known[0], known[1], known[2]);
        foreach (var (code, name) in new[] { ("T001", "李强"), ("T002", "赵勇") })
        {
            await installation.CertifyAsync(code);
            (await dispatcher.SubmitAsync("/Service/Dispatch/Technicians", new() { ["Code"] = code, ["Name"] = name, ["Team"] = "一班" })).ShouldBeOk();
        }
        var (first, second) = await installation.WithAsync<ServiceDbContext, (long, long)>(async db => (await db.Set<Technician>().Where(t => t.Code == "T001").Select(t => t.Id).SingleAsync(), await db.Set<Technician>().Where(t => t.Code == "T002").Select(t => t.Id).SingleAsync()));
        var form = await dispatcher.OpenAsync($"/Service/Dispatch/SignsIn/{first}");
        var account = form.Document.QuerySelectorAll("option").First(o => o.TextContent.Contains("technician-1", StringComparison.Ordinal)).GetAttribute("value")!;
        (await dispatcher.SubmitAsync(form, new() { ["Account"] = account })).ShouldBeOk();
        List<string> numbers = [];
        foreach (var (phone, sent) in new (string, long[])[] { ("13500000001", [first]), ("13500000002", [first, second]), ("13500000003", [second]) })
        {
            var number = (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = phone, ["Name"] = "方正", ["Address"] = "文七路 7 号", ["Description"] = "不出热水" })).ShouldBeOk().Url.Segments[^1];
            (await dispatcher.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "约好", ["WindowStart"] = "2026-03-12T09:00", ["WindowEnd"] = "2026-03-12T11:00" })).ShouldBeOk();
            foreach (var id in sent) (await dispatcher.SubmitAsync($"/Service/Requests/Assign/{number}", new() { ["Technician"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture) }, with: "[name=Version]")).ShouldBeOk();
            numbers.Add(number);
        }
        return (technician, numbers[0], numbers[1], numbers[2]);
    }
}
