using System.IO.Compression;
using System.Net;
using AfterSales.Host.Data;
using AfterSales.Host.Privacy;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Host;

/// <summary>What the law gives to a person, as an administrator does it on the pages.</summary>
public sealed class PersonsOnPages(Installation installation) : IClassFixture<Installation>
{
    static async Task<string> ReceiveAsync(Visitor visitor, string name, string phone) => (await visitor.SubmitAsync("/Service/Requests/Receive",
        new() { ["Phone"] = phone, ["Name"] = name, ["Address"] = "桂花弄 9 号", ["Description"] = "点火后熄灭", ["Kind"] = "Repair", ["Channel"] = "Phone" })).ShouldBeOk().Url.Segments[^1];

    Task<Guid> CustomerAsync(string phone) => installation.WithAsync<ServiceDbContext, Guid>(db => db.Set<Customer>().Where(c => c.Phones.Any(p => p.Number == phone)).Select(c => c.PublicId).SingleAsync());

    [Fact]
    public async Task a_customer_is_previewed_refused_while_an_order_is_open_and_erased_when_the_name_is_typed()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var administrator = await installation.AsAsync(Roles.Administrator);
        var number = await ReceiveAsync(dispatcher, "慕容海棠", "13712345601");
        var id = await CustomerAsync("13712345601");
        var open = (await administrator.OpenAsync($"/Privacy/Erase/{id}")).ShouldBeOk();
        open.Text.ShouldContain($"Orders are open: {number}");
        open.Document.QuerySelector("input[name=Name]").ShouldBeNull("nothing can be erased yet");

        (await dispatcher.SubmitAsync($"/Service/Requests/Cancel/{number}", new() { ["Reason"] = "customer_withdrew", ["Note"] = "慕容海棠改主意了" })).ShouldBeOk();
        var preview = (await administrator.OpenAsync($"/Privacy/Erase/{id}")).ShouldBeOk();
        preview.Text.ShouldNotContain("慕容海棠");
        preview.Texts("tr").ShouldContain(r => r.StartsWith("Phone numbers1", StringComparison.Ordinal));
        preview.Texts("tr").ShouldContain(r => r.StartsWith("Service orders1", StringComparison.Ordinal) && r.Contains("pseudonym", StringComparison.Ordinal));
        (await administrator.SubmitAsync(preview, new() { ["Name"] = "慕容" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var erased = (await administrator.SubmitAsync($"/Privacy/Erase/{id}", new() { ["Name"] = "慕容海棠" })).ShouldBeOk();
        erased.Find("h1").TextContent.ShouldContain("#");
        (await dispatcher.OpenAsync($"/Service/Requests/Details/{number}")).ShouldBeOk().Body.ShouldNotContain("13712345601");
        (await administrator.OpenAsync("/Settings/Audit")).Text.ShouldContain("person.erased");
        (await administrator.SubmitAsync("/Settings/Audit", [], with: "form[action*='Verify'] button")).ShouldBeOk().Text.ShouldContain("The chain is whole");
    }

    [Fact]
    public async Task everything_about_one_customer_is_taken_away_in_one_archive()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var administrator = await installation.AsAsync(Roles.Administrator);
        var number = await ReceiveAsync(dispatcher, "上官云起", "13712345602");
        var page = await administrator.OpenAsync($"/Privacy/Person/{await CustomerAsync("13712345602")}");
        var taken = await administrator.SubmitAsync(page, new() { ["Language"] = "en" }, with: "[name=Language]");
        using var zip = new ZipArchive(await taken.Response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        foreach (var name in (string[])["person.html", "person.json"])
        {
            using var text = new StreamReader(await zip.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken));
            var words = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
            foreach (var held in (string[])["上官云起", "13712345602", "桂花弄 9 号", "点火后熄灭", number]) words.ShouldContain(held, customMessage: name);
        }
        (await (await installation.AsAsync(Roles.Manager)).OpenAsync(page.Url.AbsolutePath)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task who_works_sees_a_customer_and_others_ask_and_both_are_noted_once_a_day()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var manager = await installation.AsAsync(Roles.QualityOfficer);
        var number = await ReceiveAsync(dispatcher, "诸葛星辰", "13712345603");
        var id = await CustomerAsync("13712345603");
        for (var i = 0; i < 3; i++) (await dispatcher.OpenAsync($"/Service/Requests/Details/{number}")).Body.ShouldContain("13712345603");
        var masked = await manager.OpenAsync($"/Service/Requests/Details/{number}");
        masked.Body.ShouldNotContain("13712345603");
        masked.Text.ShouldContain("137****5603");
        (await manager.SubmitAsync(masked, [], with: "form[action*='Reveal'] button")).Body.ShouldContain("13712345603");

        var noted = await installation.WithAsync<HostDbContext, List<PersonLook>>(db => db.Set<PersonLook>().AsNoTracking().Where(l => l.PersonId == id).OrderBy(l => l.Id).ToListAsync());
        noted.Select(l => (l.AccountName, l.Why)).ShouldBe([("dispatcher-1", "Looks.Order"), ("quality-officer-1", "Looks.Revealed")]);
        (await manager.OpenAsync($"/Privacy/Looks?person={id}")).Texts("tbody tr").Count().ShouldBe(2);
    }
}
