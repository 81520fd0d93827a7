using System.Diagnostics;
using System.Net;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Documents.Search;
using AfterSales.Documents.Storage;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>Words of any length inside files of every kind, only what the person may see, fast.</summary>
public sealed class FindingDocuments(Installation installation) : IClassFixture<Installation>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<string> FileAsync(RecordClass @class, string title, string name, byte[] content)
    {
        await installation.AsAsync(Roles.RecordsClerk);
        return await installation.WithAsync<IServiceProvider, string>(async services =>
        {
            var type = MediaTypes.Of(new MemoryStream(content));
            var kept = await services.GetRequiredService<IFileStore>().Keep(new MemoryStream(content), type, Stop);
            DocumentFacts facts = new(@class, null, title, null, new DateOnly(2026, 3, 1), []);
            var filing = services.GetRequiredService<Filing>();
            var document = filing.Collect(facts, new FileFacts(kept.Sha256, kept.Size, kept.MediaType, name), installation.Now, Actor.System);
            await filing.CompleteAsync(document, facts, installation.Now, Actor.System, Stop);
            await services.GetRequiredService<DocumentsDbContext>().SaveChangesAsync(Stop);
            await services.GetRequiredService<IndexDocuments>().RunAsync(installation.Now, Stop);
            return document.Code!;
        });
    }

    async Task<Shown> SearchAsync(Visitor who, string q) => (await who.FragmentAsync("/Documents/Records?q=" + Uri.EscapeDataString(q))).ShouldBeOk();

    [Fact]
    public async Task chinese_words_of_two_three_and_eight_characters_are_found_in_every_kind_of_file()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        const string text = "甲方委托乙方负责冷凝水中和装置更换并承担全部费用";
        var codes = new Dictionary<string, string>
        {
            ["PDF"] = await FileAsync(RecordClass.Agreement, "文件一", "a.pdf", PaperFiles.Pdf(text)),
            ["DOCX"] = await FileAsync(RecordClass.Agreement, "文件二", "b.docx", PaperFiles.Docx("第一段", text)),
            ["XLSX"] = await FileAsync(RecordClass.Agreement, "文件三", "c.xlsx", PaperFiles.Xlsx("序号", text)),
            ["TXT"] = await FileAsync(RecordClass.Agreement, "文件四", "d.txt", Encoding.UTF8.GetBytes(text)),
            ["GB18030"] = await FileAsync(RecordClass.Agreement, "文件五", "e.txt", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text)),
        };
        foreach (var word in (string[])["中和", "冷凝水", "冷凝水中和装置更", "凝", "用", "甲方 费用"])
        {
            var found = await SearchAsync(clerk, word);
            foreach (var (kind, code) in codes) found.Text.ShouldContain(code, Case.Sensitive, $"{word} in {kind}: {found.Text}");
        }
        (await SearchAsync(clerk, "冷凝水")).Texts("mark").ShouldContain("冷凝水");
        foreach (var absent in (string[])["中和水", "置装", "甲方 保修"]) (await SearchAsync(clerk, absent)).Text.ShouldContain("Nothing found", Case.Sensitive, absent);
    }

    [Fact]
    public async Task words_of_title_code_file_name_and_text_count_together()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var code = await FileAsync(RecordClass.Product, "Installation manual 安装手册", "JSQ30-E1.txt", Encoding.UTF8.GetBytes("Fault code E1: 点火失败。ＡＢＣ１２３"));
        foreach (var typed in (string[])["manual", "install", "JSQ30", "e1 点火", "安装手册 点火失败", code, code.ToLowerInvariant(), "abc123", "Product record 点火"])
            (await SearchAsync(clerk, typed)).Text.ShouldContain(code, Case.Sensitive, typed);
        (await clerk.OpenAsync("/Search?q=" + Uri.EscapeDataString("点火失败"))).Text.ShouldContain(code);
    }

    [Fact]
    public async Task a_clerk_without_the_class_finds_nothing_not_even_a_count()
    {
        var (clerk, manager) = (await installation.AsAsync(Roles.RecordsClerk), await installation.AsAsync(Roles.Manager));
        var code = await FileAsync(RecordClass.Legal, "仲裁裁决书", "裁决.txt", "璀璨公司诉讼材料"u8.ToArray());
        (await SearchAsync(manager, "璀璨")).Text.ShouldContain(code);
        foreach (var path in (string[])["/Documents/Records?q=" + Uri.EscapeDataString("璀璨"), "/Documents/Records?class=legal", "/Documents/Records?year=2026", "/Search?q=" + Uri.EscapeDataString("璀璨"), "/Documents/Records/Binder?class=Legal&month=2026-03"])
        {
            var seen = await clerk.OpenAsync(path);
            seen.Text.ShouldNotContain(code, Case.Sensitive, path);
            seen.Texts(".facets a").ShouldNotContain(t => t.StartsWith("Legal", StringComparison.Ordinal), path);
        }
        var id = await installation.WithAsync<DocumentsDbContext, Guid>(db => db.Set<Document>().Where(d => d.Code == code).Select(d => d.PublicId).SingleAsync(Stop));
        foreach (var page in (string[])["Details", "Label", "Correct", "Lend", "NewVersion", "PutAway"]) (await clerk.OpenAsync($"/Documents/Records/{page}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        (await clerk.OpenAsync($"/Documents/Records/Download/{id}/1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task what_was_corrected_or_replaced_is_found_by_its_new_words_only()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var code = await FileAsync(RecordClass.Other, "旧标题麒麟", "x.txt", "旧正文貔貅"u8.ToArray());
        var id = await installation.WithAsync<DocumentsDbContext, Guid>(db => db.Set<Document>().Where(d => d.Code == code).Select(d => d.PublicId).SingleAsync(Stop));
        await clerk.SubmitAsync($"/Documents/Records/Correct/{id}", new() { ["Title"] = "新标题鲲鹏" });
        (await SearchAsync(clerk, "鲲鹏 貔貅")).Text.ShouldContain(code);
        (await SearchAsync(clerk, "麒麟")).Text.ShouldNotContain(code);
        await clerk.SubmitAsync(await clerk.OpenAsync($"/Documents/Records/NewVersion/{id}"), [], files: new() { ["Upload"] = new("y.txt", "新正文饕餮"u8.ToArray(), "text/plain") }, with: "input[type=file]");
        (await SearchAsync(clerk, "饕餮")).Text.ShouldContain(code);
        (await SearchAsync(clerk, "貔貅")).Text.ShouldNotContain(code);
    }

    [Theory]
    [InlineData("%PDF-1.7 not really")]
    [InlineData("PK\u0003\u0004broken")]
    [InlineData("")]
    public async Task a_damaged_file_is_found_by_its_title(string content)
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var title = $"损坏文件{content.Length}";
        var code = await FileAsync(RecordClass.Other, title, "broken", Encoding.Latin1.GetBytes(content));
        (await SearchAsync(clerk, title)).Text.ShouldContain(code);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("NEAR(a b) AND *")]
    [InlineData("-")]
    [InlineData("热\" OR \"水")]
    public async Task odd_input_is_just_words(string typed) => (await SearchAsync(await installation.AsAsync(Roles.RecordsClerk), typed)).ShouldBeOk();

    [Fact]
    public async Task among_ten_thousand_documents_an_answer_comes_quickly()
    {
        var many = int.TryParse(Environment.GetEnvironmentVariable("AFTERSALES_TEST_DOCUMENTS"), out var asked) ? asked : 10_000;
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        await ManyDocuments.AddAsync(installation.Services, installation.Now, many, Stop);
        string[] typed = ["燃气", "热水器", "冷凝水中和装置更", "SR-2019", "张", "维修 收费单", "清洗滤网", "没有这个词语"];
        List<double> took = [];
        foreach (var round in Enumerable.Range(0, 13))
            foreach (var word in typed)
            {
                var watch = Stopwatch.StartNew();
                await SearchAsync(clerk, word);
                if (round > 0) took.Add(watch.Elapsed.TotalMilliseconds);
            }
        took.Sort();
        TestContext.Current.SendDiagnosticMessage($"{many} documents: p50 {took[took.Count / 2]:0.0} ms, p95 {took[(int)(took.Count * 0.95)]:0.0} ms, most {took[^1]:0.0} ms");
        (await SearchAsync(clerk, "燃气")).Text.ShouldContain("Only the newest 500 are shown");
    }
}
