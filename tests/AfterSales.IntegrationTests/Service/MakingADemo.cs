using System.Globalization;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Clocks;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Service;

/// <summary>The demo company: the same again with the same arguments, obeying every rule, with the faults in it that charts must find.</summary>
[OnOneDatabase]
public sealed class MakingADemo
{
    /// <summary>What nobody may foresee, and ids that only messages inside the product carry.</summary>
    static readonly string[] Random = ["password_hash", "security_stamp", "concurrency_stamp", "message_id"];

    [Fact]
    public async Task twice_with_the_same_arguments_makes_the_same_company()
    {
        var again = SmallCompany.NewFolder();
        await TestDatabase.PrepareAsync(again);
        (await CommandLine.RunAsync(again, SmallCompany.Time, SmallCompany.Arguments)).ShouldSucceed();
        await using var first = AfterSalesHost.BuildServices(await SmallCompany.CopyAsync(), SmallCompany.Time);
        await using var second = AfterSalesHost.BuildServices(again, SmallCompany.Time);
        var (one, other) = (await Fingerprint.OfAsync(first, Random), await Fingerprint.OfAsync(second, Random));
        one.Keys.ShouldBe(other.Keys);
        foreach (var table in one.Keys)
            if (one[table] is var left && other[table] is var right && left != right) left.Split('\n').Zip(right.Split('\n')).First(r => r.First != r.Second).ShouldBe(("", ""), table);
        one.Single(t => t.Key is "service.orders" or ".service_orders").Value.Split('\n').Length.ShouldBeInRange(285, 330);
    }

    [Fact]
    public async Task in_a_folder_with_data_is_refused()
    {
        var ran = await CommandLine.RunAsync(await SmallCompany.CopyAsync(), SmallCompany.Time, SmallCompany.Arguments);
        ran.Exit.ShouldBe(3);
        ran.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task leaves_verdicts_that_come_out_the_same_when_they_are_worked_out_again()
    {
        var recomputed = 0;
        await WithOrdersAsync((orders, rulebook) =>
        {
            foreach (var order in orders)
            {
                var rules = rulebook.Kept(order.PolicyVersion, order.CalendarVersion);
                foreach (var (clock, pauses) in new[] { (order.Response, (IReadOnlyList<PauseSpan>)[]), (order.Handling, order.HandlingPauses) })
                {
                    if (clock is not { Started: { } started, Ended: { } ended, Verdict: ClockVerdict.Met or ClockVerdict.Missed }) continue;
                    var reading = new LimitClock(clock.Limit, rules.Calendar, started, ended, pauses, clock.Withdrawn, false, rules.Sla.WarnShare).Read(ended);
                    (reading.Verdict, reading.GrossVerdict, reading.Due).ShouldBe((clock.Verdict!.Value, clock.GrossVerdict!.Value, clock.Due), order.Number);
                    if (clock.Limit.IsElapsed && pauses.Count == 0) clock.Verdict.ShouldBe(ended <= started + TimeSpan.FromHours(order.SpecialReason is not null && clock == order.Response ? 48 : 24) ? ClockVerdict.Met : ClockVerdict.Missed, order.Number);
                    recomputed++;
                }
            }
        });
        recomputed.ShouldBeGreaterThan(400);
    }

    [Fact]
    public Task tells_the_acts_of_every_order_in_the_order_of_time() => WithOrdersAsync((orders, _) =>
    {
        foreach (var order in orders)
        {
            var acts = order.Events.OrderBy(e => e.Version).ToList();
            acts.Select(e => e.At).ShouldBe(acts.Select(e => e.At).Order(), order.Number + ": " + string.Join(", ", acts.Select(a => $"{a.Act} {a.At:MM-dd HH:mm}")));
        }
    });

    [Fact]
    public Task shows_what_is_rare_too() => WithOrdersAsync((orders, _) =>
    {
        orders.ShouldContain(o => o.Status == OrderStatus.EnRoute);
        orders.ShouldContain(o => o.Status == OrderStatus.OnSite);
        orders.ShouldContain(o => o.Response.ByAttempts && o.Response.Verdict == ClockVerdict.Met);
        orders.ShouldContain(o => o.Pauses.Any(p => p.To - p.From > TimeSpan.FromDays(p.LongestDays ?? 999)));
        orders.ShouldContain(o => o.Response.Verdict == ClockVerdict.Missed);
        orders.ShouldContain(o => o.RepeatOfId != null);
        orders.ShouldContain(o => o.CancelledAt != null);
    });

    [Fact]
    public async Task has_models_of_every_type()
    {
        await using var services = AfterSalesHost.BuildServices(await SmallCompany.CopyAsync(), SmallCompany.Time);
        await using var scope = services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<ProductModel>().Select(m => m.Type).Distinct().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(Enum.GetValues<ProductType>().Length);
    }

    [Fact]
    public async Task plants_a_bad_month_that_the_chart_shows()
    {
        var ran = await CommandLine.RunAsync(await SmallCompany.CopyAsync(), SmallCompany.Time, ["indicator", "show", "response_on_time_rate", "--from", "2025-04-01", "--to", "2026-02-28", "--by", "month", "--json"]);
        var signals = ran.ShouldSucceed().Json.GetProperty("periods").EnumerateArray().Where(p => p.GetProperty("signals").GetArrayLength() > 0).Select(p => p.GetProperty("period").GetString()).ToList();
        signals.ShouldBe(["2026-01"], "two months before the end, and nothing else");
    }

    [Fact]
    public async Task that_is_killed_half_way_is_never_taken_for_a_company()
    {
        if (TestDatabase.IsPostgres) return; // the executable here works on a file
        using var executable = new Executable();
        using (var demo = executable.Start("demo", "--orders", "20000", "--data", executable.Data))
        {
            _ = demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (!File.Exists(Path.Combine(executable.Data, "demo-accounts.txt"))) await Task.Delay(50, patience.Token);
            demo.Kill();
            await demo.WaitForExitAsync(patience.Token);
        }
        foreach (var args in (string[][])[["serve", "--urls", "http://127.0.0.1:0"], ["demo", "--orders", "10"], ["check"]])
        {
            var refused = await executable.RunAsync(args);
            refused.Exit.ShouldBe(3, args[0] + refused.Out);
            refused.Error.ShouldContain("interrupted");
        }
    }

    static async Task WithOrdersAsync(Action<List<ServiceOrder>, OrderRulebook> look)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await using var services = AfterSalesHost.BuildServices(await SmallCompany.CopyAsync(), SmallCompany.Time);
        await using var scope = services.CreateAsyncScope();
        var orders = await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<ServiceOrder>().Include(o => o.Pauses).Include(o => o.Events).Include(o => o.Attempts).AsSplitQuery().AsNoTracking().OrderBy(o => o.Id).ToListAsync();
        orders.Count.ShouldBeGreaterThan(280);
        look(orders, scope.ServiceProvider.GetRequiredService<OrderRulebook>());
    }
}
