using System.Net;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Documents.Storage;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>Papers on file: brought by people, filed by modules, coded without gaps, put away, lent, disposed of by two people.</summary>
public sealed class FilingRecords(Installation installation) : IClassFixture<Installation>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static Task<Shown> UploadAsync(Visitor clerk, string name, byte[] content, string? madeOn = null) => UploadAsync(clerk, madeOn, (name, content));

    static async Task<Shown> UploadAsync(Visitor clerk, string? madeOn, params (string Name, byte[] Content)[] files)
    {
        var form = await clerk.OpenAsync("/Documents/Records/Upload");
        var token = form.Find("form[enctype] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return await clerk.SendAsync(() =>
        {
            MultipartFormDataContent body = new() { { new StringContent(token), "__RequestVerificationToken" } };
            if (madeOn is not null) body.Add(new StringContent(madeOn), "Input.MadeOn");
            foreach (var (name, content) in files) body.Add(new ByteArrayContent(content), "Files", name);
            HttpRequestMessage request = new(HttpMethod.Post, "/Documents/Records/Upload") { Content = body };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            return request;
        });
    }

    /// <returns>Address of the archived document.</returns>
    static async Task<string> FileAsync(Visitor clerk, string name, byte[] content, Dictionary<string, string?>? facts = null, string? madeOn = null)
    {
        var classify = (await UploadAsync(clerk, name, content, madeOn)).ShouldBeOk();
        classify.Url.AbsolutePath.ShouldStartWith("/Documents/Records/Classify/");
        var filed = await clerk.SubmitAsync(classify, facts ?? [], with: "button[value=file]");
        filed.ShouldBeOk().Url.AbsolutePath.ShouldStartWith("/Documents/Records/Details/");
        return filed.Url.AbsolutePath;
    }

    static string Page(string details, string act) => details.Replace("/Details/", $"/{act}/", StringComparison.Ordinal);

    [Fact]
    public async Task suggests_the_class_codes_archives_and_logs_every_step()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var classify = await UploadAsync(clerk, "SO-2026-000001 维修收费单.txt", "用户签字确认"u8.ToArray());
        classify.ShouldBeOk().Find("[name='Input.Class'] option[selected]").GetAttribute("value").ShouldBe("ServiceRecord");
        var filed = await clerk.SubmitAsync(classify, new() { ["Paper"] = "fee_note", ["Orders"] = "SO-2026-000001" }, with: "button[value=file]");
        filed.ShouldBeOk().Text.ShouldContain("SR-2026-0000");
        filed.Text.ShouldContain("archived");
        foreach (var step in (string[])["Collected", "Classified as Service record", "Code given", "Archived, kept until 2031-03-11"]) filed.Text.ShouldContain(step);
        var ofOrder = await clerk.FragmentAsync("/Documents/Records/OfOrder/SO-2026-000001?kind=repair");
        ofOrder.Text.ShouldContain("Still missing: Service report");
        await FileAsync(clerk, "服务报告单.txt", "维修 完成"u8.ToArray(), new() { ["Class"] = "ServiceRecord", ["Paper"] = "visit_report", ["Orders"] = "SO-2026-000001" });
        (await clerk.FragmentAsync("/Documents/Records/OfOrder/SO-2026-000001?kind=repair")).Text.ShouldContain("All papers on file");
    }

    [Fact]
    public async Task gives_codes_without_gap_or_double_under_twenty_writers()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                await installation.WithAsync<IServiceProvider>(async services =>
                {
                    var filing = services.GetRequiredService<Filing>();
                    DocumentFacts facts = new(RecordClass.Brand, null, $"{writer}-{i}", null, new DateOnly(2024, 5, 1), []);
                    var document = filing.Collect(facts, null, installation.Now, Actor.System);
                    await filing.CompleteAsync(document, facts, installation.Now, Actor.System, Stop);
                    if (i == 2) return; // given up before it is saved: its number must not be missing
                    await services.GetRequiredService<DocumentsDbContext>().SaveChangesAsync(Stop);
                });
        })));
        var codes = await installation.WithAsync<DocumentsDbContext, List<string?>>(db => db.Set<Document>().Where(d => d.Class == RecordClass.Brand && d.MadeOn.Year == 2024).OrderBy(d => d.Code).Select(d => d.Code).ToListAsync(Stop));
        codes.ShouldBe(Enumerable.Range(1, 80).Select(n => $"BR-2024-{n:000000}"));
        (await installation.WithAsync<IEnumerable<IIntegrityCheck>, IntegrityResult>(checks => checks.Single(c => c is DocumentNumbersCheck).CheckAsync(Stop))).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../../evil.txt", "evil.txt")]
    [InlineData("CON", "_CON")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("invoice\u202Egpj.exe", "invoicegpj.exe")]
    public async Task stores_hostile_names_harmlessly(string name, string shown)
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        FileNames.Safe(name).ShouldBe(shown);
        var details = await clerk.OpenAsync(await FileAsync(clerk, name, Encoding.UTF8.GetBytes("hostile " + name)));
        details.Text.ShouldContain(shown);
        Directory.EnumerateFiles(installation.Folder.Root, "*", SearchOption.AllDirectories).ShouldNotContain(f => Path.GetFileName(f) == "evil.txt" || Path.GetFileName(f) == "boot.ini");
    }

    [Fact]
    public void cuts_a_name_of_three_hundred_characters_and_keeps_its_extension()
    {
        var name = FileNames.Safe(new string('热', 300) + ".pdf");
        name.Length.ShouldBe(120);
        name.ShouldEndWith(".pdf");
        FileNames.Safe("...").ShouldBe("file");
        FileNames.Safe("\u200f\u0000\n").ShouldBe("file");
        FileNames.Safe("com1.txt").ShouldBe("_com1.txt");
    }

    [Fact]
    public async Task gives_a_page_with_script_out_as_an_attachment_that_can_do_nothing()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var page = "<html><script>alert(document.cookie)</script></html>"u8.ToArray();
        var details = await FileAsync(clerk, "evil.html", page);
        using var answer = await clerk.Http.GetAsync(Page(details, "Download") + "/1", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await answer.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(page);
        var shown = await clerk.OpenAsync(details);
        shown.Text.ShouldContain("Downloaded version 1 records-clerk-1");
        (await clerk.OpenAsync(Page(details, "Download") + "/9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task many_files_at_once_become_a_document_each()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var done = await UploadAsync(clerk, null, ("保养记录.txt", "一"u8.ToArray()), ("培训签到.txt", "二"u8.ToArray()), ("随便.bin", [0, 1, 2]));
        done.ShouldBeOk().Text.ShouldContain("3 files were brought");
        done.Texts("tbody td").ShouldContain("Maintenance record");
        done.Texts("tbody td").ShouldContain("Training record");
        done.Texts("tbody td").ShouldContain("Other");
        (await clerk.SubmitAsync("/Documents/Records/Upload", [], with: "input[type=file]")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task a_new_version_keeps_the_old_one_and_the_same_content_is_refused()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var details = await FileAsync(clerk, "手册.txt", "第一版"u8.ToArray());
        var again = await clerk.SubmitAsync(await clerk.OpenAsync(Page(details, "NewVersion")), new() { ["Note"] = "补充" }, files: new() { ["Upload"] = new("手册2.txt", "第二版"u8.ToArray(), "text/plain") }, with: "input[type=file]");
        again.ShouldBeOk().Text.ShouldContain("Version 2: 手册2.txt");
        (await clerk.Http.GetByteArrayAsync(Page(details, "Download") + "/1", Stop)).ShouldBe("第一版"u8.ToArray());
        (await clerk.Http.GetByteArrayAsync(Page(details, "Download") + "/2", Stop)).ShouldBe("第二版"u8.ToArray());
        var same = await clerk.SubmitAsync(await clerk.OpenAsync(Page(details, "NewVersion")), [], files: new() { ["Upload"] = new("手册3.txt", "第二版"u8.ToArray(), "text/plain") }, with: "input[type=file]");
        same.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task paper_is_put_away_labelled_lent_missed_and_taken_back()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var details = await FileAsync(clerk, "维修服务单.txt", "纸质"u8.ToArray());
        (await clerk.OpenAsync(Page(details, "Lend"))).ShouldBeOk();
        (await clerk.SubmitAsync(Page(details, "Lend"), new() { ["Borrower"] = "李工" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.SubmitAsync(Page(details, "PutAway"), new() { ["Room"] = "档案室", ["Cabinet"] = "3", ["Box"] = "12" })).ShouldBeOk().Text.ShouldContain("档案室 / 3 / 12");
        var label = await clerk.OpenAsync(Page(details, "Label"));
        label.Find("svg.qr path").GetAttribute("d")!.Length.ShouldBeGreaterThan(500);
        (await clerk.SubmitAsync(Page(details, "Lend"), new() { ["Borrower"] = "李工", ["DueOn"] = "2026-03-10" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.SubmitAsync(Page(details, "Lend"), new() { ["Borrower"] = "李工", ["DueOn"] = "2026-03-12" })).ShouldBeOk().Text.ShouldContain("With 李工, due back 2026-03-12");
        (await clerk.SubmitAsync(Page(details, "Lend"), new() { ["Borrower"] = "王工" })).Text.ShouldContain("It is with 李工 until 2026-03-12");
        (await OverdueAsync("2026-03-12")).ShouldBe(0);
        (await OverdueAsync("2026-03-13")).ShouldBe(1);
        (await clerk.SubmitAsync(Page(details, "TakeBack"), [], with: "input[name=Version]")).ShouldBeOk().Text.ShouldContain("Taken back from 李工");
        (await OverdueAsync("2026-03-13")).ShouldBe(0);
    }

    Task<int> OverdueAsync(string day) => installation.WithAsync<DocumentsDbContext, int>(db => db.Set<Document>().Overdue(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).CountAsync(Stop));

    [Fact]
    public async Task is_disposed_of_after_its_time_by_two_people_only()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var manager = await installation.AsAsync(Roles.Manager);
        var young = await FileAsync(clerk, "维修 young.txt", "young"u8.ToArray());
        var early = await clerk.SubmitAsync(Page(young, "ProposeDisposal"), new() { ["Reason"] = "清理", ["Method"] = "碎纸" });
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Text.ShouldContain("It must be kept until 2031-03-11");
        // kept five years: until 2026-03-10, today is the 11th
        var old = await FileAsync(manager, "维修 old.txt", "old content"u8.ToArray(), madeOn: "2021-03-10");
        (await manager.SubmitAsync(Page(old, "ProposeDisposal"), new() { ["Reason"] = "期满", ["Method"] = "碎纸" })).ShouldBeOk().Text.ShouldContain("A second person decides");
        var same = await manager.SubmitAsync(await manager.OpenAsync(Page(old, "DecideDisposal")), [], with: "button[value=approve]");
        same.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        same.Text.ShouldContain("Somebody other");
        (await clerk.OpenAsync(Page(old, "DecideDisposal"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.SubmitAsync(await owner.OpenAsync(Page(old, "DecideDisposal")), [], with: "button[value=approve]")).ShouldBeOk().Text.ShouldContain("disposed");
        var certificate = await clerk.OpenAsync(Page(old, "Certificate"));
        certificate.ShouldBeOk().Text.ShouldContain("DC-2026-");
        certificate.Text.ShouldContain("manager-1");
        certificate.Text.ShouldContain("administrator-1");
        (await clerk.OpenAsync(Page(old, "Download") + "/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("old content"u8));
        (await installation.WithAsync<DocumentsDbContext, bool>(db => db.Set<FileClaim>().AnyAsync(c => c.Sha256 == sha, Stop))).ShouldBeFalse();
    }

    [Fact]
    public async Task corrections_keep_what_stood_there_and_the_code_keeps_its_class_and_year()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var details = await FileAsync(clerk, "保养 记录.txt", "原题"u8.ToArray());
        var (first, second) = (await clerk.OpenAsync(Page(details, "Correct")), await clerk.OpenAsync(Page(details, "Correct")));
        (await clerk.SubmitAsync(first, new() { ["Title"] = "保养记录（更正）" })).ShouldBeOk().Text.ShouldContain("保养 记录 → 保养记录（更正）");
        (await clerk.SubmitAsync(second, new() { ["Title"] = "别的" })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await clerk.SubmitAsync(Page(details, "Correct"), new() { ["Class"] = "Other" })).Text.ShouldContain("The code belongs to the class");
        (await clerk.SubmitAsync(Page(details, "Correct"), new() { ["MadeOn"] = "2025-12-31" })).Text.ShouldContain("The code belongs to the year");
    }

    [Fact]
    public async Task a_paper_of_another_module_is_filed_once_by_its_key_and_changed_content_is_a_version()
    {
        await installation.AsAsync(Roles.RecordsClerk);
        var key = Guid.Parse("01957f00-0000-7000-8000-000000000001");
        async Task PublishAsync(string content, Guid of)
        {
            var kept = await installation.WithAsync<IFileStore, StoredFile>(f => f.Keep(new MemoryStream(Encoding.UTF8.GetBytes(content)), "text/plain", Stop));
            await installation.WithAsync<ServiceDbContext>(async db =>
            {
                db.Publish(new RecordToFile(of, RecordClasses.Complaint, Papers.ReplyLetter, "答复函", "Reply letter", kept.Sha256, "../reply.txt", "text/plain", installation.Now, [new(LinkKinds.Complaint, "c-1", "CP-1")]), installation.Now);
                await db.SaveChangesAsync(Stop);
            });
            await installation.DeliverEventsAsync();
        }
        await PublishAsync("尊敬的用户", key);
        await PublishAsync("尊敬的用户", key);
        await PublishAsync("尊敬的用户：您好", key);
        var document = await installation.WithAsync<DocumentsDbContext, Document>(db => db.Set<Document>().Include(d => d.Versions).Include(d => d.Links).AsSplitQuery().SingleAsync(d => d.FiledKey == key, Stop));
        (document.State, document.Class, document.Versions.Count, document.Links.Single().Label).ShouldBe((DocumentState.Archived, RecordClass.Complaint, 2, "CP-1"));
        document.Versions.ShouldAllBe(v => v.FileName == "reply.txt");
        (await installation.WithAsync<DocumentsDbContext, int>(db => db.Set<FileClaim>().CountAsync(c => c.Owner == document.Owner, Stop))).ShouldBe(2);
    }

    [Fact]
    public async Task check_names_the_document_whose_content_was_damaged()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        var details = await clerk.OpenAsync(await FileAsync(clerk, "维修 会损坏.txt", "维修 damaged later"u8.ToArray()));
        var code = details.Find(".page-head span").TextContent;
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("维修 damaged later"u8));
        var path = Path.Combine(installation.Folder.Files, sha[..2], sha[2..4], sha);
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[^1] ^= 0x10;
        await File.WriteAllBytesAsync(path, bytes, Stop);
        var ran = await installation.RunAsync(["check", "--json"]);
        ran.Exit.ShouldBe(1);
        ran.Out.ShouldContain(code);
        bytes[^1] ^= 0x10;
        await File.WriteAllBytesAsync(path, bytes, Stop);
    }

    [Fact]
    public async Task the_monthly_binder_gives_every_sheet_its_box_in_one_go()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        await FileAsync(clerk, "产品说明书 A.txt", "a"u8.ToArray());
        await FileAsync(clerk, "产品说明书 B.txt", "b"u8.ToArray());
        const string binder = "/Documents/Records/Binder?month=2026-03&class=Product";
        var index = await clerk.OpenAsync(binder);
        index.ShouldBeOk().Text.ShouldContain("2 sheets, 2 without a box");
        index.Find("svg.qr path").ShouldNotBeNull();
        (await clerk.SubmitAsync(index, new() { ["Room"] = "A1", ["Box"] = "7" }, with: "[name='Input.Room']")).ShouldBeOk().Texts("tbody td").Count(t => t == "A1 / 7").ShouldBe(2);
    }
}
