using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Clause 1.6.2: only technicians who are certified for the product type on the day of the visit are offered, and only they can be sent.</summary>
public sealed class SendingATechnician(Installation installation) : IClassFixture<Installation>
{
    static int _phones;

    [Fact]
    public async Task offers_only_those_who_are_certified_for_the_type_on_the_day()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        await HireAsync(dispatcher, "G01", "燃气工", "gas_storage");
        await HireAsync(dispatcher, "E01", "电工", "electric_storage");
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "RSTD-60", "GasStorage"));
        var page = await dispatcher.OpenAsync($"/Service/Requests/Assign/{order}");
        page.Texts(".choice").ShouldContain(t => t.StartsWith("燃气工", StringComparison.Ordinal));
        page.Texts(".choice").ShouldNotContain(t => t.Contains("电工", StringComparison.Ordinal));
        page.Find("#main details").TextContent.ShouldContain("电工");
    }

    [Fact]
    public async Task refuses_a_forged_choice_with_the_reason()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        await HireAsync(dispatcher, "S01", "太阳能工", "solar");
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "KF-150", "HeatPump"));
        await HireAsync(dispatcher, "H01", "热泵工", "heat_pump");
        var page = await dispatcher.OpenAsync($"/Service/Requests/Assign/{order}");
        var forged = await dispatcher.SubmitAsync(page, new() { ["Technician"] = await IdAsync("S01") }, with: "[name=Version]");
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("太阳能工 holds no certificate for Heat pump that is valid on 2026-03-12.");
        (await OrderAsync(order)).Status.ShouldBe(OrderStatus.Responded);
        (await dispatcher.SubmitAsync(page, new() { ["Technician"] = await IdAsync("H01") }, with: "[name=Version]")).ShouldBeOk();
        (await OrderAsync(order)).Status.ShouldBe(OrderStatus.Scheduled);
    }

    [Fact]
    public async Task refuses_a_new_day_on_which_the_assigned_technician_is_not_certified()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        await HireAsync(dispatcher, "G02", "到期工", "gas_instantaneous"); // until 2027-12-31
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "JSQ25", "GasInstantaneous"));
        await dispatcher.SubmitAsync($"/Service/Requests/Assign/{order}", new() { ["Technician"] = await IdAsync("G02") }, with: "[name=Version]");
        var moved = await dispatcher.SubmitAsync($"/Service/Requests/Reschedule/{order}", new() { ["WindowStart"] = "2028-01-04T09:00", ["WindowEnd"] = "2028-01-04T11:00", ["Reason"] = "客户改期" });
        moved.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        moved.Text.ShouldContain("2028-01-04");
        (await dispatcher.SubmitAsync($"/Service/Requests/Reschedule/{order}", new() { ["WindowStart"] = "2026-03-13T09:00", ["WindowEnd"] = "2026-03-13T11:00", ["Reason"] = "客户改期" })).ShouldBeOk();
    }

    [Fact]
    public async Task ranks_the_free_and_least_loaded_first_and_marks_a_clash()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        await HireAsync(dispatcher, "D01", "忙人", "electric_instantaneous");
        await HireAsync(dispatcher, "D02", "闲人", "electric_instantaneous");
        var model = await ModelAsync(dispatcher, "DSF-85", "ElectricInstantaneous");
        var first = await AgreedAsync(dispatcher, model);
        await dispatcher.SubmitAsync($"/Service/Requests/Assign/{first}", new() { ["Technician"] = await IdAsync("D01") }, with: "[name=Version]");
        var page = await dispatcher.OpenAsync($"/Service/Requests/Assign/{await AgreedAsync(dispatcher, model)}");
        var choices = page.Texts(".choice").Where(t => t.StartsWith("忙人", StringComparison.Ordinal) || t.StartsWith("闲人", StringComparison.Ordinal)).ToList();
        choices[0].ShouldStartWith("闲人");
        choices[0].ShouldContain("0 visits that day");
        choices[1].ShouldContain("Clashes with another visit");
        choices[1].ShouldContain("1 visits that day");
    }

    [Fact]
    public async Task among_equals_the_shortest_way_from_the_visit_before_goes_first()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        var model = await ModelAsync(dispatcher, "WAY-1", "HeatPump");
        foreach (var (code, name) in new[] { ("W1", "远省工"), ("W2", "同城工"), ("W3", "无单工"), ("W4", "两公里工") }) await HireAsync(dispatcher, code, name, "heat_pump");
        var number = await installation.WithAsync<IServiceProvider, string>(async services =>
        {
            var (db, rules) = (services.GetRequiredService<ServiceDbContext>(), services.GetRequiredService<OrderRulebook>());
            var type = await db.Set<ProductModel>().Where(m => m.Code == model).Select(m => m.Id).SingleAsync();
            // Somebody was at this heater in January: 30.25 N, 120.16 E.
            var unit = Appliance.Register(null, type, "WAY-UNIT", null, null, installation.Now);
            db.Add(unit);
            await db.SaveChangesAsync();
            Stamp(await PlanAsync("W3", "330106", installation.Now.AddDays(-60), unit.Id), installation.Now.AddDays(-60), 30.25);
            // On the twelfth each of three has one visit before; the third of them stamped 0.02 degrees (2.2 km) to the north, in another district.
            await PlanAsync("W1", "310104", Morning, null);
            await PlanAsync("W2", "330182", Morning, null);
            Stamp(await PlanAsync("W4", "330108", Morning, null), Morning.AddMinutes(5), 30.27);
            await PlanAsync("W3", "330105", Morning.AddHours(8), null); // as many visits, but later than the window
            await db.SaveChangesAsync();
            var asked = Receive("330106", unit.Id);
            asked.Respond(installation.Now, Morning.AddHours(4), Morning.AddHours(6), "约好", rules.KeptBy(asked), Actor.System);
            db.Add(asked);
            await db.SaveChangesAsync();
            return asked.Number;

            ServiceOrder Receive(string region, long? appliance) => ServiceOrder.Receive(new Intake { ReceivedAt = installation.Now.AddDays(-70), Kind = OrderKind.Maintenance, Channel = OrderChannel.Phone, Region = region, ModelId = type, ApplianceId = appliance }, rules.InForceAt(installation.Now), Actor.System);

            async Task<ServiceOrder> PlanAsync(string code, string region, DateTime from, long? appliance)
            {
                var order = Receive(region, appliance);
                order.Respond(from.AddMinutes(-30), from, from.AddHours(1), "约好", rules.KeptBy(order), Actor.System);
                order.Assign(await db.Set<Technician>().SingleAsync(t => t.Code == code), new Clearance(true, "ProductType.HeatPump", new DateOnly(2026, 3, 12)), from.AddMinutes(-30), Actor.System);
                db.Add(order);
                await db.SaveChangesAsync();
                return order;
            }

            void Stamp(ServiceOrder order, DateTime at, double latitude)
            {
                var visit = Visit.Begin(order, 1, 0, at);
                visit.Arrive(new Moment(at, at, latitude, 120.16, true), true, new Qualification(true, null), new VisitRules(new VisitPolicy(), rules.KeptBy(order), null, null), Actor.System);
                db.Add(visit);
            }
        });
        var choices = (await dispatcher.OpenAsync($"/Service/Requests/Assign/{number}")).Texts(".choice").Where(t => t.Contains("1 visits", StringComparison.Ordinal) && Ways.Any(w => t.StartsWith(w, StringComparison.Ordinal))).ToList();
        choices.Select(c => c[..c.IndexOf('工', StringComparison.Ordinal)]).ShouldBe(["两公里", "同城", "远省", "无单"]);
        choices[0].ShouldContain("About 2 km from the visit before");
        choices[1].ShouldContain("Visit before in the same city");
        choices[2].ShouldContain("Visit before in another province");
        choices[3].ShouldNotContain("isit before");
    }

    [Fact]
    public async Task nobody_without_the_outside_certificate_of_the_city_is_sent_there()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        await HireAsync(dispatcher, "O01", "无操作证工", "electric_instantaneous");
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.SubmitAsync("/Settings/EditPolicy?key=staff.people", new() { ["EffectiveFrom"] = installation.Now.AddHours(8).AddMinutes(2).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), ["Typed[OutsideNeeds]"] = "electric_instantaneous electrician 320500", ["act"] = "save" }, with: "[name=act]")).ShouldBeOk();
        var order = await AgreedAsync(dispatcher, await ModelAsync(dispatcher, "DSF-90", "ElectricInstantaneous"));
        var form = await dispatcher.OpenAsync($"/Service/Requests/Assign/{order}"); // the place is not known yet: he may go
        form.Texts(".choice").ShouldContain(t => t.StartsWith("无操作证工", StringComparison.Ordinal));
        await installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().Where(o => o.Number == order).ExecuteUpdateAsync(o => o.SetProperty(p => p.Region, "320508")));
        var forged = await dispatcher.SubmitAsync(form, new() { ["Technician"] = await IdAsync("O01") }, with: "[name=Version]");
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("无操作证工 holds no certificate for electrical work (authority) that is valid on 2026-03-12.");
        forged.Texts(".choice").ShouldNotContain(t => t.StartsWith("无操作证工", StringComparison.Ordinal));
        var board = await dispatcher.OpenAsync("/Service/Dispatch?day=2026-03-12");
        board.Find($"[data-number='{order}']").GetAttribute("data-job").ShouldBe("electric_instantaneous@3205");
        board.Find("tr:has(td[data-technician='" + await IdAsync("O01") + "'])").GetAttribute("data-jobs")!.Split(' ').ShouldNotContain("electric_instantaneous@3205");
        await installation.WithAsync<AfterSales.Staff.Data.StaffDbContext>(async db =>
        {
            db.Add(AfterSales.Staff.Certificates.Certificate.Issue(new AfterSales.Staff.Certificates.CertificateOrder("O01", "无操作证工", AfterSales.Staff.Certificates.CertificateKind.Authority, "DG-1", "应急管理局", [], null, new DateOnly(2026, 1, 1), null, AfterSales.Staff.Certificates.OutsideTrade.Electrician, ["3205"]), installation.Now, Actor.System));
            await db.SaveChangesAsync();
        });
        (await dispatcher.SubmitAsync(form, new() { ["Technician"] = await IdAsync("O01") }, with: "[name=Version]")).ShouldBeOk();
    }

    static readonly string[] Ways = ["远省工", "同城工", "无单工", "两公里工"];

    /// <summary>Nine in the morning of the twelfth, in Shanghai.</summary>
    static readonly DateTime Morning = new(2026, 3, 12, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task suspension_lists_the_visits_to_reassign_at_once_and_an_end_tonight_stops_tomorrow()
    {
        var dispatcher = await installation.AsAsync(Roles.Manager);
        await HireAsync(dispatcher, "R01", "停证工", "solar");
        var model = await ModelAsync(dispatcher, "PJF-1", "Solar");
        var order = await AgreedAsync(dispatcher, model); // tomorrow
        (await dispatcher.SubmitAsync($"/Service/Requests/Assign/{order}", new() { ["Technician"] = await IdAsync("R01") }, with: "[name=Version]")).ShouldBeOk();
        (await dispatcher.OpenAsync("/Service/Dispatch/Reassign")).Text.ShouldNotContain(order);
        await installation.WithAsync<AfterSales.Staff.Contracts.IRegisterCertificates>(register => register.RegisterAsync(
            [new AfterSales.Staff.Contracts.CertificateFacts("TONIGHT", "R01", "停证工", "brand", "晨光", ["solar"], null, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 11))], CancellationToken.None));
        var certificate = await installation.WithAsync<AfterSales.Staff.Data.StaffDbContext, Guid>(db => db.Set<AfterSales.Staff.Certificates.Certificate>().Where(c => c.Number == "TEST-R01-solar").Select(c => c.PublicId).SingleAsync());
        var suspended = await dispatcher.SubmitAsync($"/Staff/Certificates/Suspend/{certificate}", new() { ["From"] = "2026-03-11", ["Reason"] = "调查" });
        suspended.ShouldBeOk().Text.ShouldContain("1 visits are planned that this person may no longer make.");
        // what is left ends tonight: today it counts, tomorrow's visit is listed and cannot be given
        (await dispatcher.OpenAsync("/Service/Dispatch/Reassign")).Text.ShouldContain(order);
        await installation.DeliverEventsAsync();
        (await dispatcher.OpenAsync("/Messages")).Text.ShouldContain("1 visits planned for 停证工 must go to somebody else.");
        var second = await AgreedAsync(dispatcher, model);
        await HireAsync(dispatcher, "R02", "持证工", "solar");
        var page = await dispatcher.OpenAsync($"/Service/Requests/Assign/{second}");
        var refused = await dispatcher.SubmitAsync(page, new() { ["Technician"] = await IdAsync("R01") }, with: "[name=Version]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("停证工 holds no certificate for Solar that is valid on 2026-03-12.");
        (await dispatcher.SubmitAsync($"/Service/Requests/Assign/{order}", new() { ["Technician"] = await IdAsync("R02") }, with: "[name=Version]")).ShouldBeOk();
        (await dispatcher.OpenAsync("/Service/Dispatch/Reassign")).Text.ShouldNotContain(order);
    }

    async Task HireAsync(Visitor dispatcher, string code, string name, string type)
    {
        (await dispatcher.SubmitAsync("/Service/Dispatch/Technicians", new() { ["Code"] = code, ["Name"] = name, ["Team"] = "A" })).ShouldBeOk();
        await installation.CertifyAsync(code, type);
    }

    static async Task<string> ModelAsync(Visitor manager, string code, string type)
    {
        (await manager.SubmitAsync("/Service/Products", new() { ["Code"] = code, ["Name"] = code, ["Type"] = type })).ShouldBeOk();
        return code;
    }

    static async Task<string> AgreedAsync(Visitor dispatcher, string model)
    {
        var received = await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = $"136001360{Interlocked.Increment(ref _phones):00}", ["Name"] = "李娜", ["Address"] = "文一路 1 号", ["Model"] = model, ["Kind"] = "Repair" });
        var number = received.ShouldBeOk().Url.Segments[^1];
        (await dispatcher.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "约好", ["WindowStart"] = "2026-03-12T09:00", ["WindowEnd"] = "2026-03-12T11:00" })).ShouldBeOk();
        return number;
    }

    async Task<string> IdAsync(string code) => (await installation.WithAsync<ServiceDbContext, long>(db => db.Set<AfterSales.Service.Dispatch.Technician>().Where(t => t.Code == code).Select(t => t.Id).SingleAsync())).ToString(System.Globalization.CultureInfo.InvariantCulture);

    Task<ServiceOrder> OrderAsync(string number) => installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().WholeAsync(number, CancellationToken.None));
}
