using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Documents.Agreements;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Documents.Records;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>Disputes and terminations through their pages, and the pack that proves them.</summary>
public sealed class DisputesAndTerminations(Installation installation) : IClassFixture<Installation>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Fills in the form of a page and sends it, with a scan that says something.</summary>
    static async Task<Shown> SendAsync(Visitor who, string path, Dictionary<string, string?> fields, string scan) =>
        await who.SubmitAsync((await who.OpenAsync(path)).ShouldBeOk(), fields, files: new() { ["Paper"] = new("scan.pdf", PaperFiles.Pdf(scan), "application/pdf") });

    static string Act(string details, string act) => details.Replace("/Details/", $"/{act}/", StringComparison.Ordinal).Replace("/Termination/", $"/{act}/", StringComparison.Ordinal);

    async Task<string> OrderAsync() => await installation.WithAsync<ReceiveOrder, string>(receive => receive.RunAsync(new ReceiveOrder.Request(null, null, "李雷", "13900001111", "文一路 1 号", OrderKind.Repair, OrderChannel.Phone, null, null, null, null, "不出热水", null, null, false), new Actor("1", "周敏"), Stop));

    [Fact]
    public async Task a_dispute_step_by_step_to_its_paper_and_its_evidence_pack()
    {
        var (clerk, manager) = (await installation.AsAsync(Roles.RecordsClerk), await installation.AsAsync(Roles.Manager));
        var order = await OrderAsync();
        var opened = await clerk.SubmitAsync("/Documents/Disputes/Open", new() { ["Subject"] = "维修费争议", ["OtherParty"] = "李雷", ["Claimed"] = "300", ["OpenedOn"] = "2026-03-09", ["Orders"] = order });
        opened.ShouldBeOk().Text.ShouldContain("negotiation");
        opened.Text.ShouldContain("Our position in writing");
        opened.Text.ShouldContain(order);
        var details = opened.Url.AbsolutePath;
        (await SendAsync(clerk, Act(details, "FinishStep"), new() { ["On"] = "2026-03-10", ["Result"] = "已寄出答复" }, "我方书面意见")).ShouldBeOk().Text.ShouldContain("done 2026-03-10");
        (await clerk.SubmitAsync(Act(details, "Position"), new() { ["Side"] = "Theirs", ["On"] = "2026-03-11", ["Text"] = "认为收费过高" })).ShouldBeOk().Text.ShouldContain("认为收费过高");
        (await clerk.SubmitAsync(Act(details, "MoveOn"), new() { ["Stage"] = "Mediation", ["On"] = "2026-03-11", ["Reason"] = "协商不成" })).ShouldBeOk().Text.ShouldContain("Mediation applied for");
        (await clerk.OpenAsync(Act(details, "Resolve"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var noPaper = await manager.SubmitAsync(Act(details, "Resolve"), new() { ["Outcome"] = "Settled", ["On"] = "2026-03-11", ["Text"] = "减免 100 元" });
        noPaper.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        noPaper.Text.ShouldContain("File the settlement, award or judgment with it");
        (await SendAsync(manager, Act(details, "Resolve"), new() { ["Outcome"] = "Settled", ["On"] = "2026-03-11", ["Text"] = "减免 100 元", ["Amount"] = "200" }, "和解协议书")).ShouldBeOk().Text.ShouldContain("settled");

        (await clerk.OpenAsync("/Documents/Evidence")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var zip = await TakeAsync(manager, "dispute", details[^36..]);
        var names = zip.Entries.Select(e => e.FullName).ToList();
        names.ShouldContain("index.html");
        names.Count(n => n.EndsWith("/dispute.json", StringComparison.Ordinal)).ShouldBe(1);
        names.ShouldContain($"order-{order}/order.json");
        names.ShouldContain($"order-{order}/clocks.json");
        names.Count(n => n.Contains("/papers/LG-2026-", StringComparison.Ordinal)).ShouldBe(2);
        Read(zip, $"order-{order}/clocks.json").ShouldContain("\"verdict\": \"running\"");
        foreach (var line in Read(zip, "SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries)) // as sha256sum -c does it
            Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, line[66..]))).ShouldBe(line[..64], line);
        Read(zip, "SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(zip.Entries.Count - 1);
    }

    async Task<ZipArchive> TakeAsync(Visitor who, string kind, string key)
    {
        var form = await who.OpenAsync($"/Documents/Evidence?kind={kind}&key={key}");
        var token = form.Find("form[action='/Documents/Evidence'] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using HttpRequestMessage request = new(HttpMethod.Post, "/Documents/Evidence") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Kind", kind), new("Key", key)]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await who.Http.SendAsync(request, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop)));
    }

    static byte[] Bytes(ZipArchive zip, string name)
    {
        using var content = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    static string Read(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));

    [Fact]
    public async Task a_termination_runs_its_procedure_and_is_not_closed_while_items_are_open()
    {
        var (clerk, manager) = (await installation.AsAsync(Roles.RecordsClerk), await installation.AsAsync(Roles.Manager));
        var agreement = await installation.WithAsync<DocumentsDbContext, Guid>(async db =>
        {
            var signed = Agreement.Write(AgreementKind.Hotel, "协议", "解除酒店", new Terms(new(2026, 1, 1), null, null, null, null, 12, null, null, null, null, null), new(2026, 3, 11), installation.Now, Actor.System);
            signed.SendToReview(installation.Now, Actor.System);
            signed.Sign(new(2026, 1, 1), new(2026, 3, 11), installation.Now, Actor.System);
            db.Add(signed);
            await db.SaveChangesAsync(Stop);
            return signed.PublicId;
        });
        var begun = await manager.SubmitAsync($"/Documents/Disputes/Terminate/{agreement}", new() { ["Ground"] = "双方协商一致", ["EndsOn"] = "2026-03-31" });
        begun.ShouldBeOk().Text.ShouldContain("notice");
        var t = begun.Url.AbsolutePath;
        (await manager.SubmitAsync($"/Documents/Disputes/Terminate/{agreement}", new() { ["Ground"] = "再来一次", ["EndsOn"] = "2026-03-31" })).Text.ShouldContain("under way already");
        async Task StepAsync(Visitor who, string words, Dictionary<string, string?>? more = null) =>
            (await SendAsync(who, Act(t, "Proceed"), new(more ?? []) { ["On"] = "2026-03-11", ["Words"] = words }, words)).ShouldBeOk();
        await StepAsync(clerk, "书面通知");
        await StepAsync(clerk, "对方书面放弃异议");
        await StepAsync(clerk, "往来款结清", new() { ["Amount"] = "500" });
        var confirming = await SendAsync(clerk, Act(t, "Proceed"), new() { ["On"] = "2026-03-11", ["Words"] = "盖章" }, "盖章");
        confirming.Text.ShouldContain("Only a manager confirms");
        await StepAsync(manager, "双方盖章确认");
        (await clerk.OpenAsync($"/Documents/Agreements/Details/{agreement}")).Text.ShouldContain("Terminated from 2026-03-31: 双方协商一致");
        var refused = await manager.SubmitAsync(Act(t, "CloseTermination"), [], with: "[name=Version]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("5 items are still open");
        for (var i = 0; i < 5; i++) (await clerk.SubmitAsync(Act(t, "FinishItem"), new() { ["Note"] = "办结" })).ShouldBeOk();
        (await manager.SubmitAsync(Act(t, "CloseTermination"), [], with: "[name=Version]")).ShouldBeOk().Text.ShouldContain("closed");
    }

    [Fact]
    public async Task reminds_of_steps_before_their_day_and_once_after_it()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        (await clerk.SubmitAsync("/Documents/Disputes/Open", new() { ["Subject"] = "提醒争议", ["OtherParty"] = "某酒店", ["OpenedOn"] = "2026-03-11" })).ShouldBeOk(); // five days: Monday the 16th
        foreach (var (day, notices) in new[] { ("2026-03-11", 1), ("2026-03-12", 1), ("2026-03-15", 2), ("2026-03-17", 3), ("2026-03-18", 3) })
        {
            await installation.WithAsync<WatchDisputes>(watch => watch.RunAsync(new DateTime(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(3, 0), DateTimeKind.Utc), Stop));
            (await clerk.OpenAsync("/Messages")).Texts(".notice").Count(t => t.Contains("提醒争议", StringComparison.Ordinal) && t.Contains("Our position in writing", StringComparison.Ordinal)).ShouldBe(notices, day);
        }
    }

    [Fact]
    public async Task the_reference_contract_comes_with_its_grounds_and_a_month_without_data_is_no_value()
    {
        await installation.WithAsync<ReferenceContract>(r => r.EnsureAsync(new(2026, 3, 11), installation.Now, Stop));
        await installation.WithAsync<DocumentsDbContext>(async db =>
        {
            var contract = await db.Set<Agreement>().WithAll().SingleAsync(a => a.IsReference, Stop);
            contract.Rewrite(contract.Title, "晨光热水器有限公司", contract.Newest.Terms with { StartsOn = new DateOnly(2026, 1, 1) }, installation.Now, Actor.System);
            contract.SendToReview(installation.Now, Actor.System);
            contract.Sign(new(2026, 1, 1), new(2026, 3, 11), installation.Now, Actor.System);
            await db.SaveChangesAsync(Stop);
        });
        (await installation.RunAsync(["warehouse", "load"])).Exit.ShouldBe(0);
        await installation.WithAsync<WatchDisputes>(watch => watch.RunAsync(installation.Now, Stop));
        await installation.WithAsync<DocumentsDbContext>(async db =>
        {
            var grounds = await db.Set<Ground>().AsNoTracking().Include(g => g.Readings).Where(g => g.Indicator != null).ToListAsync(Stop);
            grounds.Count.ShouldBe(3);
            grounds.ShouldAllBe(g => g.Readings.Select(r => r.Month).Order().SequenceEqual(new[] { new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1) }));
            grounds.ShouldAllBe(g => g.Readings.All(r => r.Value == null && !r.IsBroken));
        });
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        (await clerk.OpenAsync($"/Documents/Disputes/Grounds/{ReferenceContract.PublicId}")).ShouldBeOk().Text.ShouldContain("Response on time below 90 % for three months");
    }
}
