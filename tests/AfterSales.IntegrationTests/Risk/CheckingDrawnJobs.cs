using System.Net;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Data;
using AfterSales.Service.Data;
using AfterSales.Service.Payments;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Risk;

/// <summary>A check list and a plan are made, a sample is drawn, jobs are checked on a phone; a failed one brings the money back and an action, each once.</summary>
public sealed class CheckingDrawnJobs(Installation installation) : IClassFixture<Installation>
{
    const int Jobs = 4;
    static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAS0lEQVR42u3PMQ0AAAwDoEqv9ErYvQQckD4XAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAYHLAB8+AWnmfUycAAAAAElFTkSuQmCC");

    Task<T> RiskAsync<T>(Func<RiskDbContext, Task<T>> use) => installation.WithAsync(use);

    [Fact]
    public async Task from_the_draw_to_refund_and_action()
    {
        await CompleteAsync();
        installation.Time.Advance(TimeSpan.FromDays(1));
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var plan = await PlanAsync(officer);

        var page = await officer.OpenAsync(plan);
        (await officer.SubmitAsync(page, new() { ["From"] = "2026-03-12", ["To"] = "2026-03-12" }, with: "#draw")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "the day is not over");
        (await officer.SubmitAsync(page, new() { ["From"] = "2026-03-11", ["To"] = "2026-03-11" }, with: "#draw")).ShouldBeOk();
        (await officer.SubmitAsync(page, new() { ["From"] = "2026-03-10", ["To"] = "2026-03-11" }, with: "#draw")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "some of the days were drawn");
        var sample = await RiskAsync(db => db.Set<CheckSample>().SingleAsync());
        (sample.Population, sample.Drawn, sample.To.AddDays(14)).ShouldBe((Jobs, 3, new DateOnly(2026, 3, 25)));
        var checks = await RiskAsync(db => db.Set<SpotCheck>().AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        checks.Count.ShouldBe(3);
        (await installation.WithAsync<ServiceDbContext, List<string>>(db => db.Set<ServiceOrder>().OrderBy(o => o.Id).Select(o => o.Number).ToListAsync()) is var numbers).ShouldBeTrue();
        Sampling.Draw([.. numbers.Select(n => new Drawable(n, null))], sample.Seed, 3, [checks[0].CheckerId]).Select(d => numbers[d.Index]).ShouldBe(checks.Select(c => c.OrderNumber), "anybody can draw again");

        await PassAsync(officer, checks[1]);
        await FailAsync(officer, checks[0]);
        for (var round = 0; round < 3; round++) await DeliverAgainAsync(checks[0].PublicId);
        await ShouldBeOwedOnceAsync(checks[0]);
        var failed = await officer.OpenAsync($"/Risk/Checks/Details/{checks[0].PublicId}");
        failed.Text.ShouldContain("80.00");
        failed.Text.ShouldContain("CA-2026-000001");
        await ShouldBeOnFileAsync(checks[0], checks[1]);
        (await officer.OpenAsync("/Risk/Checks?state=failed")).Text.ShouldContain(checks[0].Number);
    }

    /// <summary>The report of each finished check, once, with what was found, at the order that it is about.</summary>
    async Task ShouldBeOnFileAsync(params SpotCheck[] done)
    {
        await installation.DeliverEventsAsync();
        foreach (var check in done)
        {
            var paper = await installation.WithAsync<DocumentsDbContext, Document>(db => db.Set<Document>().Include(d => d.Links).Include(d => d.Versions).AsSplitQuery().SingleAsync(d => d.FiledKey == check.PublicId));
            (paper.Paper, paper.Class, paper.State, paper.Links.Single().Label).ShouldBe((Papers.CheckReport, RecordClass.QualityReport, DocumentState.Archived, check.OrderNumber));
            await using var content = (await installation.WithAsync<IFileStore, Stream?>(files => files.Open(paper.Versions.Single().Sha256, CancellationToken.None)))!;
            using var text = new StreamReader(content);
            (await text.ReadToEndAsync()).ShouldContain(check == done[0] ? "仍不出热水" : "100 / 80");
        }
    }

    /// <summary>Enquiries answered on the phone, each paid for.</summary>
    async Task CompleteAsync()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        for (var i = 0; i < Jobs; i++)
        {
            (await manager.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = $"1370014{i:0000}", ["Name"] = "张伟", ["Address"] = "文一路 1 号", ["Description"] = "咨询", ["Kind"] = "Enquiry" })).ShouldBeOk();
            var number = await installation.WithAsync<ServiceDbContext, string>(db => db.Set<ServiceOrder>().OrderByDescending(o => o.Id).Select(o => o.Number).FirstAsync());
            await manager.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "答复" });
            await manager.SubmitAsync($"/Service/Requests/Complete/{number}", new() { ["Outcome"] = "Fixed", ["Result"] = "已答复" });
        }
        await installation.DeliverEventsAsync();
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            db.AddRange((await db.Set<ServiceOrder>().ToListAsync()).Select(OrderAccount.Of));
            await db.SaveChangesAsync();
            await db.Set<OrderAccount>().ExecuteUpdateAsync(s => s.SetProperty(a => a.Owed, Money.From(80)));
            db.ChangeTracker.Clear();
            foreach (var account in await db.Set<OrderAccount>().Include(a => a.Payments).ToListAsync()) account.Take(PaymentMethod.Cash, Money.From(80), null, installation.Now, new Actor("t", "测试"));
            await db.SaveChangesAsync();
        });
    }

    static async Task<string> PlanAsync(Visitor officer)
    {
        var list = (await officer.SubmitAsync("/Risk/Checks/Lists", new() { ["Name"] = "回访", ["PassScore"] = "80" })).ShouldBeOk();
        foreach (var (zh, en, weight) in new[] { ("是否解决", "Solved", "60"), ("是否礼貌", "Polite", "40") })
            list = (await officer.SubmitAsync(list, new() { ["Zh"] = zh, ["En"] = en, ["Weight"] = weight }, with: "[name='Question.Zh']")).ShouldBeOk();
        (await officer.SubmitAsync(list, new() { ["Zh"] = "只有中文", ["En"] = "" }, with: "[name='Question.Zh']")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var plans = await officer.OpenAsync("/Risk/Checks/Plans");
        var me = plans.Document.QuerySelectorAll("[name='Input.Checkers']").First(c => c.ParentElement!.TextContent.Contains(Roles.QualityOfficer, StringComparison.Ordinal)).GetAttribute("value")!;
        (await officer.SubmitAsync(plans, new() { ["Name"] = "每周回访", ["SampleSize"] = "3", ["SamplePercent"] = "5" }, with: "[name='Input.Name']")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var made = await officer.SubmitAsync(plans, new() { ["Name"] = "每周回访", ["SampleSize"] = "3", ["Input.List"] = plans.Find("[name='Input.List'] option:last-child").GetAttribute("value"), ["Input.Checkers"] = me }, with: "[name='Input.Name']");
        return made.ShouldBeOk().Url.AbsolutePath;
    }

    static async Task PassAsync(Visitor officer, SpotCheck check)
    {
        var path = $"/Risk/Checks/Details/{check.PublicId}";
        var half = (await officer.SubmitAsync(path, new() { ["Answers[0].Finding"] = "Yes" }, with: "#list")).ShouldBeOk();
        half.Find("[name='Answers[0].Finding'][checked]").GetAttribute("value").ShouldBe("Yes", "what was answered so far is kept");
        (await FinishAsync(officer, half, [])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await FinishAsync(officer, await officer.OpenAsync(path), new() { ["Answers[1].Finding"] = "NotApplicable" })).ShouldBeOk().Text.ShouldContain("Passed 100");
    }

    static async Task FailAsync(Visitor officer, SpotCheck check)
    {
        var path = $"/Risk/Checks/Details/{check.PublicId}";
        var page = (await officer.SubmitAsync(await officer.OpenAsync(path), new() { ["Question"] = "1" }, with: "[name=picture]", files: new() { ["picture"] = new FileToSend("a.png", Picture, "image/png") })).ShouldBeOk();
        var photo = page.Find(".field-photos img").GetAttribute("src")!;
        using var answer = await officer.Http.GetAsync(photo);
        (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "image/jpeg"));
        (await FinishAsync(officer, page, new() { ["Answers[0].Finding"] = "No", ["Answers[1].Finding"] = "Yes" })).Text.ShouldContain("Say what was found");
        (await FinishAsync(officer, await officer.OpenAsync(path), new() { ["Answers[0].Finding"] = "No", ["Answers[0].Note"] = "仍不出热水", ["Answers[1].Finding"] = "Yes" })).ShouldBeOk().Text.ShouldContain("Failed 40");
    }

    static Task<Shown> FinishAsync(Visitor officer, Shown page, Dictionary<string, string?> fields)
    {
        page.Find("#list").SetAttribute("action", page.Find("[formaction*='handler=Finish']").GetAttribute("formaction")!);
        return officer.SubmitAsync(page, fields, with: "#list");
    }

    /// <summary>The event once more, as after a crash between handling and noting it.</summary>
    async Task DeliverAgainAsync(Guid check)
    {
        await installation.WithAsync<RiskDbContext>(async db =>
        {
            var failed = await db.Set<SpotCheck>().SingleAsync(c => c.PublicId == check);
            db.Publish(new AfterSales.Risk.Contracts.CheckFailed(check, failed.Number, failed.OrderId, failed.OrderNumber, failed.Score!.Value, installation.Now), installation.Now);
            await db.SaveChangesAsync();
        });
        await installation.DeliverEventsAsync();
    }

    async Task ShouldBeOwedOnceAsync(SpotCheck check)
    {
        var owed = await installation.WithAsync<ServiceDbContext, List<Refund>>(db => db.Set<OrderAccount>().Where(a => a.OrderPublicId == check.OrderId).SelectMany(a => a.Refunds).ToListAsync());
        owed.Select(r => (r.Key, r.Amount)).ShouldBe([($"check:{check.PublicId:N}", Money.From(80))]);
        (await installation.WithAsync<ServiceDbContext, int>(db => db.Set<OrderAccount>().SelectMany(a => a.Refunds).CountAsync())).ShouldBe(1, "the one that passed owes nothing");
        var action = await RiskAsync(db => db.Set<CorrectiveAction>().Include(a => a.Triggers).SingleAsync());
        (action.Source, action.Triggers.Single().AboutId).ShouldBe((ActionSource.Check, check.PublicId));
        action.Problem.ShouldContain("仍不出热水");
        (await RiskAsync(db => db.Set<SpotCheck>().Where(c => c.PublicId == check.PublicId).Select(c => c.RefundOwed).SingleAsync())).ShouldBe(Money.From(80));
    }
}
