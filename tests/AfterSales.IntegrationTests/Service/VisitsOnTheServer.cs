using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Parts;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using AfterSales.Staff.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Visits as phones send them: forged, twice, with files that are none, and for orders of others.</summary>
public sealed class VisitsOnTheServer(Installation installation) : IClassFixture<Installation>
{
    static int _homes;

    [Fact]
    public async Task a_forged_finish_without_values_or_pictures_is_refused_and_changes_nothing()
    {
        var (technician, number) = await OnSiteAsync();
        var page = await technician.OpenAsync($"/Service/Visits/Finish/{number}");
        var refused = await technician.SubmitAsync(page, new() { ["Outcome"] = "Fixed", ["Report"] = "更换点火针" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Not every value of the check list is measured. Still missing: Outlet temperature.");
        refused.Find("#report").TextContent.ShouldBe("更换点火针");
        (await technician.SubmitAsync($"/Service/Visits/Measure/{number}", new() { ["Values[OUT]"] = "45.5" })).ShouldBeOk();
        (await technician.SubmitAsync(page, new() { ["Outcome"] = "Fixed", ["Report"] = "更换点火针" })).Text.ShouldContain("A required photo is missing: Nameplate.");
        var forged = await technician.SubmitAsync($"/Service/Requests/Complete/{number}", new() { ["Outcome"] = "Fixed", ["Result"] = "x" });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("Finish the visit itself");
        (await technician.SubmitAsync($"/Service/Requests/SecondVisit/{number}", new() { ["Reason"] = "x" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await OrderAsync(number)).Status.ShouldBe(OrderStatus.OnSite);
        await ShootAsync(technician, number, "nameplate", Picture());
        (await technician.SubmitAsync(page, new() { ["Outcome"] = "Fixed", ["Report"] = "更换点火针" })).ShouldBeOk();
        var (order, visit) = (await OrderAsync(number), await VisitAsync(number));
        (order.Status, order.Visits, visit.CheckPassed, visit.Certified, visit.CertificateNumber!.Length > 0).ShouldBe((OrderStatus.Completed, 1, true, true, true));
        var fragment = await technician.FragmentAsync($"/Service/Visits/OfOrder/{number}");
        fragment.Text.ShouldContain("Outlet temperature: 45.5 °C");
        await installation.DeliverEventsAsync(); // to Service itself, which makes the report
        await installation.DeliverEventsAsync(); // to Documents, which files it
        var papers = await (await installation.AsAsync(Roles.Manager)).FragmentAsync($"/Documents/Records/OfOrder/{number}");
        papers.Text.ShouldContain($"{number}-1 service report");
        papers.Text.ShouldContain($"{number}-1 photo nameplate");
    }

    [Fact]
    public async Task whoever_is_not_certified_on_the_day_of_arrival_is_recorded_so()
    {
        var (technician, number) = await ScheduledAsync(lapses: new DateOnly(2026, 3, 12));
        installation.Time.Advance(TimeSpan.FromDays(2)); // the trip begins on the thirteenth or later
        (await technician.SubmitAsync($"/Service/Visits/Arrive/{number}", [], with: $"[action='/Service/Visits/Arrive/{number}']")).ShouldBeOk();
        var visit = await VisitAsync(number);
        (visit.Certified, visit.CertificateNumber).ShouldBe((false, null));
    }

    [Fact]
    public async Task an_entry_sent_many_times_at_once_has_one_effect_and_the_same_answer()
    {
        var (technician, number) = await OnSiteAsync();
        var token = await TokenAsync(technician);
        var id = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(technician, $"/Service/Visits/UsePart/{number}", token, id, ("Part", "DJ-01"), ("Quantity", "2"))));
        answers.ShouldAllBe(a => a == HttpStatusCode.OK);
        (await PostAsync(technician, $"/Service/Visits/UsePart/{number}", token, id, ("Part", "DJ-01"), ("Quantity", "2"))).ShouldBe(HttpStatusCode.OK);
        (await VisitAsync(number)).Parts.Single().Quantity.ShouldBe(2);
        (await PostAsync(technician, $"/Service/Visits/UsePart/{number}", token, Guid.CreateVersion7(), ("Part", "DJ-01"), ("Quantity", "1"))).ShouldBe(HttpStatusCode.OK);
        (await VisitAsync(number)).Parts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task the_phones_time_counts_and_a_late_one_is_marked_while_one_of_the_future_is_refused()
    {
        var (technician, number) = await ScheduledAsync();
        var token = await TokenAsync(technician);
        installation.Time.Advance(TimeSpan.FromHours(2));
        var (now, id) = (installation.Now, Guid.CreateVersion7());
        (await PostAsync(technician, $"/Service/Visits/Depart/{number}", token, id, ("At", now.AddMinutes(6).ToString("O")))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PostAsync(technician, $"/Service/Visits/Depart/{number}", token, id, ("At", now.AddMinutes(-31).ToString("O")), ("Latitude", "31.3"), ("Longitude", "120.6"))).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(technician, $"/Service/Visits/Arrive/{number}", token, Guid.CreateVersion7(), ("At", now.AddMinutes(-32).ToString("O")))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PostAsync(technician, $"/Service/Visits/Arrive/{number}", token, Guid.CreateVersion7(), ("At", now.AddMinutes(-30).ToString("O")))).ShouldBe(HttpStatusCode.OK);
        var stamps = (await VisitAsync(number)).Stamps.OrderBy(s => s.Kind).ToList();
        stamps.Select(s => (s.At, s.Late, s.ByDoer)).ShouldBe([(now.AddMinutes(-31), true, true), (now.AddMinutes(-30), false, true)]);
        (stamps[0].Latitude, stamps[0].Longitude).ShouldBe((31.3, 120.6));
    }

    [Fact]
    public async Task an_entry_made_before_somebody_elses_act_or_for_another_trip_comes_back_as_a_conflict()
    {
        var (technician, number) = await OnSiteAsync();
        var seen = (await VisitAsync(number)).Version;
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        (await dispatcher.SubmitAsync($"/Service/Visits/Find/{number}", new() { ["Cause"] = "电话告知：水垢" })).ShouldBeOk();
        var token = await TokenAsync(technician);
        (await PostAsync(technician, $"/Service/Visits/Find/{number}", token, Guid.CreateVersion7(), ("Cause", "电极磨损"), ("TripSeen", "1"), ("VersionSeen", $"{seen}"))).ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync(technician, $"/Service/Visits/Find/{number}", token, Guid.CreateVersion7(), ("Cause", "电极磨损"), ("TripSeen", "2"))).ShouldBe(HttpStatusCode.Conflict);
        (await VisitAsync(number)).Cause.ShouldBe("电话告知：水垢");
        (await PostAsync(technician, $"/Service/Visits/Find/{number}", token, Guid.CreateVersion7(), ("Cause", "电极磨损"))).ShouldBe(HttpStatusCode.OK);
        (await VisitAsync(number)).Cause.ShouldBe("电极磨损");
    }

    [Fact]
    public async Task what_is_no_picture_too_large_or_a_bomb_is_refused_with_a_sentence_and_nothing_is_stored()
    {
        var (technician, number) = await OnSiteAsync();
        var files = Files();
        foreach (var (name, content, sentence) in new (string, byte[], string)[]
                 {
                     ("tool.jpg", [.. "MZ"u8, .. new byte[4000]], "This file is no picture"), ("empty.jpg", [], "The file is empty"), ("page.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "This file is no picture"),
                     ("bomb.png", Bomb(30_000, 30_000), "30000 x 30000 pixels"), ("big.jpg", [0xFF, 0xD8, .. new byte[15 * 1024 * 1024]], "larger than 15 MB"), ("cut.jpg", Picture()[..400], "The picture is damaged"),
                 })
        {
            var page = await technician.OpenAsync($"/Service/Visits/AddPhoto/{number}");
            var refused = await technician.SubmitAsync(page, new() { ["Shot"] = "other" }, files: new() { ["Picture"] = new FileToSend(name, content, "image/jpeg") });
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            refused.Text.ShouldContain(sentence, Case.Sensitive, name);
        }
        (await VisitAsync(number)).Photos.ShouldBeEmpty();
        Files().ShouldBe(files);
    }

    [Fact]
    public async Task a_picture_is_drawn_anew_without_its_hidden_parts_and_shown_to_those_who_may_see_the_order()
    {
        var (technician, number) = await OnSiteAsync();
        await ShootAsync(technician, number, "nameplate", WithExif(Picture(3000, 1500)));
        var photo = (await VisitAsync(number)).Photos.Single();
        (photo.Width, photo.Height).ShouldBe((2048, 1024));
        using var answer = await technician.Http.GetAsync($"/Service/Visits/Photo/{photo.PublicId}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()).ShouldBe(("image/jpeg", "nosniff"));
        System.Text.Encoding.Latin1.GetString(bytes).ShouldNotContain("Exif");
        var stranger = await installation.AsAsync(Roles.Trainer);
        using var forbidden = await stranger.Http.GetAsync($"/Service/Visits/Photo/{photo.PublicId}");
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task parts_that_do_not_exist_and_quantities_of_nothing_are_refused_with_a_sentence()
    {
        var (technician, number) = await OnSiteAsync();
        (await technician.SubmitAsync($"/Service/Visits/UsePart/{number}", new() { ["Part"] = "没有这个件", ["Quantity"] = "1" })).Text.ShouldContain("has no part ‘没有这个件’");
        (await technician.SubmitAsync($"/Service/Visits/UsePart/{number}", new() { ["Part"] = "DJ-01", ["Quantity"] = "-1" })).Text.ShouldContain("The quantity must be 1 or more; ‘-1’ is not.");
        (await technician.SubmitAsync($"/Service/Visits/Measure/{number}", new() { ["Values[OUT]"] = "四十五" })).Text.ShouldContain("‘四十五’ is no number");
        (await technician.SubmitAsync($"/Service/Visits/UsePart/{number}", new() { ["Part"] = "690100", ["Quantity"] = "1" })).ShouldBeOk(); // by barcode
        (await VisitAsync(number)).Parts.Single().Number.ShouldBe("DJ-01");
    }

    const string Drawn = """[{"points":[{"x":10,"y":10},{"x":20,"y":30},{"x":30,"y":12},{"x":44,"y":31},{"x":60,"y":18},{"x":71,"y":22}]}]""";

    /// <summary>50 for the way, half an hour of labour at 120, an element at 88.50.</summary>
    Task PricesAsync() => installation.WithAsync<IServiceProvider>(async services =>
    {
        var (db, company) = (services.GetRequiredService<ServiceDbContext>(), services.GetRequiredService<ICompany>());
        if (await db.Set<PriceList>().AnyAsync()) return;
        var list = PriceList.Draft("2026", new PriceSheet { CallOut = new CallOutPrice { Base = 50, IncludedMinutes = 60 }, LabourPerHour = 120, Works = [new("W-EL", "更换加热管", null, 0.5m)], Parts = [new("DJ-01", "加热管", null, 88.50m)] }, installation.Now);
        list.Publish(new DateOnly(2026, 1, 1), company.LocalDay(installation.Now), new FeePolicy().Announcement, company.CalendarAt(installation.Now), isFirst: true, installation.Now, AfterSales.Kernel.Actor.System);
        db.Add(list);
        await db.SaveChangesAsync();
    });

    static (string, string)[] Money(string shown, params (string, string)[] more) =>
        [("Input.CalledOut", "true"), ("Input.Km", "0"), ("Input.Minutes", "20"), ("Input.Works[0].Code", "W-EL"), ("Input.Parts[0].Code", "DJ-01"), ("AmountShown", shown), ("Signer", "方正"), ("Strokes", Drawn), .. more];

    [Fact]
    public async Task a_quote_and_a_fee_note_signed_without_a_signal_are_worked_out_again_and_take_effect_once()
    {
        await PricesAsync();
        var (technician, number) = await OnSiteAsync();
        var token = await TokenAsync(technician);
        var settle = $"/Service/Visits/Settle/{number}";
        (await PostAsync(technician, settle, token, Guid.CreateVersion7(), Money("198.50"))).ShouldBe(HttpStatusCode.UnprocessableEntity); // chargeable, and nobody accepted a quote
        (await PostAsync(technician, $"/Service/Visits/Quote/{number}", token, Guid.CreateVersion7(), Money("150.00"))).ShouldBe(HttpStatusCode.UnprocessableEntity); // signed for another amount
        (await PostAsync(technician, $"/Service/Visits/Quote/{number}", token, Guid.CreateVersion7(), Money("198.50"))).ShouldBe(HttpStatusCode.OK);
        var id = Guid.CreateVersion7();
        var paid = Money("198.50", ("Method", "Cash"), ("Amount", "198.50"));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(technician, settle, token, id, paid)))).ShouldAllBe(a => a == HttpStatusCode.OK);
        (await PostAsync(technician, settle, token, Guid.CreateVersion7(), Money("198.50"))).ShouldBe(HttpStatusCode.UnprocessableEntity); // one note for a trip
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var order = await db.Set<ServiceOrder>().Where(o => o.Number == number).Select(o => o.Id).SingleAsync();
            var note = await db.Set<FeeNote>().SingleAsync(n => n.OrderId == order);
            (note.Payable.ToString(), note.SignState, note.SignerName).ShouldBe(("198.50", SignState.Signed, "方正"));
            var account = (await db.Set<OrderAccount>().WholeAsync(a => a.OrderId == order, CancellationToken.None))!;
            (account.Payments.Count, account.Open.ToString(), account.Notes, account.SignedNotes).ShouldBe((1, "0.00", 1, 1));
        });
    }

    [Fact]
    public async Task a_technician_gives_a_discount_with_a_reason_of_the_policy_and_up_to_its_limit()
    {
        await PricesAsync();
        var (technician, number) = await OnSiteAsync();
        var token = await TokenAsync(technician);
        (string, string)[] Discounted(string shown, string amount, string? reason, params (string, string)[] more) => Money(shown, [("Input.Discount", amount), ("Input.DiscountReason", reason ?? ""), .. more]);
        Task<HttpStatusCode> SendAsync(string act, (string, string)[] fields) => PostAsync(technician, $"/Service/Visits/{act}/{number}", token, Guid.CreateVersion7(), fields);

        (await SendAsync("Quote", Money("198.50"))).ShouldBe(HttpStatusCode.OK);
        var page = await technician.OpenAsync($"/Service/Visits/Settle/{number}");
        page.Find("form[data-money=Settle]").GetAttribute("data-discount-percent").ShouldBe("20");
        page.Find("[name='Input.DiscountReason']").TextContent.ShouldContain("regular customer");
        foreach (var (shown, amount, reason) in new[] { ("178.50", "20", null), ("178.50", "20", "because"), ("178.50", "20", "agreement"), ("158.79", "39.71", "goodwill"), ("198.50", "20", "goodwill"), ("218.50", "-20", "goodwill") })
            (await SendAsync("Settle", Discounted(shown, amount, reason))).ShouldBe(HttpStatusCode.UnprocessableEntity, $"{amount} {reason}");
        // by the desk's page a technician can give no more either
        var desk = await technician.SubmitAsync($"/Service/Fees/Make/{number}", new() { ["Works[0].Code"] = "W-EL", ["Parts[0].Code"] = "DJ-01", ["Discount"] = "39.71", ["DiscountReason"] = "goodwill" }, with: "[formaction*='handler=Note']");
        desk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        desk.Text.ShouldContain("A technician may take off 20 % of what there is to pay at most, here 39.70.");
        (await SendAsync("Settle", Discounted("158.80", "39.70", "goodwill", ("Method", "Cash"), ("Amount", "158.80")))).ShouldBe(HttpStatusCode.OK); // 20 % of 198.50 to the fen
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var order = await db.Set<ServiceOrder>().Where(o => o.Number == number).Select(o => o.Id).SingleAsync();
            var note = await db.Set<FeeNote>().Include(n => n.Lines).SingleAsync(n => n.OrderId == order);
            (note.Payable.ToString(), note.SignState).ShouldBe(("158.80", SignState.Signed));
            var line = note.Lines.Single(l => l.Kind == FeeKind.Discount);
            (line.Code, line.Amount.ToString()).ShouldBe(("goodwill", "-39.70"));
        });
    }

    [Fact]
    public async Task a_discount_that_an_accepted_quote_promised_stands_in_the_note_whoever_promised_it()
    {
        await PricesAsync();
        var (technician, number) = await OnSiteAsync();
        var office = await installation.AsAsync(Roles.Manager);
        var half = Money("98.50", ("Input.Discount", "100"), ("Input.DiscountReason", "complaint"));
        (await PostAsync(technician, $"/Service/Visits/Quote/{number}", await TokenAsync(technician), Guid.CreateVersion7(), half)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PostAsync(office, $"/Service/Visits/Quote/{number}", await TokenAsync(office), Guid.CreateVersion7(), half)).ShouldBe(HttpStatusCode.OK);
        var form = (await technician.OpenAsync($"/Service/Visits/Settle/{number}")).Find("form[data-money=Settle]");
        (form.QuerySelector("[name='Input.Discount']")!.GetAttribute("value"), form.QuerySelector("[name='Input.DiscountReason'] [selected]")!.GetAttribute("value")).ShouldBe(("100", "complaint"));
        (await PostAsync(technician, $"/Service/Visits/Settle/{number}", await TokenAsync(technician), Guid.CreateVersion7(), half)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_missing_part_is_asked_for_and_told_of_when_it_is_there_and_the_van_counts_what_is_used()
    {
        var (technician, number) = await OnSiteAsync();
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            if (!await db.Set<VanStock>().AnyAsync()) db.Add(VanStock.Open(await db.Set<Technician>().Where(t => t.Code == "technician-1").Select(t => t.Id).SingleAsync(), "DJ-01", "加热管", 5, 1, installation.Now, AfterSales.Kernel.Actor.System));
            await db.SaveChangesAsync();
        });
        var before = await CountAsync();
        (await technician.SubmitAsync($"/Service/Visits/UsePart/{number}", new() { ["Part"] = "DJ-01", ["Quantity"] = "2" }, with: "#part")).ShouldBeOk();
        (await CountAsync()).ShouldBe(before - 2);
        (await technician.SubmitAsync($"/Service/Visits/RemovePart/{number}", [], with: "button[name=Part]")).ShouldBeOk();
        (await CountAsync()).ShouldBe(before);
        (await technician.SubmitAsync($"/Service/Visits/AskPart/{number}", new() { ["Part"] = "专用密封圈", ["Quantity"] = "1", ["Note"] = "客户急用" }, with: "#ask-part")).ShouldBeOk();
        (await dispatcher.OpenAsync("/Service/Parts")).ShouldBeOk().Text.ShouldContain("专用密封圈");
        var request = await installation.WithAsync<ServiceDbContext, Guid>(db => db.Set<PartRequest>().Where(r => r.Order.Number == number).Select(r => r.PublicId).SingleAsync());
        (await dispatcher.SubmitAsync($"/Service/Parts/Order/{request}", new() { ["Supplier"] = "" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await dispatcher.SubmitAsync($"/Service/Parts/Order/{request}", new() { ["Supplier"] = "晨光配件中心", ["ExpectedOn"] = "2027-03-12" })).ShouldBeOk();
        (await dispatcher.SubmitAsync($"/Service/Parts/Arrive/{request}", [], with: "form.form-narrow")).ShouldBeOk();
        await installation.DeliverEventsAsync();
        (await dispatcher.OpenAsync("/Messages")).ShouldBeOk().Text.ShouldContain($"Part 专用密封圈 for order {number} has arrived.");
        (await technician.OpenAsync($"/Service/Parts/Arrive/{request}")).Status.ShouldBe(HttpStatusCode.Forbidden);

        Task<int> CountAsync() => installation.WithAsync<ServiceDbContext, int>(db => db.Set<VanStock>().Where(s => s.Part == "DJ-01").Select(s => s.Count).SingleAsync());
    }

    [Fact]
    public async Task a_value_from_an_overdue_instrument_is_marked_on_the_order()
    {
        var (technician, number) = await OnSiteAsync();
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            if (!await db.Set<Instrument>().AnyAsync()) db.Add(Instrument.Register("MT-9", "万用表", null, null, new DateOnly(2024, 3, 1), new DateOnly(2025, 3, 1), null, installation.Now));
            await db.SaveChangesAsync();
        });
        (await technician.SubmitAsync($"/Service/Visits/Measure/{number}", new() { ["Values[OUT]"] = "45.5", ["Instrument"] = "MT-9" })).ShouldBeOk();
        (await technician.FragmentAsync($"/Service/Visits/OfOrder/{number}")).Text.ShouldContain("MT-9 was overdue for calibration");
    }

    [Fact]
    public async Task a_calendar_program_gets_the_visits_by_a_link_that_ends_with_the_next_one()
    {
        var (technician, number) = await ScheduledAsync();
        var first = (await technician.SubmitAsync("/Service/Visits/CalendarLink", [], with: "form.form-narrow")).ShouldBeOk().Find("code").TextContent;
        var program = installation.Anonymous();
        using (var answer = await program.Http.GetAsync(new Uri(first).AbsolutePath))
        {
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
            var file = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
            file.ShouldContain(number);
            file.ShouldNotContain("方正"); // no customer's name in a calendar
        }
        (await technician.SubmitAsync("/Service/Visits/CalendarLink", [], with: "form.form-narrow")).ShouldBeOk();
        (await program.OpenAsync(new Uri(first).AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await program.OpenAsync("/calendar/x.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await technician.OpenAsync("/Service/Visits/OwnMonth")).ShouldBeOk();
    }

    [Fact]
    public async Task somebody_elses_visit_looks_like_one_that_is_not_there()
    {
        var (technician, own) = await OnSiteAsync();
        var others = await OthersAsync();
        foreach (var page in new[] { "Visit", "Find", "Finish", "AddPhoto", "OfOrder" })
        {
            (await technician.OpenAsync($"/Service/Visits/{page}/{own}")).ShouldBeOk();
            (await technician.OpenAsync($"/Service/Visits/{page}/{others}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
        (await PostAsync(technician, $"/Service/Visits/Depart/{others}", await TokenAsync(technician), Guid.CreateVersion7())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task my_day_shows_the_next_visit_first_and_a_returned_job_no_more()
    {
        var (technician, number) = await ScheduledAsync();
        (await technician.OpenAsync("/Service/Visits/MyDay")).ShouldBeOk().Text.ShouldContain(number);
        (await technician.SubmitAsync($"/Service/Visits/Accept/{number}", [], with: $"[action='/Service/Visits/Accept/{number}']")).ShouldBeOk();
        (await OrderAsync(number)).AcceptedAt.ShouldNotBeNull();
        (await technician.SubmitAsync($"/Service/Visits/Return/{number}", new() { ["Reason"] = "车坏了" })).ShouldBeOk();
        var order = await OrderAsync(number);
        (order.Status, order.TechnicianId).ShouldBe((OrderStatus.Responded, null));
        (await technician.OpenAsync("/Service/Visits/MyDay")).ShouldBeOk().Text.ShouldNotContain(number);
    }

    List<string> Files() => Directory.Exists(installation.Folder.Files) ? [.. Directory.EnumerateFiles(installation.Folder.Files, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    static byte[] Picture(int width = 640, int height = 480)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap)) canvas.Clear(SKColors.SteelBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    /// <summary>An APP1 segment after the start of the picture, as cameras write it.</summary>
    static byte[] WithExif(byte[] jpeg) => [.. jpeg[..2], 0xFF, 0xE1, 0x00, 0x10, .. "Exif\0\0"u8, .. new byte[8], .. jpeg[2..]];

    /// <summary>A PNG whose header promises so many pixels.</summary>
    static byte[] Bomb(int width, int height)
    {
        byte[] header = [.. "IHDR"u8, .. Big(width), .. Big(height), 8, 2, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Big(13), .. header, .. Big((int)Crc(header)), .. Big(0), .. "IDAT"u8, .. Big(0)];

        static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
    }

    static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    static async Task ShootAsync(Visitor technician, string number, string shot, byte[] content)
    {
        var page = await technician.OpenAsync($"/Service/Visits/AddPhoto/{number}");
        (await technician.SubmitAsync(page, new() { ["Shot"] = shot }, files: new() { ["Picture"] = new FileToSend("photo.jpg", content, "image/jpeg") })).ShouldBeOk();
    }

    static async Task<string> TokenAsync(Visitor visitor)
    {
        var answer = await visitor.Http.GetStringAsync(new Uri("/Service/Visits/MyDay?handler=Token", UriKind.Relative));
        return System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("token").GetString()!;
    }

    /// <summary>Sends an entry as the phone's queue does.</summary>
    static async Task<HttpStatusCode> PostAsync(Visitor visitor, string path, string token, Guid id, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("EntryId", id.ToString()), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("X-Queue", "1");
        using var answer = await visitor.Http.SendAsync(request);
        return answer.StatusCode;
    }

    Task<ServiceOrder> OrderAsync(string number) => installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().AsNoTracking().SingleAsync(o => o.Number == number));
    Task<Visit> VisitAsync(string number) => installation.WithAsync<ServiceDbContext, Visit>(db => FieldWork.Whole(db.Set<Visit>().AsNoTracking()).OrderByDescending(v => v.Trip).FirstAsync(v => v.Order.Number == number));

    async Task<(Visitor Technician, string Number)> OnSiteAsync()
    {
        var (technician, number) = await ScheduledAsync();
        (await technician.SubmitAsync($"/Service/Visits/Arrive/{number}", [], with: $"[action='/Service/Visits/Arrive/{number}']")).ShouldBeOk();
        return (technician, number);
    }

    Task<string> OthersAsync() => NewOrderAsync("T-OTHER", null);

    async Task<(Visitor Technician, string Number)> ScheduledAsync(DateOnly? lapses = null)
    {
        var technician = await installation.AsAsync(Roles.Technician);
        return (technician, await NewOrderAsync("technician-1", lapses)); // the code is the account's name: that is how the account finds its technician
    }

    async Task<string> NewOrderAsync(string code, DateOnly? lapses)
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var type = lapses is null ? ProductType.ElectricStorage : ProductType.Solar;
        var (technician, model) = await installation.WithAsync<ServiceDbContext, (long, long)>(async db =>
        {
            if (!await db.Set<Technician>().AnyAsync(t => t.Code == code)) db.Add(new Technician { Code = code, Name = "李强" + code });
            if (await db.Set<ProductModel>().FirstOrDefaultAsync(m => m.Code == "M-" + type) is not { } known) db.Add(known = ProductModel.Register("M-" + type, "型号", type));
            await db.SaveChangesAsync();
            if (!await db.Set<CheckList>().AnyAsync(l => l.ModelId == known.Id))
            {
                db.Add(CheckList.First(known.Id, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), CheckItem.Of("OUT", "出水温度", "Outlet temperature", "°C", 38, 75)));
                db.Add(ModelPart.List(known.Id, "DJ-01", "加热管", "Element", "690100", false));
                await db.SaveChangesAsync();
            }
            return (await db.Set<Technician>().Where(t => t.Code == code).Select(t => t.Id).SingleAsync(), known.Id);
        });
        if (lapses is { } until) await installation.WithAsync<IRegisterCertificates>(register => register.RegisterAsync([new CertificateFacts("SHORT-1", code, code, "brand", "晨光", ["solar"], null, new DateOnly(2025, 1, 1), until)], CancellationToken.None));
        else await installation.CertifyAsync(code, "electric_storage");
        var home = Interlocked.Increment(ref _homes); // of its own: another job of the type at the same address is a repeat, which costs nothing
        var number = (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = $"1370000{home:0000}", ["Name"] = "方正", ["Address"] = $"文七路 {home} 号", ["Description"] = "不出热水", ["Kind"] = "Repair", ["Model"] = "M-" + type })).ShouldBeOk().Url.Segments[^1];
        var now = installation.Now;
        await installation.WithAsync<IServiceProvider>(async services =>
        {
            var (db, company) = (services.GetRequiredService<ServiceDbContext>(), services.GetRequiredService<ICompany>());
            var order = await db.Set<ServiceOrder>().SingleAsync(o => o.Number == number);
            order.ModelId.ShouldBe(model);
            order.Respond(now, now.AddMinutes(10), now.AddHours(4), "约好", services.GetRequiredService<OrderRulebook>().KeptBy(order), AfterSales.Kernel.Actor.System);
            var sent = await db.Set<Technician>().SingleAsync(t => t.Id == technician);
            order.Assign(sent, await services.GetRequiredService<Candidates>().ClearAsync(order, sent, now, CancellationToken.None), now, AfterSales.Kernel.Actor.System);
            await db.SaveChangesAsync();
        });
        return number;
    }
}
