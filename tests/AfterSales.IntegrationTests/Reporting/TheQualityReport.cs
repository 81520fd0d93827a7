using System.IO.Compression;
using AfterSales.Reporting.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The monthly and yearly report as a file: the same numbers as the scorecard, in words, tables and charts, in both languages.</summary>
public sealed class TheQualityReport
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);

    static async Task<ReportingRig> RigAsync()
    {
        var orders = new MadeUpOrders(81, new DateOnly(2026, 1, 1), Now);
        orders.Live(1_500);
        var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        return rig;
    }

    [Fact]
    public async Task has_every_clause_in_words_and_charts_in_both_languages_and_as_a_workbook()
    {
        await using var rig = await RigAsync();
        foreach (var (language, words) in ((string, string[])[])[("en", ["quality report 2026-05", "In short", "Control charts"]), ("zh-CN", ["服务质量月报", "摘要", "控制图"])])
        {
            var file = rig.Folder.In($"report-{language}.html");
            (await rig.VerbAsync("report", "--month", "2026-05", "--out", file, "--lang", language)).Exit.ShouldBe(0);
            var html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            foreach (var word in words) html.ShouldContain(word);
            foreach (var clause in AfterSales.Reporting.Scorecard.Clause.All) html.ShouldContain($">{clause.Number} ");
            html.ShouldContain("<svg");
            html.ShouldNotContain("<script");
        }
        var book = rig.Folder.In("report.xlsx");
        (await rig.VerbAsync("report", "--month", "2026-05", "--out", book)).Exit.ShouldBe(0);
        using var xlsx = ZipFile.OpenRead(book);
        xlsx.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task tells_the_numbers_of_the_scorecard()
    {
        await using var rig = await RigAsync();
        var data = await rig.InScopeAsync(s => s.GetRequiredService<ReadReport>().MonthAsync(new DateOnly(2026, 4, 1), null, default));
        var card = await rig.JsonAsync("scorecard", "--month", "2026-04");
        foreach (var line in card["clauses"]!.AsArray())
            data.Card.Clauses.Single(c => c.Clause.Number == line!["clause"]!.GetValue<string>()).Worst?.Number.Value.ShouldBe(line!["value"]?.GetValue<double>());
        (data.Teams.Rows.Count, data.Cards.Count).ShouldBe((2, 1));
        var year = await rig.InScopeAsync(s => s.GetRequiredService<ReadReport>().YearAsync(2026, null, default));
        year.Cards.Select(c => c.Month.Month).ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Theory]
    [InlineData(2, "--month", "May", "--out", "r.html")]
    [InlineData(2, "--month", "2026-05", "--out", "r.pdf")]
    [InlineData(2, "--month", "2026-05", "--year", "2026", "--out", "r.html")]
    [InlineData(2, "--out", "r.html")]
    [InlineData(2, "--year", "soon", "--out", "r.html")]
    [InlineData(2, "--month", "2026-05", "--lang", "fr", "--out", "r.html")]
    [InlineData(3, "--month", "2026-08", "--out", "r.html")]
    [InlineData(3, "--month", "2026-05", "--contract", "nobody", "--out", "r.html")]
    [InlineData(3, "--month", "2026-05", "--out", "no/such/folder/r.html")]
    public async Task refuses_what_makes_no_sense_and_writes_nothing(int exit, params string[] typed)
    {
        await using var rig = await ReportingRig.StartAsync(new MadeUpOrders(82, new DateOnly(2026, 1, 1), Now), Now);
        await rig.LoadAsync();
        var (code, _, error) = await rig.VerbAsync(["report", .. typed]);
        (code, string.IsNullOrWhiteSpace(error)).ShouldBe((exit, false), error);
        Directory.EnumerateFiles(rig.Folder.Root, "r.*").ShouldBeEmpty();
    }
}
