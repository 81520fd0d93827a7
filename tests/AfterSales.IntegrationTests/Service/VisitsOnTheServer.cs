using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
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
    static int _phones;

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
        var phone = $"1370000{Interlocked.Increment(ref _phones):0000}";
        var number = (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = phone, ["Name"] = "方正", ["Address"] = "文七路 7 号", ["Description"] = "不出热水", ["Kind"] = "Repair", ["Model"] = "M-" + type })).ShouldBeOk().Url.Segments[^1];
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
