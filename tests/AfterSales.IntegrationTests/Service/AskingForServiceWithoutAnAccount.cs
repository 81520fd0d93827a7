using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Stickers;
using AfterSales.Service.Tracking;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Clause 1.4.1 on a phone: from the sticker to the request, its progress, another time, and the end; no account, no script, nothing written by looking.</summary>
public sealed class AskingForServiceWithoutAnAccount(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task goes_from_the_sticker_to_an_order_in_three_steps()
    {
        var sticker = await StickerAsync("JSQ30-TEST");
        var customer = installation.Anonymous("zh-CN");
        var first = await customer.OpenAsync("/r/" + sticker);
        first.ShouldBeOk().Text.ShouldContain("十六升");
        var link = await AskAsync(customer, first, "李娜", "13900139001");
        var page = await customer.OpenAsync(link);
        page.ShouldBeOk().Text.ShouldContain("已受理");
        var order = await OrderAsync("13900139001");
        (order.Channel, order.FaultCode, order.ContactName, order.Status).ShouldBe((OrderChannel.Web, "E1", "李娜", OrderStatus.Received));
        order.WindowStart.ShouldNotBeNull();
    }

    [Fact]
    public async Task makes_one_order_of_a_form_that_was_sent_twice()
    {
        var customer = installation.Anonymous();
        var third = await ToThirdStepAsync(customer, await customer.OpenAsync("/r"), "no hot water");
        Dictionary<string, string?> typed = new() { ["Input.Name"] = "Ann", ["Input.Phone"] = "13900139002", ["Input.Consent"] = "true" };
        (await customer.SubmitAsync(third, typed)).ShouldBeOk();
        (await customer.SubmitAsync(third, typed)).ShouldBeOk();
        (await installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().CountAsync(o => o.ContactPhone == "13900139002"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("139001390021", "no phone number")]
    [InlineData("", "no phone number")]
    public async Task names_a_phone_that_is_none_and_stores_nothing(string phone, string said)
    {
        var customer = installation.Anonymous();
        var third = await ToThirdStepAsync(customer, await customer.OpenAsync("/r"), "it leaks");
        var before = await Fingerprint.SettledAsync(installation);
        var refused = await customer.SubmitAsync(third, new() { ["Input.Name"] = "Ann", ["Input.Phone"] = phone, ["Input.Consent"] = "true" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(said);
        refused.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("Ann");
        (await Fingerprint.OfAsync(installation.Services)).ShouldBe(before);
    }

    [Fact]
    public async Task refuses_a_window_in_the_past_and_one_that_was_never_offered()
    {
        var customer = installation.Anonymous();
        var third = await ToThirdStepAsync(customer, await customer.OpenAsync("/r"), "it leaks", window: "2026-03-01 08:00-10:00");
        var refused = await customer.SubmitAsync(third, new() { ["Input.Name"] = "Ann", ["Input.Phone"] = "13900139003", ["Input.Consent"] = "true" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await installation.WithAsync<ServiceDbContext, bool>(db => db.Set<ServiceOrder>().AnyAsync(o => o.ContactPhone == "13900139003"))).ShouldBeFalse();
    }

    [Fact]
    public async Task opening_any_of_it_writes_nothing()
    {
        var customer = installation.Anonymous();
        var link = await NewOrderAsync(customer, "13900139004");
        var sticker = await StickerAsync("JSQ30-READ");
        var before = await Fingerprint.SettledAsync(installation);
        foreach (var path in (string[])["/r", "/r/" + sticker, "/r/" + PublicToken.New(), link, "/t/" + PublicToken.New()]) await customer.OpenAsync(path);
        (await Fingerprint.OfAsync(installation.Services)).ShouldBe(before);
    }

    [Fact]
    public async Task an_unknown_a_malformed_and_an_expired_link_look_alike()
    {
        await using var later = new Installation(); // its clock runs three months ahead
        await later.InitializeAsync();
        var customer = later.Anonymous();
        var link = await new AskingForServiceWithoutAnAccount(later).NewOrderAsync(customer, "13900139005");
        var cancelled = await customer.SubmitAsync(await customer.OpenAsync(link), new() { ["sure"] = "true" }, "input[name=sure]");
        cancelled.ShouldBeOk().Text.ShouldContain("Cancelled");
        later.Time.Advance(TimeSpan.FromDays(91));
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var path in (string[])[link, "/t/" + PublicToken.New(), "/t/x", "/t/" + new string('a', 300)])
        {
            var answer = await customer.OpenAsync(path);
            answers.Add((answer.Status, answer.Text));
        }
        answers.Distinct().ShouldHaveSingleItem().Item1.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task the_customer_moves_the_visit_and_the_history_says_who_asked()
    {
        var customer = installation.Anonymous();
        var link = await NewOrderAsync(customer, "13900139006");
        var number = (await OrderAsync("13900139006")).Number;
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var day = DateOnly.FromDateTime(installation.Now.AddHours(8)).AddDays(1);
        (await dispatcher.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "ok", ["WindowStart"] = $"{day:yyyy-MM-dd}T09:00", ["WindowEnd"] = $"{day:yyyy-MM-dd}T11:00" })).ShouldBeOk();
        var stale = await customer.OpenAsync(link);
        (await customer.SubmitAsync(stale, new() { ["window"] = $"{day.AddDays(1):yyyy-MM-dd} 13:00-15:00" }, "#window")).ShouldBeOk();
        var moved = await OrderAsync("13900139006");
        moved.WindowStart.ShouldBe(day.AddDays(1).ToDateTime(new TimeOnly(13, 0)).AddHours(-8));
        (await dispatcher.OpenAsync($"/Service/Requests/Details/{number}")).ShouldBeOk().Text.ShouldContain("chosen by the customer");
        var refused = await customer.SubmitAsync(stale, new() { ["window"] = $"{day.AddDays(2):yyyy-MM-dd} 13:00-15:00" }, "#window"); // made before the first move
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task a_picture_goes_with_the_request_and_what_is_none_stores_nothing()
    {
        var customer = installation.Anonymous();
        var third = await ToThirdStepAsync(customer, await customer.OpenAsync("/r"), "E1");
        Dictionary<string, string?> typed = new() { ["Input.Name"] = "Ann", ["Input.Phone"] = "13900139011", ["Input.Consent"] = "true" };
        var refused = await customer.SubmitAsync(third, typed, files: new() { ["Picture"] = new FileToSend("a.jpg", [.. "MZ"u8, .. new byte[500]], "image/jpeg") });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("no picture");
        (await installation.WithAsync<ServiceDbContext, bool>(db => db.Set<ServiceOrder>().AnyAsync(o => o.ContactPhone == "13900139011"))).ShouldBeFalse();
        var picture = new FileToSend("a.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAS0lEQVR42u3PMQ0AAAwDoEqv9ErYvQQckD4XAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAYHLAB8+AWnmfUycAAAAAElFTkSuQmCC"), "image/png");
        (await customer.SubmitAsync(third, typed, files: new() { ["Picture"] = picture })).ShouldBeOk();
        (await customer.SubmitAsync(third, typed, files: new() { ["Picture"] = picture })).ShouldBeOk(); // sent twice
        var number = (await OrderAsync("13900139011")).Number;
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var shown = (await dispatcher.OpenAsync("/Service/Requests/Details/" + number)).ShouldBeOk().Document.QuerySelectorAll(".field-photos a[href^='/Service/Visits/Photo/']");
        using var answer = await dispatcher.Http.GetAsync(shown.Single().GetAttribute("href"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
    }

    [Fact]
    public async Task the_pages_are_under_60_kb_on_the_wire_with_all_they_load()
    {
        var customer = installation.Anonymous("zh-CN");
        var link = await NewOrderAsync(customer, "13900139012");
        foreach (var path in (string[])["/r", link, "/prices"])
        {
            var page = (await customer.OpenAsync(path)).ShouldBeOk();
            var parts = page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Prepend(path);
            long bytes = 0;
            foreach (var part in parts)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, part);
                request.Headers.AcceptEncoding.ParseAdd("br, gzip");
                using var answer = await customer.Http.SendAsync(request);
                bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
            }
            bytes.ShouldBeLessThan(60 * 1024, path);
        }
    }

    [Fact]
    public async Task guessing_is_slowed_down()
    {
        var guesser = installation.Anonymous();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++) statuses.Add((await guesser.OpenAsync("/t/" + PublicToken.New())).Status);
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
        installation.Time.Advance(TimeSpan.FromMinutes(1));
        (await guesser.OpenAsync("/t/" + PublicToken.New())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_sheet_of_stickers_is_printed_and_one_is_bound_to_a_heater()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var sheet = await dispatcher.SubmitAsync("/Service/Stickers", new() { ["Input.Count"] = "24", ["Input.Note"] = "门店" });
        sheet.ShouldBeOk().Document.QuerySelectorAll(".sticker svg path").Length.ShouldBe(24);
        (await dispatcher.SubmitAsync("/Service/Stickers", new() { ["Input.Count"] = "0" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var code = await installation.WithAsync<ServiceDbContext, string>(async db =>
        {
            db.Add(Appliance.Register(null, null, "SN-STICKER", "人民路 1 号", null, installation.Now));
            await db.SaveChangesAsync();
            return await db.Set<Sticker>().Where(s => s.Note == "门店").Select(s => s.Code).FirstAsync();
        });
        (await dispatcher.SubmitAsync("/Service/Stickers/Bind", new() { ["Input.Code"] = "https://service.example.com/r/" + code, ["Input.Serial"] = "SN-STICKER" })).ShouldBeOk().Text.ShouldContain("SN-STICKER");
        (await dispatcher.SubmitAsync("/Service/Stickers/Bind", new() { ["Input.Code"] = code, ["Input.Serial"] = "SN-NOBODY" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await installation.Anonymous().OpenAsync("/r/" + code)).ShouldBeOk();
    }

    Task<ServiceOrder> OrderAsync(string phone) => installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().AsNoTracking().SingleAsync(o => o.ContactPhone == phone));

    async Task<string> NewOrderAsync(Visitor customer, string phone) => await AskAsync(customer, await customer.OpenAsync("/r"), "李娜", phone);

    static async Task<string> AskAsync(Visitor customer, Shown first, string name, string phone)
    {
        var third = await ToThirdStepAsync(customer, first, "没有热水");
        var thanks = await customer.SubmitAsync(third, new() { ["Input.Name"] = name, ["Input.Phone"] = phone, ["Input.Consent"] = "true" });
        return thanks.ShouldBeOk().Document.QuerySelector("a.btn-primary")!.GetAttribute("href")!;
    }

    static async Task<Shown> ToThirdStepAsync(Visitor customer, Shown first, string said, string? window = null)
    {
        Dictionary<string, string?> about = new() { ["Input.Description"] = said, ["Input.Kind"] = "Repair" };
        if (first.Document.QuerySelector("#fault") is not null) about["Input.Fault"] = "E1";
        var second = (await customer.SubmitAsync(first, about)).ShouldBeOk();
        var offered = second.Document.QuerySelector("#window option[value]:not([value=''])")!.GetAttribute("value");
        return (await customer.SubmitAsync(second, new() { ["Input.Address"] = "人民路 1 号 " + Guid.CreateVersion7(), ["Input.Window"] = window ?? offered })).ShouldBeOk();
    }

    Task<string> StickerAsync(string model) => installation.WithAsync<ServiceDbContext, string>(async db =>
    {
        var product = ProductModel.Register(model, "十六升恒温", ProductType.GasInstantaneous);
        product.AddFault("E1", "意外熄火", Complexity.General, false);
        db.Add(product);
        await db.SaveChangesAsync();
        var sticker = Sticker.Print(product.Id, null, installation.Now);
        db.Add(sticker);
        await db.SaveChangesAsync();
        return sticker.Code;
    });
}
