using System.Net;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Clauses 1.7 to 1.9 through the pages: price list, quote, fee note, signature, payment, refund.</summary>
public sealed class MoneyOfAnOrder(Installation installation) : IClassFixture<Installation>
{
    const string Strokes = """[{"points":[{"x":10,"y":10},{"x":20,"y":30},{"x":30,"y":12},{"x":44,"y":31},{"x":60,"y":18},{"x":71,"y":22}]}]""";
    static readonly Actor Tester = new("t", "测试");
    static int _orders;

    Task<T> DbAsync<T>(Func<ServiceDbContext, Task<T>> use) => installation.WithAsync(use);

    /// <summary>A list that is in force, once.</summary>
    async Task PricesAsync(Visitor manager)
    {
        if (await DbAsync(db => db.Set<PriceList>().AnyAsync())) return;
        (await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Draft"), "Save", new()
        {
            ["Name"] = "2026 年收费标准", ["CallOut.Base"] = "50", ["CallOut.IncludedKm"] = "10", ["CallOut.PerKm"] = "2.5", ["CallOut.IncludedMinutes"] = "30", ["CallOut.PerQuarter"] = "10", ["CallOut.DayFactor"] = "1",
            ["CallOut.NightFactor"] = "1.5", ["CallOut.RestDayFactor"] = "2", ["CallOut.HolidayFactor"] = "3", ["LabourPerHour"] = "120", ["WorkAtHeight"] = "80",
            ["Works"] = "W-IGN | 更换点火器 | ignition | 0.5", ["Parts"] = "IGN | 点火器 | ignition | 88.50", ["Materials"] = "PIPE | 波纹管 | m | 12.35", ["EffectiveFrom"] = "2026-01-01",
        })).ShouldBeOk();
        var number = await DbAsync(db => db.Set<PriceList>().Select(l => l.Number).SingleAsync());
        await PublishAsync(manager, number, "2026-01-01");
    }

    static async Task<Shown> PublishAsync(Visitor manager, string number, string day)
    {
        var page = await manager.OpenAsync("/Service/Fees/Draft/" + number);
        return await PostAsync(manager, page, "Publish", new() { ["EffectiveFrom"] = day });
    }

    /// <summary>Sends a form by one of its other buttons.</summary>
    static Task<Shown> PostAsync(Visitor person, Shown page, string handler, Dictionary<string, string?> fields)
    {
        var button = page.Document.QuerySelector($"[formaction*='handler={handler}']") ?? page.Document.QuerySelector($"form[action*='handler={handler}']") ?? throw new InvalidOperationException($"{page.Url} has no {handler}: {page.Text}");
        if (button.GetAttribute("formaction") is { } action) button.Closest("form")!.SetAttribute("action", action);
        return person.SubmitAsync(page, fields, with: button.LocalName == "form" ? $"form[action*='handler={handler}']" : $"[formaction*='handler={handler}']");
    }

    /// <summary>Somebody is at the customer's; bought on a day, or long ago.</summary>
    Task<string> OnSiteAsync(DateOnly? bought = null) => DbAsync(async db =>
    {
        var (n, now) = (Interlocked.Increment(ref _orders), installation.Now);
        var rulebook = installation.Services.GetRequiredService<OrderRulebook>();
        var rules = rulebook.InForceAt(now);
        var model = ProductModel.Register($"M-{n}", null, ProductType.GasStorage);
        var customer = Customer.Register("王" + n, $"1390000{n:0000}", "苏州市姑苏区人民路1号", "320508", now);
        var technician = new Technician { Code = "F" + n, Name = "师傅" + n };
        db.AddRange(model, customer, technician);
        await db.SaveChangesAsync();
        var appliance = Appliance.Register(customer.Id, model.Id, "SN-F" + n, customer.Address, bought, now);
        db.Add(appliance);
        await db.SaveChangesAsync();
        var order = ServiceOrder.Receive(new Intake { ReceivedAt = now.AddHours(-3), Kind = OrderKind.Repair, Channel = OrderChannel.Phone, CustomerId = customer.Id, ApplianceId = appliance.Id, ModelId = model.Id, ContactName = customer.Name, FaultCode = "E0" }, rules, Tester);
        order.Respond(now.AddHours(-2), now.AddHours(-1), now.AddHours(1), "已确认", rules, Tester);
        order.Assign(technician, new Clearance(true, "ProductType.GasStorage", new DateOnly(2026, 3, 11)), now.AddHours(-2), Tester);
        order.Arrive(now.AddMinutes(-40), rules, Tester);
        db.Add(order);
        await db.SaveChangesAsync();
        return order.Number;
    });

    static Dictionary<string, string?> Done => new() { ["Km"] = "18", ["Minutes"] = "40", ["Works[0].Code"] = "W-IGN", ["Parts[0].Code"] = "IGN" };

    async Task<Shown> AcceptedAsync(Visitor manager, string order)
    {
        var quoted = (await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Make/" + order), "Quote", Done)).ShouldBeOk();
        quoted.Text.ShouldContain("228.50"); // 50 + 8 x 2.5 + 10 + 60 + 88.50
        return (await PostAsync(manager, quoted, "Accept", new() { ["Name"] = "王女士", ["Strokes"] = Strokes })).ShouldBeOk();
    }

    async Task<Shown> NotedAsync(Visitor manager, string order)
    {
        await PricesAsync(manager);
        await AcceptedAsync(manager, order);
        return (await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Make/" + order), "Note", Done)).ShouldBeOk();
    }

    async Task<Guid> PaidAsync(Visitor manager, string order)
    {
        await NotedAsync(manager, order);
        (await manager.SubmitAsync("/Service/Payments/Take/" + order, new() { ["Method"] = "Cash", ["Amount"] = "100" })).ShouldBeOk();
        (await manager.SubmitAsync("/Service/Payments/Take/" + order, new() { ["Method"] = "WechatPay", ["Amount"] = "128.50", ["TransactionNumber"] = "4200001" + order })).ShouldBeOk();
        return await DbAsync(db => db.Set<ServiceOrder>().Where(o => o.Number == order).Select(o => o.PublicId).SingleAsync());
    }

    Task<OrderAccount> AccountAsync(string order) => DbAsync(async db => (await db.Set<OrderAccount>().WholeAsync(a => db.Set<ServiceOrder>().Any(o => o.Id == a.OrderId && o.Number == order), CancellationToken.None))!);

    [Fact]
    public async Task chargeable_work_without_an_accepted_quote_is_refused()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await PricesAsync(manager);
        var order = await OnSiteAsync();
        var refused = await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Make/" + order), "Note", Done);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("needs a quote that the customer accepted");
        refused.Find("[name='Input.Km']").GetAttribute("value").ShouldBe("18");
    }

    [Fact]
    public async Task a_note_above_the_quote_is_refused_until_it_is_accepted_again_or_capped()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await PricesAsync(manager);
        var order = await OnSiteAsync();
        await AcceptedAsync(manager, order);
        var more = new Dictionary<string, string?>(Done) { ["Materials[0].Code"] = "PIPE", ["Materials[0].Quantity"] = "1" };
        var refused = await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Make/" + order), "Note", more);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("240.85 is more than the accepted quote of 228.50");
        var capped = await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Make/" + order), "Note", new(more) { ["capped"] = "true" });
        capped.ShouldBeOk().Text.ShouldContain("No more than quoted");
        (await AccountAsync(order)).Owed.ToString().ShouldBe("228.50");
    }

    [Fact]
    public async Task the_signature_is_kept_with_the_hash_of_the_note_and_a_name_alone_counts_as_unsigned()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var (signedOrder, namedOrder) = (await OnSiteAsync(), await OnSiteAsync());
        var note = await NotedAsync(manager, signedOrder);
        var forged = await PostAsync(manager, note, "Sign", new() { ["Name"] = "王女士", ["Strokes"] = Strokes, ["Hash"] = new string('0', 64) });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("is not this fee note");
        (await PostAsync(manager, note, "Sign", new() { ["Name"] = "王女士", ["Strokes"] = Strokes })).ShouldBeOk().Find("svg.signature polyline").GetAttribute("points").ShouldBe("10,10 20,30 30,12 44,31 60,18 71,22");
        (await AccountAsync(signedOrder)).SignedNotes.ShouldBe(1);
        await PostAsync(manager, await NotedAsync(manager, namedOrder), "Sign", new() { ["Name"] = "李先生" });
        (await AccountAsync(namedOrder)).SignedNotes.ShouldBe(0);
        (await DbAsync(db => db.Set<FeeNote>().CountAsync(n => n.SignState == SignState.NameTyped))).ShouldBe(1);
        await installation.DeliverEventsAsync(); // to Service itself, which makes the paper
        await installation.DeliverEventsAsync(); // to Documents, which files it
        var papers = await manager.FragmentAsync($"/Documents/Records/OfOrder/{signedOrder}?kind=repair");
        papers.Text.ShouldContain($"{signedOrder} fee note FN-");
        (await manager.OpenAsync(papers.Find("li a[href^='/Documents/Records/Details/']").GetAttribute("href")!)).ShouldBeOk().Text.ShouldContain("archived");
    }

    [Fact]
    public async Task nobody_takes_more_than_is_owed_and_the_same_entry_of_a_phone_is_one_payment()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var order = await OnSiteAsync();
        await NotedAsync(manager, order);
        var page = await manager.OpenAsync("/Service/Payments/Take/" + order);
        foreach (var (amount, sentence) in new[] { ("228.51", "Only 228.50 is still to pay"), ("-5", "above 0"), ("0", "above 0"), ("1.005", "above 0"), ("abc", "above 0") })
        {
            var refused = await manager.SubmitAsync(page, new() { ["Method"] = "Cash", ["Amount"] = amount });
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, amount);
            refused.Text.ShouldContain(sentence);
        }
        (await manager.SubmitAsync(page, new() { ["Method"] = "Alipay", ["Amount"] = "10" })).Text.ShouldContain("Enter the transaction number");
        for (var i = 0; i < 2; i++) (await manager.SubmitAsync(page, new() { ["Method"] = "Cash", ["Amount"] = "100" })).ShouldBeOk().Text.ShouldContain("RC-2026-");
        var account = await AccountAsync(order);
        account.Paid.ToString().ShouldBe("100.00");
        account.Payments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task of_twenty_entitlements_at_once_the_refund_is_what_was_paid_and_not_a_fen_more()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var order = await OnSiteAsync();
        var id = await PaidAsync(manager, order);
        var entitle = () => installation.WithAsync<IEntitleRefunds, IEntitleRefunds>(Task.FromResult);
        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => await (await entitle()).EntitleAsync(new RefundEntitlement($"complaint:{i % 10}", id, "complaint_upheld", null), CancellationToken.None)));
        asked.Where(a => a.IsNew).Sum(a => a.AmountFen).ShouldBe(22850);
        var refunds = (await AccountAsync(order)).Refunds;
        refunds.Sum(r => r.Amount.Fen).ShouldBe(22850);
        refunds.ShouldAllBe(r => r.DueAt == new DateTime(2026, 3, 16, 16, 0, 0, DateTimeKind.Utc)); // Wednesday + 3 working days: Monday 24:00

        var cashier = await installation.AsAsync(Roles.Cashier);
        var page = await cashier.OpenAsync("/Service/Payments/Refunds");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => cashier.SubmitAsync(page, new() { ["RefundId"] = refunds[i % refunds.Count].Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["TransactionNumber"] = "R-" + i }, with: "[name='Input.RefundId']")));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK || a.Status == HttpStatusCode.Conflict || a.Status == HttpStatusCode.UnprocessableEntity);
        foreach (var refund in refunds) await cashier.SubmitAsync(page, new() { ["RefundId"] = refund.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["TransactionNumber"] = "again" }, with: "[name='Input.RefundId']");
        var account = await AccountAsync(order);
        account.Refunded.ToString().ShouldBe("228.50");
        account.Refunds.ShouldAllBe(r => r.ExecutedAt != null);
        account.Refunded.ShouldBe(account.Paid);
    }

    [Fact]
    public async Task an_upheld_complaint_about_quality_gives_back_what_was_paid_and_marks_the_job_once()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var number = await OnSiteAsync();
        var order = await PaidAsync(manager, number);
        var complaint = await UpheldAsync(order);
        for (var i = 0; i < 3; i++) // delivered again, it counts once
        {
            await installation.DeliverEventsAsync();
            await installation.WithAsync<FeedbackDbContext>(async db =>
            {
                db.Publish(new ComplaintUpheld(complaint, "CP-TEST", order, "workmanship", IsQuality: true, WantsRefund: true, installation.Now), installation.Now);
                await db.SaveChangesAsync();
            });
        }
        await installation.DeliverEventsAsync();
        var refunds = (await AccountAsync(number)).Refunds;
        refunds.Sum(r => r.Amount.Fen).ShouldBe(22850);
        refunds.ShouldAllBe(r => r.Cause == RefundCause.ComplaintUpheld);
        var job = await DbAsync(db => db.Set<ServiceOrder>().AsNoTracking().SingleAsync(o => o.Number == number));
        job.QualityCause.ShouldBe("workmanship");
        (await manager.OpenAsync("/Service/Requests/Details/" + number)).Text.ShouldContain("Not good: complaint upheld");

        var cashier = await installation.AsAsync(Roles.Cashier);
        foreach (var refund in refunds) await cashier.SubmitAsync("/Service/Payments/Refunds", new() { ["RefundId"] = refund.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["TransactionNumber"] = "B-" + refund.Id }, with: "[name='Input.RefundId']");
        await installation.DeliverEventsAsync();
        var told = await installation.WithAsync<FeedbackDbContext, Complaint>(db => db.Set<Complaint>().AsNoTracking().Include(c => c.Events).SingleAsync(c => c.PublicId == complaint));
        told.Refunded.ToString().ShouldBe("228.50");
        told.Events.Count(e => e.Act == "RefundOwed").ShouldBe(1);
    }

    /// <summary>A complaint about an order, handled until it is decided: the work was not good, the money goes back.</summary>
    Task<Guid> UpheldAsync(Guid order) => installation.WithAsync<IServiceProvider, Guid>(async services =>
    {
        var (db, now) = (services.GetRequiredService<FeedbackDbContext>(), installation.Now);
        var rules = services.GetRequiredService<ComplaintRulebook>().InForceAt(now);
        var complaint = Complaint.Receive(new ComplaintIntake { ReceivedAt = now, ReceivedDay = new DateOnly(2026, 3, 11), Phone = "13900139000", Text = "修完又坏", Order = await services.GetRequiredService<IOrderLookup>().ByIdAsync(order, CancellationToken.None) }, rules, Tester);
        complaint.Acknowledge("已联系", rules, now, Tester);
        complaint.Assess(Severity.Normal, ComplaintMatter.Service, "", rules, now, Tester);
        complaint.Investigate("未装好", Finding.Upheld, rules, now, Tester);
        complaint.Decide(Remedy.Refund, "退款", "workmanship", rules, now, Tester);
        db.Add(complaint);
        await db.SaveChangesAsync();
        return complaint.PublicId;
    });

    [Fact]
    public async Task a_claim_that_nobody_decides_is_entitled_and_can_only_be_executed()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var order = await OnSiteAsync();
        await PaidAsync(manager, order);
        (await manager.SubmitAsync("/Service/Payments/Claim/" + order, new() { ["What"] = "修完还是点不着" })).ShouldBeOk();
        var claim = (await AccountAsync(order)).Claims.Single();
        claim.DecideBy.ShouldBe(new DateTime(2026, 3, 16, 16, 0, 0, DateTimeKind.Utc));
        await DbAsync(async db =>
        {
            var account = (await db.Set<OrderAccount>().WholeAsync(a => a.Claims.Any(c => c.Id == claim.Id), CancellationToken.None))!;
            Should.Throw<RuleViolation>(() => account.DecideClaim(claim.Id, false, "太晚", claim.DecideBy.AddMilliseconds(1), new FeePolicy(), installation.Services.GetRequiredService<ICompany>().CalendarAt(claim.DecideBy), Tester)).Key.ShouldBe("Payments.Claim.TooLate");
            account.LapseClaim(account.Claims.Single(), new FeePolicy(), installation.Services.GetRequiredService<ICompany>().CalendarAt(claim.DecideBy));
            await db.SaveChangesAsync();
            return 0;
        });
        var refunds = (await AccountAsync(order)).Refunds;
        refunds.Sum(r => r.Amount.Fen).ShouldBe(22850);
        refunds.ShouldAllBe(r => r.Cause == RefundCause.ClaimUndecided && r.EntitledAt == claim.DecideBy);
    }

    [Fact]
    public async Task a_price_list_that_is_announced_too_late_is_refused_with_the_earliest_day()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await PricesAsync(manager);
        (await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Draft"), "Save", new() { ["Name"] = "涨价", ["LabourPerHour"] = "130" })).ShouldBeOk();
        var number = await DbAsync(db => db.Set<PriceList>().Where(l => l.Name == "涨价").Select(l => l.Number).SingleAsync());
        var refused = await PublishAsync(manager, number, "2026-04-11"); // announced 11 March: the month ends on Saturday 11 April and rolls to Monday the 13th
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("announced on 2026-03-11, the list may take effect on 2026-04-14 at the earliest");
        (await PublishAsync(manager, number, "2026-04-14")).ShouldBeOk();
        (await installation.Anonymous().OpenAsync("/prices")).ShouldBeOk().Text.ShouldContain("in force from 2026-04-14");
    }

    [Fact]
    public async Task a_quote_is_answered_by_link_once_and_dead_links_look_alike()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await PricesAsync(manager);
        var order = await OnSiteAsync();
        var quoted = await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Make/" + order), "Quote", Done);
        var link = (await PostAsync(manager, quoted, "Link", [])).ShouldBeOk().Find("code").TextContent;
        var path = "/q/" + link.Split("/q/")[1];
        path.Length.ShouldBe(3 + 22);
        var customer = installation.Anonymous();
        (await customer.OpenAsync(path)).ShouldBeOk().Text.ShouldContain("228.50");
        (await DbAsync(db => db.Set<Quote>().CountAsync(q => q.DecidedAt == null && q.TokenHash != null))).ShouldBe(1);
        (await PostAsync(customer, await customer.OpenAsync(path), "Accept", new() { ["Name"] = "王女士" })).ShouldBeOk().Text.ShouldContain("The quote is accepted");
        var (used, unknown) = (await customer.OpenAsync(path), await customer.OpenAsync("/q/AAAAAAAAAAAAAAAAAAAAAA"));
        (used.Status, unknown.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        used.Find("main").TextContent.ShouldBe(unknown.Find("main").TextContent);
    }

    [Fact]
    public async Task a_forged_quantity_or_code_stores_nothing()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await PricesAsync(manager);
        var order = await OnSiteAsync();
        foreach (var (field, value, sentence) in new[] { ("Parts[0].Quantity", "-1", "whole numbers from 1"), ("Parts[0].Quantity", "1.5", "whole numbers from 1"), ("Km", "-3", "Kilometres"), ("Discount", "9999", "more than there is to pay") })
        {
            var refused = await PostAsync(manager, await manager.OpenAsync("/Service/Fees/Make/" + order), "Quote", new(Done) { [field] = value, ["DiscountReason"] = "goodwill" });
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, field + value);
            refused.Text.ShouldContain(sentence);
        }
        (await DbAsync(db => db.Set<Quote>().CountAsync(q => db.Set<ServiceOrder>().Any(o => o.Id == q.OrderId && o.Number == order)))).ShouldBe(0);
    }

    [Fact]
    public async Task a_technician_does_not_see_the_money_of_others()
    {
        var technician = await installation.AsAsync(Roles.Technician);
        var order = await OnSiteAsync();
        await NotedAsync(await installation.AsAsync(Roles.Manager), order);
        var note = await DbAsync(db => db.Set<FeeNote>().OrderByDescending(n => n.Id).Select(n => n.PublicId).FirstAsync());
        foreach (var path in new[] { $"/Service/Fees/OfOrder/{order}", $"/Service/Fees/Make/{order}", $"/Service/Payments/Take/{order}", $"/Service/Fees/Note/{note}" })
            (await technician.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await technician.OpenAsync("/Service/Payments/Refunds")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
