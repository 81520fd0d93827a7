using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Documents.Records;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents.Demo;

/// <summary>A dispute nearly every month, most settled by talking, one before an arbitrator, one before the court; a termination in the first month and one under way.</summary>
internal sealed class DemoDisputes(IServiceScopeFactory scopes, ICompany company, IPolicies policies, FileFacts paper, Func<string, Guid> idOf)
{
    static readonly (string Subject, string Party, int Yuan)[] Cases =
    [
        ("配件质保期限理解不一致", "江南宾馆", 2600), ("保养次数与约定不符", "和美物业", 4800), ("逾期付款违约金", "如意酒店", 12000), ("上门费结算标准争议", "东方花园物业", 3200), ("热水系统停用损失赔偿", "钱塘大酒店", 36000), ("备件价格调整未通知", "顺达电器", 5400),
    ];

    public async Task BuildAsync(DemoPlan plan, Actor clerk, Actor manager, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        db.TellsNobody = true;
        var filing = scope.ServiceProvider.GetRequiredService<Filing>();
        await FirstTerminationAsync(db, filing, plan, clerk, manager, ct);
        var n = 0;
        for (var day = plan.From.AddDays(3); day.AddDays(2) <= plan.Until; day = day.AddDays(29), n++) await LiveAsync(db, filing, plan, n, day, clerk, manager, ct);
        await UnderWayAsync(db, filing, plan, clerk, manager, ct);
    }

    /// <summary>One dispute: its steps in time but for one in eight, settled after a month; the tenth goes to arbitration, the last but one to the court.</summary>
    async Task LiveAsync(DocumentsDbContext db, Filing filing, DemoPlan plan, int n, DateOnly opened, Actor clerk, Actor manager, CancellationToken ct)
    {
        var (subject, party, yuan) = Cases[n % Cases.Length];
        var policy = policies.At<DisputePolicy>(At(opened)).Value;
        var calendar = company.CalendarAt(At(opened));
        var agreement = await db.Set<Agreement>().AsNoTracking().FirstOrDefaultAsync(a => a.Party == party && a.Code != null, ct);
        List<DisputeLink> links = agreement is null ? [] : [new() { Kind = LinkKinds.Agreement, Key = agreement.PublicId.ToString("D"), Label = agreement.Code! }];
        var dispute = Dispute.Open(subject, party, Money.From(yuan + 100 * n), links, opened, policy, calendar, At(opened), clerk, idOf($"dispute {n}"));
        db.Add(dispute);
        await db.SaveChangesAsync(ct); // its code and its steps have numbers
        var theirs = opened.AddDays(1);
        dispute.TakePosition(PositionSide.Theirs, theirs, $"{party}认为应按协议原条款执行。", null, theirs, At(theirs), clerk);
        var goes = n % 10 == 9 ? DisputeStage.Arbitration : n % 10 == 8 ? DisputeStage.Court : n % 4 == 2 ? DisputeStage.Mediation : (DisputeStage?)null;
        await WorkAsync(dispute, n, plan, goes is null ? int.MaxValue : 2, clerk);
        if (goes is { } stage && opened.AddDays(20) is var moved && moved < plan.Until)
        {
            dispute.MoveOn(stage, moved, "协商未达成一致", moved, policy, calendar, At(moved), clerk);
            await db.SaveChangesAsync(ct);
            await WorkAsync(dispute, n, plan, int.MaxValue, clerk);
        }
        if (dispute.Waiting.Any() || dispute.Steps.Max(s => s.DoneOn ?? s.DueOn) is var last && last.AddDays(2) > plan.Until)
        {
            await db.SaveChangesAsync(ct);
            return;
        }
        var ended = last.AddDays(1);
        var filed = await FileAsync(db, filing, RecordClass.Legal, $"{dispute.Code} {subject} 结案文件", ended, [new DocumentLink { Kind = LinkKinds.Dispute, Key = dispute.PublicId.ToString("D"), Label = dispute.Code! }, .. links.Select(l => new DocumentLink { Kind = l.Kind, Key = l.Key, Label = l.Label })], clerk, ct);
        dispute.Resolve(n % 3 == 0 ? DisputeOutcome.PartlyWon : DisputeOutcome.Settled, ended, "双方书面确认，分期履行", Money.From(yuan / 2), filed, ended, At(ended), manager);
        await db.SaveChangesAsync(ct);
    }

    Task WorkAsync(Dispute dispute, int n, DemoPlan plan, int most, Actor clerk)
    {
        foreach (var (step, i) in dispute.Waiting.Take(most).Select((s, i) => (s, i)).ToList())
        {
            var done = step.DueOn.AddDays((n * 3 + i) % 23 == 7 ? 3 : -1); // one in twenty-three is late
            if (done < dispute.StageSince) done = dispute.StageSince;
            if (done > plan.Until) break;
            dispute.FinishStep(step.Id, done, "已办理，记录在案", null, done, At(done), clerk);
        }
        return Task.CompletedTask;
    }

    /// <summary>An agreement that was terminated in the first month: its checklist was worked off in the second.</summary>
    async Task FirstTerminationAsync(DocumentsDbContext db, Filing filing, DemoPlan plan, Actor clerk, Actor manager, CancellationToken ct)
    {
        if (plan.From.AddDays(30) > plan.Until) return;
        var agreement = await SignedAsync(db, filing, plan.From.AddDays(-400), "老城招待所", clerk, manager, ct);
        await ThroughAsync(db, filing, agreement, plan.From.AddDays(1), plan.Until, clerk, manager, ct);
    }

    async Task<Agreement> SignedAsync(DocumentsDbContext db, Filing filing, DateOnly start, string party, Actor clerk, Actor manager, CancellationToken ct)
    {
        var agreement = Agreement.Write(AgreementKind.Hotel, "售后服务协议", party, new Terms(start, null, $"{party}全部用户", "电热水器", null, null, null, null, "按收费标准", null, null), start.AddDays(-5), At(start.AddDays(-5)), clerk, publicId: idOf("agreement" + party));
        db.Add(agreement);
        agreement.SendToReview(At(start.AddDays(-4)), clerk);
        agreement.Sign(start.AddDays(-3), start.AddDays(-3), At(start.AddDays(-3)), manager);
        await db.SaveChangesAsync(ct);
        agreement.FileCopy(1, (await FileAsync(db, filing, RecordClass.Agreement, $"{agreement.Code} {agreement.Title} {party}", start.AddDays(-3), LinksOf(agreement), clerk, ct))!.Value, start.AddDays(-3), At(start.AddDays(-3)).AddHours(1), clerk);
        agreement.TakeEffect(start);
        await db.SaveChangesAsync(ct);
        return agreement;
    }

    static DocumentLink[] LinksOf(Agreement agreement) => [new DocumentLink { Kind = LinkKinds.Agreement, Key = agreement.PublicId.ToString("D"), Label = agreement.Code! }];

    /// <summary>Notice, written consent, settlement, confirmation within three weeks; the list in the six weeks after.</summary>
    internal async Task ThroughAsync(DocumentsDbContext db, Filing filing, Agreement agreement, DateOnly from, DateOnly until, Actor clerk, Actor manager, CancellationToken ct)
    {
        var policy = policies.At<DisputePolicy>(At(from)).Value;
        var calendar = company.CalendarAt(At(from));
        var t = Termination.Start(agreement, TerminationSide.Ours, "双方协商一致解除", from.AddDays(20), from, policy, calendar, At(from), manager, idOf("termination" + agreement.Party));
        db.Add(t);
        await db.SaveChangesAsync(ct);
        async Task<Guid?> Paper(string what, DateOnly day) => await FileAsync(db, filing, RecordClass.Agreement, $"{t.Code} {what}", day, [new DocumentLink { Kind = LinkKinds.Termination, Key = t.PublicId.ToString("D"), Label = t.Code! }, .. LinksOf(agreement)], clerk, ct);
        var (told, consented, settled, confirmed) = (from.AddDays(1), from.AddDays(9), from.AddDays(13), from.AddDays(17));
        t.GiveNotice(told, "书面通知送达", await Paper("解除通知", told), told, policy, calendar, At(told), clerk);
        t.EndObjection(consented, false, "对方书面同意", await Paper("同意函", consented), consented, policy, calendar, At(consented), clerk);
        t.Settle(settled, Money.From(1800), "往来款结清", await Paper("结算单", settled), settled, policy, calendar, At(settled), clerk);
        t.Confirm(agreement, confirmed, "双方盖章确认", await Paper("解除协议", confirmed), confirmed, policy, calendar, At(confirmed), manager);
        await db.SaveChangesAsync(ct);
        foreach (var (item, i) in t.OpenItems.ToList().Select((x, i) => (x, i)))
        {
            var done = item.OpenedOn.AddDays(8 + 7 * i);
            if (done > until) return;
            t.FinishItem(item.Id, "已办结", null, done, At(done), clerk);
            await db.SaveChangesAsync(ct);
        }
        if (t.Items.Max(i => i.DoneOn!.Value).AddDays(2) is var closed && closed <= until) t.Close(closed, At(closed), manager);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>One whose objection period is running on the last day.</summary>
    async Task UnderWayAsync(DocumentsDbContext db, Filing filing, DemoPlan plan, Actor clerk, Actor manager, CancellationToken ct)
    {
        var from = plan.Until.AddDays(-6);
        if (from <= plan.From || await db.Set<Agreement>().WithAll().FirstOrDefaultAsync(a => a.Party == "东方花园物业" && a.TerminatedOn == null && a.StartsOn <= from, ct) is not { } agreement) return;
        var policy = policies.At<DisputePolicy>(At(from)).Value;
        var calendar = company.CalendarAt(At(from));
        var t = Termination.Start(agreement, TerminationSide.Theirs, "物业更换服务商", plan.Until.AddDays(40), from, policy, calendar, At(from), manager, idOf("termination under way"));
        db.Add(t);
        await db.SaveChangesAsync(ct);
        var told = from.AddDays(1);
        t.GiveNotice(told, "收到对方书面通知", await FileAsync(db, filing, RecordClass.Agreement, $"{t.Code} 对方解除通知", told, LinksOf(agreement), clerk, ct), told, policy, calendar, At(told), clerk);
        await db.SaveChangesAsync(ct);
    }

    async Task<Guid?> FileAsync(DocumentsDbContext db, Filing filing, RecordClass @class, string title, DateOnly day, IReadOnlyList<DocumentLink> links, Actor clerk, CancellationToken ct)
    {
        DocumentFacts facts = new(@class, Papers.Notice, title, null, day, links);
        var document = filing.Collect(facts, paper, At(day), clerk, publicId: idOf($"paper {title} {day:O}"));
        filing.Complete(document, facts, At(day), clerk);
        await db.SaveChangesAsync(ct);
        document.PutAway("档案室", "法务柜", "1", day, At(day).AddHours(2), clerk);
        await db.SaveChangesAsync(ct);
        return document.PublicId;
    }

    DateTime At(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(10, 30)), company.Zone);
}
