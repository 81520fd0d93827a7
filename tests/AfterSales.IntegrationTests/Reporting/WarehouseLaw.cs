using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using AfterSales.Service.Contracts.Feed;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>After any history an incremental load holds what a rebuild holds, row for row.</summary>
public sealed class WarehouseLaw
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);
    static int Histories => Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 1_000 : 100;

    /// <summary>Facts with the codes their keys stand for: keys of members depend on the order of arrival and are nobody's business.</summary>
    const string Resolved = """
        SELECT f.* EXCLUDE (contract_id, product_id, region_id, fault_id, technician_id, team_id, own_team_id, channel_id, sla_policy_id),
            c.code AS contract, p.model, p.type, r.code AS region, x.code AS fault, t.code AS technician, m.code AS team, h.code AS channel
        FROM fact_order f
        JOIN dim_contract c ON c.contract_id = f.contract_id JOIN dim_product p ON p.product_id = f.product_id JOIN dim_region r ON r.region_id = f.region_id
        JOIN dim_fault x ON x.fault_id = f.fault_id JOIN dim_technician t ON t.technician_id = f.technician_id JOIN dim_team m ON m.team_id = f.team_id
        JOIN dim_channel h ON h.channel_id = f.channel_id ORDER BY f.key
        """;

    [Fact, OnOneDatabase]
    public async Task incremental_load_equals_rebuild_row_for_row()
    {
        var random = new Random(7);
        var orders = new MadeUpOrders(1, new DateOnly(2026, 1, 1), Now);
        // Only orders live here; every other fact has its law in LawsOfEveryFact and would be forty empty feeds in each of these loads.
        await using var rig = await ReportingRig.StartAsync(orders, Now, services =>
        {
            services.RemoveAll<IFactLoad>();
            services.AddScoped<IFactLoad>(s => new FactLoad<OrderFeedRow>(OrderFacts.Table, s.GetRequiredService<IFeed<OrderFeedRow>>(), s.GetRequiredService<TimeProvider>()));
        });
        (await rig.LoadAsync()).Single().Feed.ShouldBe("service.orders");
        for (var history = 0; history < Histories; history++)
        {
            for (var load = random.Next(1, 4); load > 0; load--)
            {
                orders.Live(random.Next(1, 60));
                (await rig.LoadAsync()).ShouldAllBe(f => f.Reconciled == true);
            }
            var incremental = await RowsAsync(rig);
            (await rig.RebuildAsync()).ShouldAllBe(f => f.Reconciled == true);
            var rebuilt = await RowsAsync(rig);
            rebuilt.Count.ShouldBe(orders.Living.Count());
            incremental.ShouldBe(rebuilt);
        }
    }

    [Fact]
    public async Task readers_go_on_while_a_rebuild_swaps_the_file()
    {
        var orders = new MadeUpOrders(2, new DateOnly(2026, 1, 1), Now);
        orders.Live(3_000);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        var expected = (long)orders.Living.Count();
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var reads = 0;
            while (!done.IsCancellationRequested || reads == 0)
            {
                (await Warehouse(rig).ReadAsync(c => c.Scalar<long>("SELECT count(*) FROM fact_order"), default)).ShouldBe(expected);
                reads++;
            }
            return reads;
        });
        for (var i = 0; i < 5; i++) await rig.RebuildAsync();
        await done.CancelAsync();
        (await reading).ShouldBeGreaterThan(0);
        File.Exists(rig.Folder.In("warehouse.next.duckdb")).ShouldBeFalse();
    }

    [Fact]
    public async Task a_damaged_file_and_one_of_another_version_are_rebuilt_by_the_next_load()
    {
        var orders = new MadeUpOrders(3, new DateOnly(2026, 1, 1), Now);
        orders.Live(200);
        await using (var rig = await ReportingRig.StartAsync(orders, Now))
        {
            if (TestDatabase.IsPostgres)
            {
                await rig.LoadAsync();
                using var half = Warehouse(rig).Connect();
                half.Execute("DROP TABLE meta");
            }
            else await File.WriteAllTextAsync(rig.Folder.In("warehouse.duckdb"), "this is no database", TestContext.Current.CancellationToken);
            Warehouse(rig).IsUsable.ShouldBeFalse();
            (await rig.LoadAsync()).Single(f => f.Feed == orders.Name).Held.ShouldBe(orders.Living.Count());
        }
        await using (var rig = await ReportingRig.StartAsync(orders, Now))
        {
            if (TestDatabase.IsPostgres)
            {
                await rig.LoadAsync();
                using var old = Warehouse(rig).Connect();
                old.Execute("UPDATE meta SET value = '0'");
            }
            else
            {
                using var old = new DuckDBConnection($"DataSource={rig.Folder.In("warehouse.duckdb")}");
                old.Open();
                old.Execute("CREATE TABLE meta (name VARCHAR, value VARCHAR)");
                old.Execute("INSERT INTO meta VALUES ('schema_version', '0')");
            }
            Warehouse(rig).IsUsable.ShouldBeFalse();
            (await rig.LoadAsync()).Single(f => f.Feed == orders.Name).Held.ShouldBe(orders.Living.Count());
        }
    }

    [Fact]
    public async Task a_rebuild_that_was_killed_leaves_the_living_file_and_is_repeated()
    {
        var orders = new MadeUpOrders(4, new DateOnly(2026, 1, 1), Now);
        orders.Live(200);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        if (TestDatabase.IsPostgres) Warehouse(rig).CreateNext().Dispose();
        else
        {
            await File.WriteAllTextAsync(rig.Folder.In("warehouse.next.duckdb"), "half a file", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(rig.Folder.In("warehouse.next.duckdb.wal"), "half a log", TestContext.Current.CancellationToken);
        }
        (await Warehouse(rig).ReadAsync(c => c.Scalar<long>("SELECT count(*) FROM fact_order"), TestContext.Current.CancellationToken)).ShouldBe(orders.Living.Count());
        (await rig.RebuildAsync()).ShouldAllBe(f => f.Reconciled == true);
    }

    [Fact]
    public async Task a_row_lost_or_doubled_in_the_warehouse_is_noticed()
    {
        var orders = new MadeUpOrders(5, new DateOnly(2026, 1, 1), Now);
        orders.Live(200);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        foreach (var damage in (string[])["DELETE FROM fact_order WHERE key = (SELECT min(key) FROM fact_order)", "INSERT INTO fact_order SELECT * FROM fact_order WHERE key = (SELECT max(key) FROM fact_order)"])
        {
            using (var connection = Warehouse(rig).Connect()) connection.Execute(damage);
            (await rig.LoadAsync()).Single(f => f.Feed == orders.Name).Reconciled.ShouldBe(false);
            (await rig.VerbAsync("warehouse", "load")).Exit.ShouldBe(1);
            (await rig.RebuildAsync()).ShouldAllBe(f => f.Reconciled == true);
        }
    }

    [Fact]
    public async Task check_compares_up_to_the_watermark_and_being_behind_is_a_note()
    {
        var orders = new MadeUpOrders(8, new DateOnly(2026, 1, 1), Now);
        orders.Live(300);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        (await CheckAsync()).Ok.ShouldBeTrue();
        await rig.LoadAsync();
        orders.Live(100);
        var behind = await CheckAsync();
        (behind.Ok, behind.Notes.Count, behind.Problems.Count).ShouldBe((true, 1, 0));
        using (var connection = Warehouse(rig).Connect()) connection.Execute($"DELETE FROM fact_order WHERE key = {orders.Living.First(o => o.Change <= orders.LastChange - 100).Key}");
        (await CheckAsync()).Ok.ShouldBeFalse();

        Task<AfterSales.Kernel.Composition.IntegrityResult> CheckAsync() =>
            rig.InScopeAsync(s => ((AfterSales.Kernel.Composition.IIntegrityCheck)s.GetService(typeof(AfterSales.Kernel.Composition.IIntegrityCheck))!).CheckAsync(default));
    }

    [Fact]
    public async Task run_numbers_never_come_again()
    {
        var orders = new MadeUpOrders(6, new DateOnly(2026, 1, 1), Now);
        orders.Live(20);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        long[] runs = [(await rig.LoadAsync())[0].Run, (await rig.LoadAsync())[0].Run, (await rig.RebuildAsync())[0].Run, (await rig.LoadAsync())[0].Run];
        runs.ShouldBe(runs.Order());
        runs.Distinct().Count().ShouldBe(4);
    }

    static IWarehouse Warehouse(ReportingRig rig) => rig.Services.GetRequiredService<IWarehouse>();

    static Task<List<string>> RowsAsync(ReportingRig rig) => Warehouse(rig).ReadAsync(c => c.Rows(Resolved, [], r =>
    {
        var values = new object[r.FieldCount];
        r.GetValues(values);
        return string.Join('|', values);
    }), default);
}
