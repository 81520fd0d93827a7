using System.Data.Common;
using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Parts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>One box finds people, orders and appliances, by whatever part of them somebody remembers.</summary>
public sealed class SearchingForPeopleAndOrders(Installation installation) : IClassFixture<Installation>
{
    [Theory]
    [InlineData("13677001234")]
    [InlineData("136 7700 1234")]
    [InlineData("+86 13677001234")]
    [InlineData("1367700")]
    [InlineData("1234")]
    [InlineData("77001234")]
    [InlineData("单晓明")]
    [InlineData("晓明")]
    [InlineData("明")]
    [InlineData("shanxiaoming")]
    [InlineData("Shan Xiao Ming")]
    [InlineData("shanx")]
    [InlineData("sxm")]
    [InlineData("SXM")]
    [InlineData("SN-SEARCH-1")]
    [InlineData("sn-search")]
    public async Task finds_a_customer_and_the_order(string typed)
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var number = await OrderAsync(dispatcher);
        var found = (await dispatcher.FragmentAsync($"/Search?q={Uri.EscapeDataString(typed)}", "found")).ShouldBeOk();
        found.Texts(".found-hit").ShouldContain(t => t.Contains("单*", StringComparison.Ordinal) && t.Contains("136****1234", StringComparison.Ordinal) || t.Contains("SN-SEARCH-1", StringComparison.Ordinal));
        found.Texts(".found-hit").ShouldContain(t => t.Contains(number, StringComparison.Ordinal));
        found.Body.ShouldNotContain("13677001234");
        found.Body.ShouldNotContain("单晓明");
        (await dispatcher.OpenAsync($"/Service/Requests?q={Uri.EscapeDataString(typed)}")).ShouldBeOk().Text.ShouldContain(number);
    }

    [Fact]
    public async Task finds_an_order_by_the_last_part_of_its_number_and_opens_the_only_hit()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var number = await OrderAsync(dispatcher);
        (await dispatcher.OpenAsync($"/Search?q={number}")).ShouldBeOk().Url.AbsolutePath.ShouldBe($"/Service/Requests/Details/{number}");
        (await dispatcher.OpenAsync($"/Search?q={number.ToLowerInvariant()}")).Url.AbsolutePath.ShouldBe($"/Service/Requests/Details/{number}");
        (await dispatcher.FragmentAsync($"/Search?q={int.Parse(number[^6..])}", "found")).Text.ShouldContain(number);
    }

    [Fact]
    public async Task units_of_a_recall_are_found_by_the_signs_of_their_serials_whatever_language_the_database_sorts_by()
    {
        // A linguistic collation puts a before B, leaves - out and sorts é beside e; the signs themselves do not.
        string[] signs = ["0", "9", "A", "B", "Z", "_", "a", "b", "z", "-", "é", "中"];
        var recall = await installation.WithAsync<ServiceDbContext, Recall>(async db =>
        {
            var model = ProductModel.Register("RECALL-1", "RECALL-1", ProductType.GasStorage);
            db.Add(model);
            await db.SaveChangesAsync();
            db.AddRange(from a in signs from b in signs select Appliance.Register(null, model.Id, "RC" + a + b, null, null, installation.Now));
            db.AddRange(Appliance.Register(null, model.Id, "RC9", null, null, installation.Now), Appliance.Register(null, model.Id, "RC9AB", null, null, installation.Now));
            await db.SaveChangesAsync();
            return Recall.Start("RC", "线束", "更换", model.Id, "RC9A", "RCZb", new DateOnly(2026, 3, 1), installation.Now);
        });
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var all = await db.Set<Appliance>().AsNoTracking().Where(a => a.ModelId == recall.ModelId).ToListAsync();
            var found = await db.Set<Appliance>().AsNoTracking().InRangeOf(recall).Select(a => a.Serial).ToListAsync();
            found.Order(StringComparer.Ordinal).ShouldBe(all.Where(a => recall.Covers(a.ModelId, a.Serial)).Select(a => a.Serial).Order(StringComparer.Ordinal));
            // 9A to 99 leave 9 with all that sorts from A on: A B Z _ a b z é 中; A and B whole: 12 each; Z up to b: 0 9 A B Z _ a b -
            found.Count.ShouldBe(9 + 12 + 12 + 9);
            found.ShouldContain("RCB-");
            found.ShouldNotContain("RCaA");
            if (!db.Database.IsSqlite()) (await db.Database.SqlQuery<string>($"select c.collname as \"Value\" from pg_attribute a join pg_collation c on c.oid = a.attcollation where a.attrelid = 'service.appliances'::regclass and a.attname = 'serial'").SingleAsync()).ShouldBe("C");
        });
    }

    [Theory]
    [InlineData("nobody-has-this")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%_%")]
    [InlineData("'; DROP TABLE x; --")]
    [InlineData("\U0001F600")]
    public async Task says_so_when_there_is_nothing(string typed)
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        (await dispatcher.FragmentAsync($"/Search?q={Uri.EscapeDataString(typed)}", "found")).ShouldBeOk().Document.QuerySelectorAll(".found-hit").ShouldBeEmpty();
    }

    [Fact]
    public async Task shows_nobody_more_kinds_than_his_rights()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        await OrderAsync(dispatcher);
        var trainer = await installation.AsAsync(Roles.Trainer);
        (await trainer.FragmentAsync("/Search?q=sxm", "found")).ShouldBeOk().Document.QuerySelectorAll(".found-hit").ShouldBeEmpty();
        using var stranger = installation.Anonymous();
        (await stranger.OpenAsync("/Search?q=sxm")).Url.AbsolutePath.ShouldBe("/SignIn");
    }

    static readonly string[] Typed = ["13677001234", "1234", "晓明", "sxm", "SO-2026-0"];

    [Fact]
    public async Task reads_no_table_through()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        await OrderAsync(dispatcher);
        List<string> statements = [];
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            foreach (var typed in Typed)
                statements.AddRange(await Recorded.WhileAsync(db, async watched =>
                {
                    var words = new SearchWords(typed);
                    await new FindOrders(watched, new FindCustomers(watched), installation.Time).IdsAsync(words, Viewer.Everything, 8, CancellationToken.None);
                    await new FindCustomers(watched).ReadAsync(words, 8, CancellationToken.None);
                }));
        });
        statements.Count.ShouldBeGreaterThan(20);
        var plans = await installation.WithAsync<ServiceDbContext, List<(string Step, string Statement)>>(db => PlansAsync(db, statements));
        plans.Where(p => ReadsThrough(p.Step)).Select(p => $"{p.Step}   [{p.Statement}]").ShouldBeEmpty();
    }

    /// <summary>Also the index of merged records must not serve: next to nobody is merged, so it would be the table by another name. Lists sent as one parameter are no tables.</summary>
    static bool ReadsThrough(string step) => (step.Contains("SCAN", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)) || step.Contains("Seq Scan", StringComparison.Ordinal) || step.Contains("merged_into_id=", StringComparison.Ordinal)
        || step.Contains("ix_customers_merged_into_id", StringComparison.Ordinal);

    static async Task<List<(string Step, string Statement)>> PlansAsync(ServiceDbContext db, List<string> statements)
    {
        List<(string, string)> plans = [];
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        if (TestDatabase.IsPostgres) await RunAsync(connection, "SET enable_seqscan = off"); // few rows here: what is asked is whether an index can serve
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = (TestDatabase.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + statement;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) plans.Add(($"{reader.GetValue(reader.FieldCount - 1)}", statement));
        }
        if (TestDatabase.IsPostgres) await RunAsync(connection, "SET enable_seqscan = on");
        await db.Database.CloseConnectionAsync();
        return plans;
    }

    static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The one order that this class searches for.</summary>
    async Task<string> OrderAsync(Visitor dispatcher)
    {
        async Task<string?> Find() => await installation.WithAsync<ServiceDbContext, string?>(db => db.Set<ServiceOrder>().Where(o => o.ContactPhone == "13677001234").Select(o => o.Number).FirstOrDefaultAsync());
        if (await Find() is { } there) return there;
        (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = "13677001234", ["Name"] = "单晓明", ["Address"] = "文五路 5 号", ["Serial"] = "SN-SEARCH-1", ["Description"] = "漏水" })).ShouldBeOk();
        (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = "13900000001", ["Name"] = "王芳", ["Address"] = "文六路 6 号", ["Description"] = "不点火" })).ShouldBeOk();
        return (await Find())!;
    }
}
