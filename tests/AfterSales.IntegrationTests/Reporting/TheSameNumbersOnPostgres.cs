using System.Data.Common;
using System.Globalization;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The SELECTs of the indicators are spoken by both engines: the same rows in PostgreSQL's schema <c>reporting</c> give the same numbers.</summary>
public sealed class TheSameNumbersOnPostgres
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task come_from_every_indicator_slice_and_grain()
    {
        if (!TestDatabase.IsPostgres) return; // runs where there is a server
        var orders = new MadeUpOrders(31, new DateOnly(2025, 7, 1), Now);
        orders.Live(1_500);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        await using var server = await TestDatabase.NewOnServerAsync();
        using var duck = ((DuckWarehouse)rig.Services.GetService(typeof(DuckWarehouse))!).Connect();
        await CopyAsync(duck, server);
        var asked = 0;
        foreach (var indicator in Indicator.All)
            foreach (var grain in Grain.All)
                foreach (var slice in (string?[])[null, .. indicator.Source.Slices.Select(s => s.Code)])
                {
                    var question = Question.Parse(indicator.Code, "2025-08-13", "2026-05-20", grain.Code, slice, slice is null && indicator.Source == FactSource.Orders ? ["team=A", "complexity=general"] : []);
                    foreach (var sql in (Func<Binding, string>[])[b => IndicatorSql.Numbers(question, b, periods: true, sliced: slice is not null), b => IndicatorSql.Numbers(question, b, periods: false, sliced: slice is not null)])
                    {
                        var rows = await AgreeAsync(duck, server, sql);
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
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        await using var server = await TestDatabase.NewOnServerAsync();
        using var duck = ((DuckWarehouse)rig.Services.GetService(typeof(DuckWarehouse))!).Connect();
        await CopyAsync(duck, server);
        foreach (var indicator in Indicator.All)
        {
            var question = Question.Parse(indicator.Code, "2026-01-01", "2026-06-15", "month", null, indicator.Source == FactSource.Orders ? ["channel=phone"] : []);
            foreach (var part in Enum.GetValues<Part>())
            {
                await AgreeAsync(duck, server, b => IndicatorSql.Rows(question, part, b, 500, 0));
                (await AgreeAsync(duck, server, b => IndicatorSql.Count(question, part, b))).ShouldBe(1);
            }
            if (indicator is RatioIndicator ratio) (await AgreeAsync(duck, server, b => IndicatorSql.Squares(question, ratio, b))).ShouldBe(1);
            if (indicator is MedianIndicator median) (await AgreeAsync(duck, server, b => IndicatorSql.Percentiles(question, median, b, 0.4, 0.6))).ShouldBe(1);
        }
    }

    static async Task<int> AgreeAsync(DuckDBConnection duck, NpgsqlConnection server, Func<Binding, string> ask)
    {
        var bind = new Binding(Now, new DateOnly(2026, 6, 15));
        var sql = ask(bind);
        using var here = duck.CreateCommand();
        await using var there = server.CreateCommand();
        (here.CommandText, there.CommandText) = (sql, sql);
        foreach (var value in bind.Values)
        {
            here.Parameters.Add(new DuckDBParameter(value));
            there.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        var (one, other) = (await RowsAsync(here), await RowsAsync(there));
        other.ShouldBe(one, sql);
        return one.Count;
    }

    static async Task<List<string>> RowsAsync(DbCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Shown(reader.GetValue(i)))));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

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

    /// <summary>The star schema with PostgreSQL's names of types, and every row of it.</summary>
    static async Task CopyAsync(DuckDBConnection duck, NpgsqlConnection server)
    {
        await ExecuteAsync(server, "CREATE SCHEMA reporting; SET search_path = reporting; SET TimeZone = 'UTC'");
        foreach (var statement in StarSchema.Create())
            await ExecuteAsync(server, System.Text.RegularExpressions.Regex.Replace(statement.Replace(" DOUBLE", " double precision", StringComparison.Ordinal), @"ENUM\([^)]*\)", "varchar"));
        foreach (var table in (string[])["dim_date", .. Dimension.All.Select(d => d.Table), .. StarSchema.Facts.Select(f => f.Name)])
        {
            using var all = duck.CreateCommand();
            all.CommandText = $"SELECT * FROM {table}";
            using var rows = all.ExecuteReader();
            var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
            var codes = Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetDataTypeName(i).StartsWith("Enum", StringComparison.OrdinalIgnoreCase)).ToList();
            await using var copy = await server.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
            while (rows.Read())
            {
                await copy.StartRowAsync();
                for (var i = 0; i < columns.Count; i++)
                {
                    var value = rows.GetValue(i);
                    if (value is DBNull) await copy.WriteNullAsync();
                    else if (codes[i]) await copy.WriteAsync(value.ToString()!, NpgsqlTypes.NpgsqlDbType.Varchar);
                    else if (value is DateTime at) await copy.WriteAsync(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), NpgsqlTypes.NpgsqlDbType.Timestamp);
                    else await copy.WriteAsync(value);
                }
            }
            await copy.CompleteAsync();
        }
    }

    static async Task ExecuteAsync(NpgsqlConnection server, string sql)
    {
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
