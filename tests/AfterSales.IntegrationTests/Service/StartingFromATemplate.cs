using System.IO.Compression;
using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Service;

/// <summary>A template is a file that the import itself accepts, in the reader's language, with notes.</summary>
public sealed class StartingFromATemplate(Installation installation) : IClassFixture<Installation>
{
    string Path(string name) => installation.Folder.In(name);

    [Theory]
    [InlineData("labels.xlsx", new string[0])]
    [InlineData("codes.xlsx", new[] { "--codes" })]
    [InlineData("labels.csv", new string[0])]
    [InlineData("codes.csv", new[] { "--codes" })]
    public async Task holds_an_example_row_that_goes_in_without_a_refusal(string file, string[] more)
    {
        (await installation.RunAsync(["import", "orders", Path(file), "--template", .. more])).ShouldSucceed();
        var read = (await installation.RunAsync(["import", "orders", Path(file), "--dry-run", "--json"])).ShouldSucceed().Json;
        read.GetProperty("read").GetInt32().ShouldBe(1);
        read.GetProperty("rejected").GetInt32().ShouldBe(0, read.ToString());
        read.GetProperty("accepted").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task on_standard_output_has_every_canonical_column_and_the_notes_beside()
    {
        var ran = (await installation.RunAsync(["import", "orders", "--template", "--codes"])).ShouldSucceed();
        ran.Out.Split("\r\n")[0].ShouldBe("order_no,brand_order_no,contract,requested_at,customer_name,phone,address,region,model,serial_no,purchase_date,kind,channel,fault_code,complexity,special_reason,received_at,responded_at,"
            + "window_start,window_end,arrived_at,completed_at,closed_at,cancelled_at,technician,team,visits,outcome,csat,nps,comment,fee_callout,fee_labour,fee_parts,paid_at,pay_method"); // 04-interfaces: the canonical columns
        ran.Error.ShouldContain("repair maintenance troubleshooting technical_support enquiry installation removal other");
    }

    [Fact]
    public async Task that_exists_is_not_overwritten_and_another_ending_is_wrong_usage()
    {
        await File.WriteAllTextAsync(Path("mine.csv"), "precious");
        (await installation.RunAsync(["import", "orders", Path("mine.csv"), "--template"])).Exit.ShouldBe(3);
        (await File.ReadAllTextAsync(Path("mine.csv"))).ShouldBe("precious");
        (await installation.RunAsync(["import", "orders", Path("mine.doc"), "--template"])).Exit.ShouldBe(2);
    }

    /// <summary>Every kind that 04-interfaces names.</summary>
    [Theory]
    [InlineData("orders")]
    [InlineData("customers")]
    [InlineData("appliances")]
    [InlineData("models")]
    [InlineData("price-list")]
    [InlineData("employees")]
    [InlineData("certificates")]
    [InlineData("training")]
    [InlineData("complaints")]
    [InlineData("survey-answers")]
    [InlineData("mentions")]
    [InlineData("payments")]
    [InlineData("risks")]
    [InlineData("documents")]
    [InlineData("calendar")]
    public async Task there_is_one_for_every_kind_with_a_label_and_a_note_for_every_column(string kind)
    {
        var ran = (await installation.RunAsync(["import", kind, "--template"])).ShouldSucceed();
        ran.Out.ShouldContain(",");
        (ran.Out + ran.Error).ShouldNotContain("Import.", Case.Sensitive, "a text is missing");
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("appliances")]
    [InlineData("models")]
    [InlineData("price-list")]
    [InlineData("mentions")]
    [InlineData("complaints")]
    public async Task of_a_plain_table_goes_in_as_it_is(string kind)
    {
        (await installation.RunAsync(["import", kind, Path(kind + ".xlsx"), "--template"])).ShouldSucceed();
        await File.WriteAllTextAsync(Path("create.json"), """{"unknown":"create"}""");
        var read = (await installation.RunAsync(["import", kind, Path(kind + ".xlsx"), "--map", Path("create.json"), "--dry-run", "--json"])).ShouldSucceed().Json;
        (read.GetProperty("read").GetInt32(), read.GetProperty("rejected").GetInt32()).ShouldBe((1, 0), read.ToString());
    }

    [Fact]
    public async Task of_an_unknown_kind_is_wrong_usage() => (await installation.RunAsync(["import", "nonsense", "--template"])).Exit.ShouldBe(2);

    [Theory]
    [InlineData("en", "Order number")]
    [InlineData("zh-CN", "工单号")]
    public async Task of_the_import_page_speaks_the_readers_language_and_is_the_same_file(string language, string header)
    {
        var manager = await installation.AsAsync(Roles.Manager, language);
        var links = (await manager.OpenAsync("/Service/Import")).ShouldBeOk().Document.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(2);
        var csv = await manager.Http.GetStringAsync(links.Single(l => l.Contains("csv", StringComparison.Ordinal)));
        csv.TrimStart('\uFEFF').ShouldStartWith(header);
        using var xlsx = await manager.Http.GetAsync(links.Single(l => l.Contains("xlsx", StringComparison.Ordinal)));
        xlsx.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var zip = new ZipArchive(await xlsx.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(zip.Entries.First(e => e.FullName.Contains("sheet", StringComparison.Ordinal) && e.FullName.Contains("worksheets", StringComparison.Ordinal)).Open());
        (await sheet.ReadToEndAsync()).ShouldContain(header);
    }
}
