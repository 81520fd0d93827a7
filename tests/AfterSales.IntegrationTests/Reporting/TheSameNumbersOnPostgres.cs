using System.Data.Common;
using System.Globalization;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Warehouse;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The same feeds, loaded into a DuckDB file and into PostgreSQL's schema <c>reporting</c>, give the same numbers: what indicators ask is spoken by both engines.</summary>
public sealed class TheSameNumbersOnPostgres
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task come_from_every_indicator_slice_and_grain()
    {
        if (!TestDatabase.IsPostgres) return; // runs where there is a server
        var orders = new MadeUpOrders(31, new DateOnly(2025, 7, 1), Now);
        orders.Live(1_500);
        await using var files = await ReportingRig.StartAsync(orders, Now, onFiles: true);
        await using var shared = await ReportingRig.StartAsync(orders, Now);
        await files.LoadAsync();
        (await shared.LoadAsync()).ShouldAllBe(f => f.Reconciled == true);
        using var duck = files.Services.GetRequiredService<IWarehouse>().Connect();
        using var server = shared.Services.GetRequiredService<IWarehouse>().Connect();
        var asked = 0;
        foreach (var indicator in Indicator.All)
            foreach (var grain in Grain.All)
                foreach (var slice in (string?[])[null, .. indicator.Source.Slices.Select(s => s.Code)])
                {
                    var question = Question.Parse(indicator.Code, "2025-08-13", "2026-05-20", grain.Code, slice, slice is null && indicator.Source == FactSource.Orders ? ["team=A", "complexity=general"] : []);
                    foreach (var sql in (Func<Binding, string>[])[b => IndicatorSql.Numbers(question, b, periods: true, sliced: slice is not null), b => IndicatorSql.Numbers(question, b, periods: false, sliced: slice is not null)])
                    {
                        var rows = Agree(duck, server, sql);
                        if (indicator.Source == FactSource.Orders && indicator.Day != "f.closed_day") rows.ShouldBeGreaterThan(0, indicator.Code); // the made-up orders have no closing day
                    }
                    asked++;
                }
        asked.ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task come_with_the_same_rows_behind()
    {
        if (!TestDatabase.IsPostgres) return; // runs where there is a server
        var orders = new MadeUpOrders(32, new DateOnly(2026, 1, 1), Now);
        orders.Live(600);
        await using var files = await ReportingRig.StartAsync(orders, Now, onFiles: true);
        await using var shared = await ReportingRig.StartAsync(orders, Now);
        await files.LoadAsync();
        (await shared.LoadAsync()).ShouldAllBe(f => f.Reconciled == true);
        using var duck = files.Services.GetRequiredService<IWarehouse>().Connect();
        using var server = shared.Services.GetRequiredService<IWarehouse>().Connect();
        foreach (var indicator in Indicator.All)
        {
            var question = Question.Parse(indicator.Code, "2026-01-01", "2026-06-15", "month", null, indicator.Source == FactSource.Orders ? ["channel=phone"] : []);
            foreach (var part in Enum.GetValues<Part>())
            {
                Agree(duck, server, b => IndicatorSql.Rows(question, part, b, 500, 0));
                (Agree(duck, server, b => IndicatorSql.Count(question, part, b))).ShouldBe(1);
            }
            if (indicator is RatioIndicator ratio) (Agree(duck, server, b => IndicatorSql.Squares(question, ratio, b))).ShouldBe(1);
            if (indicator is MedianIndicator median) (Agree(duck, server, b => IndicatorSql.Percentiles(question, median, b, 0.4, 0.6))).ShouldBe(1);
        }
    }

    static int Agree(DbConnection duck, DbConnection server, Func<Binding, string> ask)
    {
        var bind = new Binding(Now, new DateOnly(2026, 6, 15));
        var sql = ask(bind);
        var (one, other) = (Rows(duck, sql, bind), Rows(server, sql, bind));
        other.ShouldBe(one, sql);
        return one.Count;
    }

    static List<string> Rows(DbConnection connection, string sql, Binding bind) =>
        [.. connection.Rows(sql, bind.Values, r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => Shown(r.GetValue(i))))).Order(StringComparer.Ordinal)];

    static string Shown(object value) => value switch
    {
        DBNull => "∅",
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        string text => text,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture),
    };
}
