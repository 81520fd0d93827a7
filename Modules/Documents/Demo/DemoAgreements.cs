using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents.Demo;

/// <summary>Agreements with customers over the demo's months, and the reference contract in force.</summary>
internal sealed class DemoAgreements(IServiceScopeFactory scopes, ICompany company, FileFacts copy, IReadOnlyList<(Guid Id, string Name)> customers, Func<string, Guid> idOf)
{
    static readonly (string Party, AgreementKind Kind)[] Parties =
    [
        ("和美物业", AgreementKind.PropertyManager), ("如意酒店", AgreementKind.Hotel), ("东方花园物业", AgreementKind.PropertyManager), ("江南宾馆", AgreementKind.Hotel), ("顺达电器", AgreementKind.Dealer),
        ("滨江公寓", AgreementKind.PropertyManager), ("福源电器商行", AgreementKind.Dealer), ("钱塘大酒店", AgreementKind.Hotel), ("翠苑小区业委会", AgreementKind.Other), ("李先生家庭", AgreementKind.Household),
    ];

    public async Task BuildAsync(DemoPlan plan, Actor clerk, Actor manager, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        db.TellsNobody = true; // what took effect in the past tells nobody
        var filing = scope.ServiceProvider.GetRequiredService<Filing>();
        await scope.ServiceProvider.GetRequiredService<ReferenceContract>().EnsureAsync(plan.From, At(plan.From), ct);
        var contract = await db.Set<Agreement>().WithAll().SingleAsync(a => a.IsReference, ct);
        contract.Rewrite(contract.Title, "晨光热水器有限公司", new Terms(plan.From, plan.Until.AddYears(1), "全部购机用户", "全系列热水器", null, null, null, null, "按公司收费标准", null, null) { Contract = BrandContracts.Default }, At(plan.From), clerk);
        await SignAsync(db, filing, contract, plan.From, true, clerk, manager, ct);
        var span = plan.Until.DayNumber - plan.From.DayNumber;
        for (var i = 0; i < Parties.Length; i++)
        {
            var start = plan.From.AddDays(5 + i * Math.Max(1, span / 3) / Parties.Length);
            if (start.AddDays(12) > plan.Until) break;
            await LiveAsync(db, filing, i, start, plan.Until, clerk, manager, ct);
        }
        await HouseholdsAsync(db, filing, plan, clerk, manager, ct);
        var draft = Agreement.Write(AgreementKind.Hotel, "售后服务协议", "西溪度假酒店", new Terms(plan.Until.AddDays(20), plan.Until.AddDays(385), "客房热水系统", "燃气热水器", "西溪路 88 号", 12, 24, 8, "按收费标准九二折", null, null), plan.Until, At(plan.Until), clerk, publicId: idOf("draft"));
        draft.SendToReview(At(plan.Until), clerk);
        db.Add(draft);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>One agreement: signed, amended after half a year, renewed in time, now and then too late, forgotten or terminated.</summary>
    async Task LiveAsync(DocumentsDbContext db, Filing filing, int i, DateOnly start, DateOnly until, Actor clerk, Actor manager, CancellationToken ct)
    {
        var (party, kind) = Parties[i];
        var covered = customers.Skip(i * 5).Take(5).ToList();
        Terms terms = new(start, start.AddYears(1).AddDays(-1), $"{party}全部用户", "燃气与电热水器", null, i % 3 == 0 ? 12 : null, null, i % 2 == 0 ? 10 : null, i % 2 == 0 ? "按收费标准九折" : "按收费标准", null, null) { CustomerLines = string.Join('\n', covered.Select(c => c.Name)), CustomerIds = string.Join(' ', covered.Select(c => c.Id.ToString("D"))) };
        var agreement = Agreement.Write(kind, "售后服务协议", party, terms, start.AddDays(-4), At(start.AddDays(-4)), clerk, publicId: idOf("agreement" + party));
        db.Add(agreement);
        await SignAsync(db, filing, agreement, start, i != 8, clerk, manager, ct);
        var half = start.AddDays(180);
        if (i % 3 == 1 && half < until)
        {
            agreement.Amend(terms with { StartsOn = half, ResponseHours = 8 }, i == 7 ? null : half.AddDays(-20), "缩短响应时限", At(half.AddDays(-10)), clerk);
            await SignAsync(db, filing, agreement, half, true, clerk, manager, ct);
        }
        if (i == 4 && start.AddDays(240) < until) agreement.Terminate("双方协商一致解除", start.AddDays(220), start.AddDays(240), await FileAsync(db, filing, agreement, start.AddDays(235), clerk, ct), start.AddDays(235), At(start.AddDays(235)), manager);
        for (var end = agreement.EndsOn!.Value; i != 4 && i != 9 && end.AddDays(-40) < until; end = agreement.EndsOn!.Value)
        {
            var decided = end.AddDays(i == 6 ? -10 : -45);
            if (decided >= until) break;
            agreement.Decide(end.AddYears(1), decided, At(decided), manager);
        }
        agreement.TakeEffect(until);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Households that pay for a year's maintenance: one begins each month, changes after half a year, and is renewed or let go after the year; now and then somebody is late or forgets the notice.</summary>
    async Task HouseholdsAsync(DocumentsDbContext db, Filing filing, DemoPlan plan, Actor clerk, Actor manager, CancellationToken ct)
    {
        var (n, first) = (0, new DateOnly(plan.From.Year, plan.From.Month, 5).AddYears(-1));
        for (var start = first; start.AddDays(5) <= plan.Until; start = first.AddMonths(++n))
        {
            var (id, name) = customers.Count == 0 ? (Guid.Empty, $"用户 {n + 1}") : customers[n % customers.Count];
            Terms terms = new(start, start.AddYears(1).AddDays(-1), name, "家用热水器", null, null, null, 5, "年度保养费 180 元，配件九五折", AgreementTexts.Template("zh", "maintenance"), AgreementTexts.Template("en", "maintenance")) { CustomerLines = id == Guid.Empty ? null : name, CustomerIds = id == Guid.Empty ? null : id.ToString("D") };
            var agreement = Agreement.Write(AgreementKind.Household, "年度保养协议", name, terms, start.AddDays(-4), At(start.AddDays(-4)), clerk, publicId: idOf($"household {n}"));
            db.Add(agreement);
            await SignAsync(db, filing, agreement, start, true, clerk, manager, ct);
            if (start.AddMonths(6) is var half && half < plan.Until)
            {
                agreement.Amend(terms with { StartsOn = half, DiscountPercent = 10 }, n % 11 == 8 ? null : half.AddDays(-20), "增加一台热水器，配件改为九折", At(half.AddDays(-10)), clerk);
                await SignAsync(db, filing, agreement, half, true, clerk, manager, ct);
            }
            for (var end = agreement.EndsOn!.Value; agreement.Ends.Exists(e => e.DecidedOn is null) && end.AddDays(n % 13 == 6 ? -10 : -45) is var decided && decided < plan.Until; end = agreement.EndsOn!.Value)
                agreement.Decide(n % 4 == 3 ? null : end.AddYears(1), decided, At(decided), manager);
            agreement.TakeEffect(plan.Until);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Reviewed and signed three days before it counts, the copy filed with it.</summary>
    async Task SignAsync(DocumentsDbContext db, Filing filing, Agreement agreement, DateOnly effective, bool withCopy, Actor clerk, Actor manager, CancellationToken ct)
    {
        var (number, day) = (agreement.Open!.Number, effective.AddDays(-3));
        agreement.SendToReview(At(day.AddDays(-1)), clerk);
        agreement.Sign(day, day, At(day), manager);
        await db.SaveChangesAsync(ct); // its code is given
        if (withCopy) agreement.FileCopy(number, await FileAsync(db, filing, agreement, day, clerk, ct), day, At(day).AddHours(1), clerk);
        agreement.TakeEffect(effective);
        await db.SaveChangesAsync(ct);
    }

    async Task<Guid> FileAsync(DocumentsDbContext db, Filing filing, Agreement agreement, DateOnly day, Actor clerk, CancellationToken ct)
    {
        DocumentFacts facts = new(RecordClass.Agreement, Papers.SignedCopy, $"{agreement.Code} {agreement.Title} {agreement.Party}", null, day, [new DocumentLink { Kind = LinkKinds.Agreement, Key = agreement.PublicId.ToString("D"), Label = agreement.Code! }]);
        var document = filing.Collect(facts, copy, At(day), clerk, publicId: idOf($"copy {agreement.Code} {day:O}"));
        filing.Complete(document, facts, At(day), clerk);
        await db.SaveChangesAsync(ct);
        document.PutAway("档案室", "合同柜", "1", day, At(day).AddHours(2), clerk);
        return document.PublicId;
    }

    DateTime At(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(10, 0)), company.Zone);
}
