using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>A folder of files with a table of metadata: good rows go in once, bad ones are named.</summary>
public sealed class ImportingDocuments(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task brings_the_good_rows_once_and_names_the_bad_ones()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("aftersales-folder-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "扫描"));
            await File.WriteAllTextAsync(Path.Combine(folder, "扫描", "a.txt"), "服务报告 内容", stop);
            await File.WriteAllTextAsync(Path.Combine(folder, "b.txt"), "说明书", stop);
            await File.WriteAllTextAsync(Path.Combine(folder, "documents.csv"), """
                文件,标题,class,形成日期,order_no,room,box
                扫描/a.txt,一月服务报告,service_record,2025-01-15,SO-2025-000001,档案室,3
                b.txt,产品说明书,,2024-06-01,,,
                ../../etc/passwd,外面,other,2024-06-01,,,
                b.txt,将来,other,2030-01-01,,,
                c.txt,没有,other,2024-06-01,,,
                b.txt,错类,nonsense,2024-06-01,,,
                """, stop);
            var table = Path.Combine(folder, "documents.csv");
            var first = await installation.RunAsync(["import", "documents", table, "--json"]);
            first.Exit.ShouldBe(4, first.Error);
            (Count(first, "read"), Count(first, "accepted"), Count(first, "rejected")).ShouldBe((6, 2, 4));
            first.Json.GetProperty("rejects").EnumerateArray().Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("column").GetString())).ShouldBe([(4, "file"), (5, "made_on"), (6, "file"), (7, "class")]);
            var again = await installation.RunAsync(["import", "documents", table, "--json"]);
            (Count(again, "accepted"), Count(again, "unchanged")).ShouldBe((0, 2));
            var brought = await installation.WithAsync<DocumentsDbContext, List<Document>>(db => db.Set<Document>().AsNoTracking().Where(d => d.Class != RecordClass.Brand).OrderBy(d => d.Code).ToListAsync(stop));
            brought.Select(d => (d.Code, d.Title, d.Place)).ShouldBe([("PR-2024-000001", "产品说明书", null), ("SR-2025-000001", "一月服务报告", "档案室 / 3")]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task a_folder_is_brought_from_the_page_as_from_the_command_line()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var form = (await clerk.OpenAsync("/Documents/Records/ImportFolder")).ShouldBeOk();
        Task<Shown> SendAsync(bool dryRun) => clerk.SendAsync(() =>
        {
            MultipartFormDataContent body = new() { { new StringContent(form.Find("form[enctype] input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" } };
            if (dryRun) body.Add(new StringContent("true"), "DryRun");
            body.Add(new StringContent("文件,标题,class,形成日期\n扫描/一.txt,厂家通知,brand,2025-02-01\n../../x.txt,外面,brand,2025-02-01\n二.txt,合同,legal,2025-02-02\n"), "Table", "目录.csv");
            foreach (var (name, text) in new[] { ("箱子/扫描/一.txt", "厂家通知 正文"), ("箱子/../../x.txt", "外面"), ("箱子/二.txt", "合同 正文") }) body.Add(new StringContent(text), "Files", name);
            HttpRequestMessage request = new(HttpMethod.Post, "/Documents/Records/ImportFolder") { Content = body };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            return request;
        });
        (await SendAsync(dryRun: true)).ShouldBeOk();
        (await BrandAsync()).ShouldBeEmpty("only checked");
        var brought = (await SendAsync(dryRun: false)).ShouldBeOk();
        brought.Text.ShouldContain("There is no such file in the table's folder");
        (await BrandAsync()).ShouldBe(["厂家通知"]);
        (await SendAsync(dryRun: false)).ShouldBeOk();
        (await BrandAsync()).Count.ShouldBe(1, "the same folder again changes nothing");
        Directory.EnumerateDirectories(installation.Folder.In("imports")).ShouldBeEmpty();
        (await clerk.OpenAsync("/Documents/Records")).Document.QuerySelector("a[href='/Documents/Records/ImportFolder']").ShouldNotBeNull();
    }

    Task<List<string>> BrandAsync() => installation.WithAsync<DocumentsDbContext, List<string>>(db => db.Set<Document>().Where(d => d.Class == RecordClass.Brand).Select(d => d.Title).ToListAsync());

    [Fact]
    public async Task the_template_is_what_the_import_reads()
    {
        var template = await installation.RunAsync(["import", "documents", "--template", "--codes"]);
        template.ShouldSucceed().Out.Split("\r\n")[0].ShouldBe("file,title,title_en,class,paper,made_on,order_no,room,cabinet,box");
        var risks = (await installation.RunAsync(["import", "risks", "--template"])).ShouldSucceed().Out;
        var file = installation.Folder.In("risks.csv");
        await File.WriteAllTextAsync(file, risks, TestContext.Current.CancellationToken);
        var read = (await installation.RunAsync(["import", "risks", file, "--json"])).ShouldSucceed();
        (Count(read, "accepted"), Count(read, "rejected")).ShouldBe((1, 0));
    }

    static int Count(Ran ran, string name) => ran.Json.GetProperty(name).GetInt32();
}
