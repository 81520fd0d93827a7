using AfterSales.Documents.Agreements;
using AfterSales.Documents.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Fees;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>Clauses 6.3 and 13.2: orders obey the agreement that covers them, in the version of the day on which they were received, for life.</summary>
public sealed class OrdersUnderAnAgreement(Installation installation) : AgreedOrders(installation), IClassFixture<Installation>
{
    static readonly Actor Manager = new("2", "陈立");

    [Fact]
    public async Task after_its_end_and_after_a_termination_it_covers_nobody()
    {
        await CustomerAsync("到期酒店", "13800000003");
        var details = await AgreedAsync("到期酒店", "13800000003");
        await Here.WithAsync<DocumentsDbContext>(async db =>
        {
            var agreement = await db.Set<Agreement>().WithAll().SingleAsync(a => a.Party == "到期酒店", Stop);
            agreement.Terminate("协商解除", new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 20), null, new DateOnly(2026, 3, 11), Here.Now, Manager);
            await db.SaveChangesAsync(Stop);
        });
        await Here.DeliverEventsAsync();
        await Here.WithAsync<ServiceDbContext>(async db =>
        {
            var customer = await db.Set<Customer>().SingleAsync(c => c.Name == "到期酒店", Stop);
            var find = new FindAgreement(db);
            (await find.ForAsync(new(2026, 3, 19), customer.Id, null, null, null, Stop))!.Number.ShouldBe(1);
            (await find.ForAsync(new(2026, 3, 20), customer.Id, null, null, null, Stop)).ShouldBeNull();
            (await find.ForAsync(new(2025, 12, 31), customer.Id, null, null, null, Stop)).ShouldBeNull();
        });
        details.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task a_line_that_means_nobody_is_refused_with_what_was_typed()
    {
        var clerk = await Here.AsAsync(Roles.RecordsClerk);
        var refused = await clerk.SubmitAsync("/Documents/Agreements/Write", new() { ["Party"] = "某酒店", ["CustomerLines"] = "查无此人" });
        refused.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("No customer is called \"查无此人\"");
        refused.Find("[name='Input.CustomerLines']").TextContent.Trim().ShouldBe("查无此人");
    }

    /// <summary>
    /// Old list: call-out 50, hour 120, part 88.50; from 1 March 60, 150, 100. The agreement keeps the prices of February, pays the call-out and takes 10 % off:
    /// 0.5 x 120 + 88.50 = 148.50, less 14.85 = 133.65. Without it: 60 + 0.5 x 150 + 100 = 235.00.
    /// </summary>
    [Fact]
    public async Task price_terms_decide_what_its_orders_cost_and_no_other()
    {
        await CustomerAsync("折扣酒店", "13800000004");
        await CustomerAsync("普通酒店", "13800000005");
        await PricesAsync("旧价", 50, 120, 88.50m, new(2026, 1, 1));
        await PricesAsync("新价", 60, 150, 100, new(2026, 3, 1));
        await AgreedAsync("折扣酒店", "13800000004", new() { ["PricesOf"] = "2026-02-01", ["Covers"] = "call_out" });
        await ImportAsync("FEE-1,2026-03-10T09:00:00,2026-03-10T10:00:00,折扣酒店,13800000004,repair,general", "FEE-2,2026-03-10T09:00:00,2026-03-10T10:00:00,普通酒店,13800000005,repair,general");
        (await CostAsync("FEE-1")).ShouldBe(("旧价", "133.65"));
        (await CostAsync("FEE-2")).ShouldBe(("新价", "235.00"));
    }

    Task PricesAsync(string name, decimal callOut, decimal hour, decimal part, DateOnly from) => Here.WithAsync<ServiceDbContext>(async db =>
    {
        var list = PriceList.Draft(name, new PriceSheet { CallOut = new CallOutPrice { Base = callOut, DayFactor = 1 }, LabourPerHour = hour, Works = [new("W-IGN", "更换点火器", "ignition", 0.5m)], Parts = [new("IGN", "点火器", "ignition", part)] }, Here.Now);
        list.Publish(from, from, new FeePolicy().Announcement, WorkingCalendar.China(), isFirst: true, Here.Now, Manager);
        db.Add(list);
        await db.SaveChangesAsync(Stop);
    });

    Task<(string List, string Payable)> CostAsync(string number) => Here.WithAsync<IServiceProvider, (string, string)>(async services =>
    {
        var (order, fees) = (await services.GetRequiredService<ServiceDbContext>().Set<ServiceOrder>().SingleAsync(o => o.Number == number, Stop), services.GetRequiredService<OrderFees>());
        var inputs = await fees.CompleteAsync(order, new FeeInputs { Day = default, Works = [new("W-IGN")], Parts = [new("IGN")] }, new DateTime(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc), Stop);
        var worked = await fees.WorkOutAsync(order, inputs, Stop);
        return (worked.List.Name, worked.Result.Payable.ToString());
    });
}

/// <summary>Orders and the agreement that covers them.</summary>
public abstract class AgreedOrders(Installation installation)
{
    protected Installation Here { get; } = installation;
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected async Task<Guid> CustomerAsync(string name, string phone) => await Here.WithAsync<ServiceDbContext, Guid>(async db =>
    {
        var customer = Customer.Register(name, phone, "杭州市西湖区文一路 1 号", null, Here.Now);
        db.Add(customer);
        await db.SaveChangesAsync(Stop);
        return customer.PublicId;
    });

    /// <summary>Through the pages, as a clerk writes it: 12 hours from 1 January 2026, 8 hours and one working day less from 1 July.</summary>
    protected async Task<string> AgreedAsync(string name, string phone, Dictionary<string, string?>? more = null)
    {
        var (clerk, manager) = (await Here.AsAsync(Roles.RecordsClerk), await Here.AsAsync(Roles.Manager));
        var written = await clerk.SubmitAsync("/Documents/Agreements/Write", new(more ?? [])
        {
            ["Party"] = name, ["Kind"] = "Hotel", ["StartsOn"] = "2026-01-01", ["EndsOn"] = "2026-12-31", ["ResponseHours"] = "12", ["HandlingHours"] = "20", ["DiscountPercent"] = "10", ["CustomerLines"] = $"{name} {phone}",
        });
        var details = written.ShouldBeOk().Url.AbsolutePath;
        await SignAsync(clerk, manager, details);
        (await clerk.SubmitAsync(details.Replace("/Details/", "/Amend/", StringComparison.Ordinal), new() { ["Reason"] = "缩短时限", ["StartsOn"] = "2026-07-01", ["NoticeOn"] = "2026-03-11", ["ResponseHours"] = "8", ["HandlingHours"] = "16" })).ShouldBeOk();
        await SignAsync(clerk, manager, details);
        await Here.DeliverEventsAsync();
        return details;
    }

    static async Task SignAsync(Visitor clerk, Visitor manager, string details)
    {
        (await clerk.SubmitAsync(await clerk.OpenAsync(details.Replace("/Details/", "/Review/", StringComparison.Ordinal)), [], with: "button[value=submit]")).ShouldBeOk();
        (await manager.SubmitAsync(await manager.OpenAsync(details.Replace("/Details/", "/Sign/", StringComparison.Ordinal)), [], with: "[name='Input.SignedOn']")).ShouldBeOk();
    }

    protected async Task<(string Limit, string? Agreement, string Handling)> ExplainedAsync(string number) => Explained(await Here.RunAsync(["order", "explain", number, "--json"]));

    internal static (string Limit, string? Agreement, string Handling) Explained(Ran ran)
    {
        var order = ran.ShouldSucceed().Json;
        var clocks = order.GetProperty("clocks").EnumerateArray().ToList();
        return (clocks[0].GetProperty("limit").GetString()!, order.GetProperty("agreement").GetString(), clocks[1].GetProperty("limit").GetString()!);
    }

    protected async Task ImportAsync(params string[] rows)
    {
        var file = Path.Combine(Here.Folder.Root, $"orders-{Kernel.PublicId.New(Here.Now):N}.csv");
        await File.WriteAllLinesAsync(file, ["order_no,received_at,responded_at,customer_name,phone,kind,complexity", .. rows], Stop);
        (await Here.RunAsync(["import", "orders", file])).Exit.ShouldBe(0);
        File.Delete(file);
    }
}

/// <summary>An amendment with a new SLA that counts from 1 July 2026; the clock moves there, so it has an installation of its own.</summary>
public sealed class AnAmendmentOnTheFirstOfJuly(Installation installation) : AgreedOrders(installation), IClassFixture<Installation>
{
    static readonly Actor Clerk = new("1", "周敏");

    [Fact]
    public async Task gives_orders_of_30_June_and_1_July_different_clocks_before_and_after_import_rebuild_and_restore()
    {
        await CustomerAsync("如意酒店", "13800000001");
        await ImportAsync("OLD-1,2026-03-01T09:00:00,2026-03-01T10:00:00,如意酒店,13800000001,repair,general"); // before anybody signed
        (await ExplainedAsync("OLD-1")).ShouldBe(("24h", null, "24h"));
        var details = await AgreedAsync("如意酒店", "13800000001");
        var code = await Here.WithAsync<DocumentsDbContext, string>(db => db.Set<Agreement>().Where(a => a.Party == "如意酒店").Select(a => a.Code!).SingleAsync(Stop));
        Here.Time.SetUtcNow(new DateTimeOffset(2026, 7, 2, 4, 0, 0, TimeSpan.Zero));
        await ImportAsync("JUN-30,2026-06-30T23:59:59,2026-07-01T01:00:00,如意酒店,13800000001,repair,general", "JUL-1,2026-07-01T00:00:00,2026-07-01T01:00:00,如意酒店,13800000001,repair,general", "JUL-OTHER,2026-07-01T00:00:00,2026-07-01T01:00:00,别的酒店,13800000002,repair,general");
        (await ExplainedAsync("JUN-30")).ShouldBe(("12h", code + "/1", "20h"));
        (await ExplainedAsync("JUL-1")).ShouldBe(("8h", code + "/2", "16h"));
        (await ExplainedAsync("JUL-OTHER")).ShouldBe(("24h", null, "24h"));
        (await ExplainedAsync("OLD-1")).ShouldBe(("24h", null, "24h")); // keeps what it had
        (await ReceivedAsync("如意酒店", "13800000001")).ShouldBe(("8h", code + "/2"));

        var rebuilt = await Here.RunAsync(["warehouse", "rebuild"]);
        rebuilt.Exit.ShouldBe(0, rebuilt.Error + rebuilt.Out);
        (await ExplainedAsync("JUN-30")).ShouldBe(("12h", code + "/1", "20h"));
        (await ExplainedAsync("JUL-1")).ShouldBe(("8h", code + "/2", "16h"));

        await Here.StopAsync(); // what was kept is read again from the database by another process
        await Here.StartAsync();
        (await ExplainedAsync("JUN-30")).ShouldBe(("12h", code + "/1", "20h"));
        (await ExplainedAsync("JUL-1")).ShouldBe(("8h", code + "/2", "16h"));
        details.ShouldNotBeEmpty();
        if (!TestDatabase.IsPostgres) await ShouldBeTheSameRestoredAsync(("JUN-30", ("12h", code + "/1", "20h")), ("JUL-1", ("8h", code + "/2", "16h")), ("OLD-1", ("24h", null, "24h"))); // there the server's own tools back up
    }

    async Task ShouldBeTheSameRestoredAsync(params (string Number, (string Limit, string? Agreement, string Handling) Clocks)[] orders)
    {
        var work = Directory.CreateTempSubdirectory("aftersales-july-").FullName;
        try
        {
            (await Here.RunAsync(["backup", Path.Combine(work, "b")])).ShouldSucceed();
            var restored = await CommandLine.RestoreAsync(Path.Combine(work, "b"), Path.Combine(work, "restored"));
            foreach (var (number, clocks) in orders) Explained(await CommandLine.RunAsync(restored, Here.Time, ["order", "explain", number, "--json"])).ShouldBe(clocks);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(work, recursive: true);
        }
    }

    async Task<(string Limit, string? Agreement)> ReceivedAsync(string name, string phone)
    {
        var number = await Here.WithAsync<ReceiveOrder, string>(receive => receive.RunAsync(new ReceiveOrder.Request(null, null, name, phone, null, OrderKind.Repair, OrderChannel.Phone, null, null, null, null, "不出热水", null, null, false), Clerk, Stop));
        var (limit, agreement, _) = await ExplainedAsync(number);
        return (limit, agreement);
    }
}
