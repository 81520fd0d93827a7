using System.Text.RegularExpressions;
using AfterSales.BrowserTests.Fixtures;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Stickers;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SkiaSharp;

namespace AfterSales.BrowserTests;

/// <summary>
/// From the sticker on the heater to the signed and paid fee note, all of it at 360 px: the customer asks, the dispatcher confirms and sends, the technician
/// works twenty minutes in a basement without a signal, with photos and a tab that is killed, and everything arrives once with the time at which it happened.
/// </summary>
public sealed partial class TheDayOfAnOrder(Chromium chromium, Installation installation) : IClassFixture<Installation>
{
    const string Password = "correct horse battery 42", Serial = "SN2019000001";

    [Fact]
    public async Task goes_from_the_sticker_to_the_signed_and_paid_fee_note()
    {
        var sticker = await PrepareAsync();
        var number = await AskAsync(sticker);
        await ConfirmAndSendAsync(number);
        await WorkInTheBasementAsync(number);
        await ShouldHaveHappenedOnceAsync(number);
    }

    /// <summary>What a company has before its first order: models, prices, a heater with its sticker, somebody who may be sent.</summary>
    async Task<string> PrepareAsync()
    {
        foreach (var (name, roles) in new[] { ("desk", $"{Roles.Dispatcher},{Roles.Manager}"), ("T01", Roles.Technician) }) (await installation.RunAsync(["user", "add", name, "--role", roles, "--password-stdin"], Password)).ShouldSucceed();
        await installation.CertifyAsync("T01", "gas_instantaneous");
        await ImportAsync("models", "model,model_name,type,capacity,fault_code,fault_meaning,complexity,part_no,part_name,part_barcode\nJSQ25,晨光 13 升,gas_instantaneous,13 L/min,E1,点火失败,general,IGN,点火针,690100\n");
        await ImportAsync("appliances", $"serial_no,model,customer_name,phone,address,purchase_date\n{Serial},JSQ25,王芳,13900139088,苏州市姑苏区文二路 8 号,2019-05-06\n");
        await ImportAsync("price-list", "line,code,name,group,price\nbase,,,,50\nincluded_km,,,,10\nper_km,,,,2.5\nincluded_minutes,,,,30\nper_quarter,,,,10\nday_factor,,,,1\nlabour_hour,,,,120\nwork,W-IGN,更换点火针,ignition,0.5\npart,IGN,点火针,ignition,88.50\n");
        return await installation.WithAsync<IServiceProvider, string>(async services =>
        {
            var (db, company) = (services.GetRequiredService<ServiceDbContext>(), services.GetRequiredService<ICompany>());
            var (model, unit) = (await db.Set<ProductModel>().SingleAsync(m => m.Code == "JSQ25"), await db.Set<Appliance>().SingleAsync(a => a.Serial == Serial));
            (await db.Set<PriceList>().SingleAsync()).Publish(new DateOnly(2026, 1, 1), company.LocalDay(installation.Now), new FeePolicy().Announcement, company.CalendarAt(installation.Now), isFirst: true, installation.Now, AfterSales.Kernel.Actor.System);
            var sticker = Sticker.Print(model.Id, null, installation.Now);
            sticker.BindTo(unit);
            db.AddRange(sticker, new Technician { Code = "T01", Name = "赵强" }, WorkCode.List("W-IGN", null, "更换点火针", "Replace igniter", 0.5m, new DateOnly(2026, 1, 1)));
            db.Add(CheckList.First(model.Id, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), CheckItem.Of("OUT", "出水温度", "Outlet temperature", "°C", 38, 60), CheckItem.Of("GP", "燃气静压", "Static gas pressure", "Pa", 1500, 3000), CheckItem.Of("LEAK", "气密性压降", "Leak test pressure drop", "Pa", null, 50)));
            await db.SaveChangesAsync();
            return sticker.Code;
        });
    }

    async Task ImportAsync(string kind, string table)
    {
        var file = Path.Combine(installation.Folder.Root, kind + ".csv");
        await File.WriteAllTextAsync(file, table);
        (await installation.RunAsync(["import", kind, file])).ShouldSucceed();
    }

    /// <summary>Step 1 of the day: three short steps from the sticker.</summary>
    async Task<string> AskAsync(string sticker)
    {
        await using var customer = await chromium.PersonAsync(installation.Address, Eyes.Phone);
        await customer.OpenAsync("/r/" + sticker);
        await customer.Page.Locator("[name='Input.Kind'][value=Repair]").CheckAsync();
        await customer.Page.Locator("#fault").SelectOptionAsync("E1");
        await customer.Page.Locator("#description").FillAsync("点不着火，显示 E1");
        await customer.Page.Locator(".ask-ways .btn-primary").ClickAsync();
        await customer.Page.Locator("#address").FillAsync("苏州市姑苏区文二路 8 号");
        await customer.Page.Locator("#window").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        (await customer.ScrollsSidewaysAsync()).ShouldBeFalse();
        await customer.Page.Locator(".ask-ways .btn-primary").ClickAsync();
        await customer.Page.Locator("#name").FillAsync("王芳");
        await customer.Page.Locator("#phone").FillAsync("13900139088");
        await customer.Page.Locator("[name='Input.Consent']").CheckAsync();
        await customer.Page.Locator(".ask-ways .btn-primary").ClickAsync();
        var number = (await customer.Page.Locator("strong").First.InnerTextAsync()).Trim();
        number.ShouldStartWith("SO-2026-");
        await customer.Page.Locator("a.btn-primary").ClickAsync();
        (await customer.Page.Locator("main, body").First.InnerTextAsync()).ShouldContain(number);
        customer.ShouldHaveNoComplaints();
        return number;
    }

    /// <summary>Step 2: called back, confirmed for ten to twelve, sent.</summary>
    async Task ConfirmAndSendAsync(string number)
    {
        installation.Time.Advance(TimeSpan.FromMinutes(10));
        await using var dispatcher = await chromium.PersonAsync(installation.Address, Eyes.Phone, "desk", Password);
        await dispatcher.OpenAsync($"/Service/Requests/Respond/{number}");
        foreach (var (field, value) in new[] { ("Content", "维修 E1，文二路 8 号，十点到十二点"), ("WindowStart", "2026-03-11T10:00"), ("WindowEnd", "2026-03-11T12:00") }) await dispatcher.Page.Locator($"main [name='Input.{field}']").FillAsync(value);
        await dispatcher.Page.Locator("main form button.btn-primary").ClickAsync();
        await dispatcher.Page.WaitForURLAsync(DetailsPage());
        await dispatcher.OpenAsync($"/Service/Requests/Assign/{number}");
        await dispatcher.Page.GetByLabel("赵强").CheckAsync();
        await dispatcher.Page.Locator("main form button.btn-primary").ClickAsync();
        await dispatcher.Page.WaitForURLAsync(DetailsPage());
    }

    /// <summary>Step 3. The phone's clock is set to each moment; the server's stands at the moment when the phone can be heard.</summary>
    async Task WorkInTheBasementAsync(string number)
    {
        await using var technician = await chromium.PersonAsync(installation.Address, Eyes.Phone, "T01", Password);
        var (context, visit) = (technician.Page.Context, $"/Service/Visits/Visit/{number}");
        installation.Time.Advance(TimeSpan.FromMinutes(35));
        await context.Clock.SetFixedTimeAsync(Local("09:45"));
        await technician.OpenAsync("/Service/Visits/MyDay");
        (await technician.ScrollsSidewaysAsync()).ShouldBeFalse();
        await technician.Page.Locator($"form[action='/Service/Visits/Depart/{number}'] button").ClickAsync();
        await technician.Page.Locator("#queue li[data-state=sent]").WaitForAsync();
        await technician.Page.WaitForFunctionAsync("page => caches.open('field-pages').then(c => c.match(page, { ignoreVary: true })).then(kept => !!kept && !!navigator.serviceWorker.controller)", visit);

        await context.SetOfflineAsync(true);
        await context.Clock.SetFixedTimeAsync(Local("10:05"));
        await technician.Page.GotoAsync(visit);
        await SayAsync(technician.Page, $"form[action='/Service/Visits/Arrive/{number}']");
        await context.Clock.SetFixedTimeAsync(Local("10:08"));
        await technician.Page.Locator("[name=FaultCode]").SelectOptionAsync("E1");
        await technician.Page.Locator("[name=Cause]").FillAsync("点火针磨损");
        await SayAsync(technician.Page, "#findings form");
        await QuoteAsync(technician, context);
        await technician.OpenStepAsync("parts");
        await technician.Page.Locator("#part").FillAsync("690100");
        await technician.Page.Locator("#new-serial").FillAsync("N7788");
        await SayAsync(technician.Page, "#parts form[action*=UsePart]");
        await technician.OpenStepAsync("work");
        await technician.Page.Locator("#work-code").SelectOptionAsync("W-IGN");
        await SayAsync(technician.Page, "#work form");
        await PhotosAsync(technician.Page, "nameplate", "leak_test");

        // The phone gives up the tab; what was entered is still there.
        await technician.Page.CloseAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(visit);
        await ShouldShowAsync(page, "waiting", 7);
        await context.Clock.SetFixedTimeAsync(Local("10:18"));
        await PhotosAsync(page, "old_part", "new_part");
        await Person.OpenStepAsync(page, "values");
        foreach (var (item, value) in new[] { ("OUT", "48.5"), ("GP", "2010"), ("LEAK", "10") }) await page.Locator($"#value-{item}").FillAsync(value);
        await SayAsync(page, "#values form");
        await SettleAsync(page, context);
        await context.Clock.SetFixedTimeAsync(Local("10:25"));
        await Person.OpenStepAsync(page, "finish");
        await page.Locator("#outcome").SelectOptionAsync("Fixed");
        await page.Locator("#report").FillAsync("更换点火针，试机正常");
        await SayAsync(page, "#finish form");
        await ShouldShowAsync(page, "waiting", 12);
        (await Person.ScrollsSidewaysAsync(page)).ShouldBeFalse();

        installation.Time.Advance(TimeSpan.FromMinutes(55)); // 10:40, back in the street
        await context.Clock.SetFixedTimeAsync(Local("10:40"));
        await context.SetOfflineAsync(false);
        await ShouldShowAsync(page, "waiting", 0);
        (await page.Locator("#queue li[data-state=refused], #queue li[data-state=conflict]").CountAsync()).ShouldBe(0, await page.Locator("#queue").InnerTextAsync());
    }

    /// <summary>10:10: way 50 + 8 x 2.5, half an hour of labour at 120, the part at 88.50; the customer signs for 218.50.</summary>
    static async Task QuoteAsync(Person technician, IBrowserContext context)
    {
        await context.Clock.SetFixedTimeAsync(Local("10:10"));
        await technician.OpenStepAsync("quote");
        await technician.Page.Locator("#Quote-km").FillAsync("18");
        await technician.Page.Locator("#Quote-Works-0").SelectOptionAsync("W-IGN");
        await technician.Page.Locator("#Quote-Parts-0").SelectOptionAsync("IGN");
        (await technician.Page.Locator("#quote [data-total]").InnerTextAsync()).ShouldBe("218.50");
        await SignAsync(technician.Page, "#quote");
        await SayAsync(technician.Page, "#quote form");
    }

    /// <summary>10:24: what waits on the phone stands in the note already; a discount within the policy's fifth (43.70), signed on glass and paid by WeChat.</summary>
    static async Task SettleAsync(IPage page, IBrowserContext context)
    {
        await context.Clock.SetFixedTimeAsync(Local("10:24"));
        await Person.OpenStepAsync(page, "settle");
        await page.Locator("#Settle-km").FillAsync("18");
        (await page.Locator("#Settle-Works-0").InputValueAsync()).ShouldBe("W-IGN");
        (await page.Locator("#Settle-Parts-0").InputValueAsync()).ShouldBe("IGN");
        (await page.Locator("#settle [data-total]").InnerTextAsync()).ShouldBe("218.50");
        await page.Locator("#Settle-discount").FillAsync("43.71");
        (await page.Locator("#Settle-discount").EvaluateAsync<bool>("field => field.validity.rangeOverflow")).ShouldBeTrue();
        await page.Locator("#Settle-discount").FillAsync("18.50");
        (await page.Locator("#Settle-discount-reason").EvaluateAsync<bool>("field => field.validity.valueMissing")).ShouldBeTrue();
        await page.Locator("#Settle-discount-reason").SelectOptionAsync("regular_customer");
        (await page.Locator("#settle [data-total]").InnerTextAsync()).ShouldBe("200.00");
        await SignAsync(page, "#settle");
        await page.Locator("#settle-method").SelectOptionAsync("WechatPay");
        await page.Locator("#settle-number").FillAsync("4200001234202603110001");
        await SayAsync(page, "#settle form");
    }

    static async Task SignAsync(IPage page, string step)
    {
        var glass = page.Locator($"{step} canvas");
        await glass.ScrollIntoViewIfNeededAsync();
        var box = (await glass.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 20, box.Y + 30);
        await page.Mouse.DownAsync();
        for (var i = 1; i <= 8; i++) await page.Mouse.MoveAsync(box.X + 20 + i * 18, box.Y + (i % 2 == 0 ? 30 : 90));
        await page.Mouse.UpAsync();
        (await page.Locator($"{step} [name=Strokes]").InputValueAsync()).ShouldNotBeEmpty();
    }

    static async Task PhotosAsync(IPage page, params string[] shots)
    {
        await Person.OpenStepAsync(page, "photos");
        foreach (var shot in shots)
        {
            await page.Locator("#shot").SelectOptionAsync(shot);
            await page.Locator("#photos [name=Picture]").SetInputFilesAsync(new FilePayload { Name = shot + ".jpg", MimeType = "image/jpeg", Buffer = Picture() });
            await SayAsync(page, "#photos form");
        }
    }

    static byte[] Picture()
    {
        using var bitmap = new SKBitmap(640, 480);
        using (var canvas = new SKCanvas(bitmap)) canvas.Clear(SKColors.SteelBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    async Task ShouldHaveHappenedOnceAsync(string number)
    {
        var visit = await installation.WithAsync<ServiceDbContext, Visit>(db => FieldWork.Whole(db.Set<Visit>().AsNoTracking()).SingleAsync(v => v.Order.Number == number));
        visit.Stamps.OrderBy(s => s.Kind).Select(s => (s.Kind, s.At, s.Late, s.ByDoer)).ShouldBe([(StampKind.Depart, Utc("09:45"), false, true), (StampKind.Arrive, Utc("10:05"), true, true), (StampKind.Finish, Utc("10:25"), false, true)]); // heard of at 10:40: 35 minutes are late, 15 are not
        (visit.OnTime, visit.Certified, visit.CheckPassed, visit.Outcome, visit.Cause).ShouldBe((true, true, true, VisitOutcome.Fixed, "点火针磨损"));
        visit.Parts.Select(p => (p.Number, p.Quantity, p.NewSerial)).ShouldBe([("IGN", 1, "N7788")]);
        visit.Work.Select(w => w.Code).ShouldBe(["W-IGN"]);
        visit.Values.Select(v => (v.Item, v.Value)).OrderBy(v => v.Item).ShouldBe([("GP", 2010m), ("LEAK", 10m), ("OUT", 48.5m)]);
        visit.Photos.Select(p => p.Shot).Order().ShouldBe(["leak_test", "nameplate", "new_part", "old_part"]);
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            (await db.Set<SentEntry>().CountAsync()).ShouldBe(13);
            var (quote, note) = (await db.Set<Quote>().SingleAsync(), await db.Set<FeeNote>().Include(n => n.Lines).SingleAsync());
            (quote.State, quote.Means, quote.Total.ToString(), quote.DecidedAt).ShouldBe((QuoteState.Accepted, AcceptedBy.Signature, "218.50", Utc("10:10")));
            (note.Payable.ToString(), note.SignState, note.SignedAt, note.SignerName).ShouldBe(("200.00", SignState.Signed, Utc("10:24"), "王芳"));
            var payment = (await db.Set<OrderAccount>().Include(a => a.Payments).SingleAsync()).Payments.Single();
            (payment.Amount.ToString(), payment.Method, payment.PaidAt, payment.TransactionNumber).ShouldBe(("200.00", PaymentMethod.WechatPay, Utc("10:24"), "4200001234202603110001"));
            var order = await db.Set<ServiceOrder>().SingleAsync(o => o.Number == number);
            (order.Status, order.CompletedAt, order.Visits).ShouldBe((OrderStatus.Completed, Utc("10:25"), 1));
        });
    }

    /// <summary>Sends a form of the page; ends when the entry is kept.</summary>
    static async Task SayAsync(IPage page, string form)
    {
        var before = await page.Locator("#queue li").CountAsync();
        await page.Locator($"{form} button:visible:not([type=button])").Last.ClickAsync();
        await page.WaitForFunctionAsync("n => document.querySelectorAll('#queue li').length > n", before);
    }

    static async Task ShouldShowAsync(IPage page, string state, int count)
    {
        try
        {
            await page.WaitForFunctionAsync($"n => document.querySelectorAll('#queue li[data-state={state}]').length === n", count);
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"not {count} {state}: {await page.Locator("#queue").InnerTextAsync()}");
        }
    }

    /// <summary>A moment of the day, as the phone in Shanghai sees it.</summary>
    static string Local(string time) => $"2026-03-11T{time}:00+08:00";
    static DateTime Utc(string time) => DateTimeOffset.Parse(Local(time), System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    [GeneratedRegex("/Service/Requests/Details/")]
    private static partial Regex DetailsPage();
}
