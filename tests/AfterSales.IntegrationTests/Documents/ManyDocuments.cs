using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Documents.Search;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>Documents by the ten thousand with text as service papers have it, stored as the product stores them.</summary>
internal static class ManyDocuments
{
    static readonly string[] Words = ["燃气热水器", "点火失败", "更换主板", "清洗滤网", "上门服务费", "用户签字", "排烟管", "水流传感器", "保修期内", "收费单", "维修完成", "漏水", "安装规范", "定期保养", "镁棒", "恒温阀", "E1故障", "张师傅", "李师傅", "小区"];

    public static async Task AddAsync(IServiceProvider services, DateTime now, int count, CancellationToken ct)
    {
        var random = new Random(42);
        for (var done = 0; done < count;)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
            var filing = scope.ServiceProvider.GetRequiredService<Filing>();
            await using var write = await db.BeginWriteAsync(ct);
            List<Document> made = [];
            for (var i = 0; i < 1000 && done < count; i++, done++)
            {
                DocumentFacts facts = new((RecordClass)(done % 8), null, $"{Words[done % Words.Length]} {done}", null, new DateOnly(2017, 1, 1).AddDays(done % 3000), []);
                var document = filing.Collect(facts, null, now, Actor.System);
                await filing.CompleteAsync(document, facts, now, Actor.System, ct);
                made.Add(document);
            }
            await db.SaveChangesAsync(ct);
            var chunks = made.Select(d => new SearchChunk { DocumentId = d.Id, Part = 1, Text = string.Join('，', Enumerable.Range(0, 40).Select(_ => Words[random.Next(Words.Length)])) + (random.Next(1000) == 0 ? "冷凝水中和装置更换" : "") }).ToList();
            db.AddRange(chunks);
            await db.SaveChangesAsync(ct);
            var sqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
            foreach (var chunk in chunks)
            {
                var tokens = Tokens.Of(made.First(d => d.Id == chunk.DocumentId).Code + " " + chunk.Text);
                if (sqlite) await db.Database.ExecuteSqlAsync($"INSERT INTO documents_search (rowid, tokens) VALUES ({chunk.Id}, {string.Join(' ', tokens)})", ct);
                else await db.Database.ExecuteSqlAsync($"UPDATE documents.search_chunks SET tokens = {Tokens.AsVector(tokens)}::tsvector WHERE id = {chunk.Id}", ct);
            }
            await db.Set<Document>().Where(d => d.IndexDue == 1).ExecuteUpdateAsync(d => d.SetProperty(x => x.IndexDue, 0), ct);
            await write.CommitAsync(ct);
        }
    }
}
