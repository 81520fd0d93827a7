using System.IO.Compression;
using System.Text;
using AfterSales.Host.Data;
using AfterSales.Host.Settings;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Export;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The explorer as people use it: number, chart, breakdown, rows behind, taking away.</summary>
public sealed class ExploringAnIndicator(Installation installation) : IClassFixture<Installation>
{
    const string Path = "/Reporting/Dashboards/Explorer";
    const string Span = "from=2026-01-01&to=2026-03-10";

    async Task SetUpAsync()
    {
        var company = installation.Services.GetRequiredService<Company>();
        if (company.IsSetUp) return;
        await installation.WithAsync<HostDbContext>(async db =>
        {
            db.Add(new CompanyRow { Name = "Test", Zone = "Asia/Shanghai", Language = "en", SetUpAt = installation.Now });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        company.Forget();
    }

    async Task<Visitor> OfficerAsync(string language = "en")
    {
        await SetUpAsync();
        var file = System.IO.Path.Combine(installation.Folder.Root, "orders.csv");
        var csv = new StringBuilder("order_no,received_at,kind,channel,team,responded_at,completed_at\n");
        for (var i = 0; i < 40; i++)
            csv.AppendLine($"X-{i:000},2026-02-{i % 20 + 1:00}T09:00:00+08:00,repair,{(i % 2 == 0 ? "phone" : "web")},{(i % 2 == 0 ? "North" : "South")},2026-02-{i % 20 + (i % 4 == 0 ? 3 : 1):00}T10:00:00+08:00,2026-02-{i % 20 + 4:00}T10:00:00+08:00");
        await File.WriteAllTextAsync(file, csv.ToString());
        (await installation.RunAsync(["import", "orders", file])).Exit.ShouldBe(0);
        (await installation.RunAsync(["warehouse", "load"])).ShouldSucceed();
        return await installation.AsAsync("quality-officer", language);
    }

    [Fact]
    public async Task a_number_leads_to_exactly_its_rows_and_they_to_their_orders()
    {
        var officer = await OfficerAsync();
        var page = (await officer.OpenAsync($"{Path}?indicator=response_on_time_rate&{Span}&slice=team")).ShouldBeOk();
        page.Text.ShouldContain("75.0 %"); // every fourth was answered after 49 hours
        page.Find("svg[role=img] > title").TextContent.ShouldContain("Response on time");
        page.Document.QuerySelectorAll("svg[role=img] text").Select(t => t.TextContent.Trim()).ShouldContain("2026-01");
        page.Document.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.Texts("th[scope=row]").ShouldContain("North");
        var rows = (await officer.OpenAsync(page.Document.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.Contains("/Rows?")).GetAttribute("href")!)).ShouldBeOk();
        rows.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(40);
        rows.Find("tbody a").GetAttribute("href").ShouldStartWith("/Service/Requests/Details/X-0");
    }

    [Fact]
    public async Task filters_are_added_by_the_form_and_kept_in_the_url_and_htmx_gets_the_part_that_changes()
    {
        var officer = await OfficerAsync();
        var part = await officer.FragmentAsync($"{Path}?indicator=response_on_time_rate&{Span}&filter=team&code=North", "explored");
        part.Body.ShouldNotContain("<html");
        part.Texts(".chip").ShouldContain("Team: North ×");
        part.Find("input[name=where]").GetAttribute("value").ShouldBe("team=North");
        part.Text.ShouldContain("50.0 %");
    }

    [Fact]
    public async Task what_makes_no_sense_is_answered_with_a_sentence_in_both_languages()
    {
        foreach (var (language, words) in ((string, string)[])[("en", "The span is reversed"), ("zh-CN", "时间段颠倒")])
        {
            var page = await (await OfficerAsync(language)).OpenAsync($"{Path}?indicator=response_hours&from=2026-03-01&to=2026-01-01");
            ((int)page.Status).ShouldBe(422);
            page.Text.ShouldContain(words);
        }
        var page2 = await (await OfficerAsync()).OpenAsync($"{Path}?{Span}&where=team%3D%27%20OR%201%3D1");
        page2.Text.ShouldContain("No row knows a team");
        ((int)(await (await OfficerAsync()).OpenAsync("/Reporting/Dashboards/Rows?indicator=nothing&from=x&to=y")).Status).ShouldBe(422);
    }

    [Fact]
    public async Task tables_and_rows_can_be_taken_away()
    {
        var officer = await OfficerAsync();
        var csv = await officer.Http.GetByteArrayAsync($"/Reporting/Dashboards/Rows?indicator=response_on_time_rate&{Span}&handler=Export&format=csv", TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(41);
        lines[1].ShouldContain("\"X-000\"");
        var xlsx = await officer.Http.GetByteArrayAsync($"{Path}?indicator=response_hours&{Span}&handler=Export&format=xlsx", TestContext.Current.CancellationToken);
        xlsx.AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task a_technician_may_not_see_it()
    {
        await SetUpAsync();
        (await (await installation.AsAsync("technician")).OpenAsync(Path)).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 138")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("＝1+1")]
    [InlineData("$=A1")]
    public void no_formula_is_born_in_an_export(string text)
    {
        var table = new ExportTable("t", ["a", "b"], [[text, 1.5]]);
        var csv = Encoding.UTF8.GetString(table.Write("csv").Content);
        (csv.Contains($"\"'{text}\"", StringComparison.Ordinal) || text[0] == '$').ShouldBeTrue(csv);
        using var xlsx = new ZipArchive(new MemoryStream(table.Write("xlsx").Content));
        using var sheet = new StreamReader(xlsx.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var cells = sheet.ReadToEnd();
        cells.ShouldNotContain("<x:f>");
        cells.ShouldNotContain("<f>");
    }
}
