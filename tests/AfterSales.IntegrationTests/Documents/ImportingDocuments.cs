using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.IntegrationTests.Fixtures;
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
            var brought = await installation.WithAsync<DocumentsDbContext, List<Document>>(db => db.Set<Document>().AsNoTracking().OrderBy(d => d.Code).ToListAsync(stop));
            brought.Select(d => (d.Code, d.Title, d.Place)).ShouldBe([("PR-2024-000001", "产品说明书", null), ("SR-2025-000001", "一月服务报告", "档案室 / 3")]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static int Count(Ran ran, string name) => ran.Json.GetProperty(name).GetInt32();
}
