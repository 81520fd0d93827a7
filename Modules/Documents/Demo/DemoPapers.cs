using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents.Demo;

/// <summary>The papers of the demo company: two for nearly every visit, put away a month later, some lent; monthly reports; agreements that were amended, renewed, forgotten.</summary>
internal sealed class DemoPapers(IServiceScopeFactory scopes, IFileStore files, IOrderLookup orders, IPolicies policies, ICompany company) : IDemoPart
{
    const int Chunk = 250;
    static readonly Actor Clerk = new("<demo-clerk>", "周敏"), Manager = new("<demo-manager>", "陈立");
    static readonly string[] Borrowers = ["质量部 王芳", "财务 刘洋", "厂家审核 赵工", "培训 孙老师"];

    public int Order => 40;

    public async Task<bool> HasDataAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DocumentsDbContext>().Set<Document>().AnyAsync(ct);
    }

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var random = new Random(plan.Seed);
        var papers = await ContentsAsync(ct);
        await PapersOfOrdersAsync(plan, random, papers, ct);
        await ReportsAsync(plan, papers, ct);
        await new DemoAgreements(scopes, company, papers["agreement"], await CustomersAsync(ct), IdOf).BuildAsync(plan, Clerk, Manager, ct);
        await new DemoDisputes(scopes, company, policies, papers["agreement"], IdOf).BuildAsync(plan, Clerk, Manager, ct);
        return 0; // papers are no orders
    }

    /// <summary>Some customers for the agreements to cover.</summary>
    async Task<IReadOnlyList<(Guid Id, string Name)>> CustomersAsync(CancellationToken ct) =>
        [.. (await orders.CompletedAfterAsync(DateTime.UnixEpoch, null, Chunk, ct)).Where(o => o.CustomerId is not null && o.ContactName is not null).Select(o => (o.CustomerId!.Value, o.ContactName!)).DistinctBy(c => c.Item1).Take(60)];

    static Guid IdOf(string of) => new(SHA256.HashData(Encoding.UTF8.GetBytes("documents demo " + of)).AsSpan(0, 16));

    /// <summary>One content for each kind of paper: the forms are the same, so they are stored once.</summary>
    async Task<Dictionary<string, FileFacts>> ContentsAsync(CancellationToken ct)
    {
        Dictionary<string, (string Name, string Text)> forms = new()
        {
            [Papers.VisitReport] = ("服务报告单.txt", "服务报告单\n故障现象、检查结果、处理措施、更换配件、烟道与水压检验、客户签字。\nService report: findings, work done, parts, checks, signature."),
            [Papers.FeeNote] = ("收费单.txt", "售后服务收费单\n上门服务费、材料费、人工费、配件费、合计金额，客户签字确认。\nFee note: call-out, material, labour, parts, total."),
            [Papers.MonthlyReport] = ("质量月报.txt", "售后服务质量月报\n响应及时率、处理及时率、一次修复率、投诉率及改进措施。\nMonthly quality report."),
            [Papers.Notice] = ("旧版通知.txt", "关于调整服务时间的通知（旧版）"),
            ["agreement"] = ("签署文本.txt", AgreementTexts.Placeholders.Aggregate(AgreementTexts.Template("zh"), (text, name) => text.Replace($"{{{name}}}", "________", StringComparison.Ordinal))),
        };
        Dictionary<string, FileFacts> kept = [];
        foreach (var (paper, (name, text)) in forms)
        {
            var file = await files.Keep(new MemoryStream(Encoding.UTF8.GetBytes(text)), MediaTypes.Text, ct);
            kept[paper] = new FileFacts(file.Sha256, file.Size, file.MediaType, name);
        }
        return kept;
    }

    async Task PapersOfOrdersAsync(DemoPlan plan, Random random, Dictionary<string, FileFacts> papers, CancellationToken ct)
    {
        var end = company.CalendarAt(DateTime.UnixEpoch).EndOf(plan.Until);
        DateTime after = DateTime.UnixEpoch;
        Guid? afterId = null;
        for (IReadOnlyList<OrderInBrief> done; (done = await orders.CompletedAfterAsync(after, afterId, Chunk, ct)).Count > 0; (after, afterId) = (done[^1].CompletedAt!.Value, done[^1].Id))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
            db.TellsNobody = true;
            var filing = scope.ServiceProvider.GetRequiredService<Filing>();
            foreach (var order in done.Where(o => o.Kind is not ("enquiry" or "technical_support" or "other")))
            {
                List<string> filed = [];
                foreach (var paper in new[] { Papers.VisitReport, Papers.FeeNote }.Where(_ => random.NextDouble() > 0.012))
                    if (await FileAsync(filing, order, paper, papers[paper], end, random, ct)) filed.Add(paper);
                var file = new OrderFile { OrderNumber = order.Number };
                file.Holds(filed, policies.At<RecordsPolicy>(order.CompletedAt!.Value).Value.OrderPapers);
                db.Add(file);
            }
            await db.SaveChangesAsync(ct);
        }
    }

    /// <returns>False when it comes to the clerk only after the demo's last day.</returns>
    async Task<bool> FileAsync(Filing filing, OrderInBrief order, string paper, FileFacts file, DateTime end, Random random, CancellationToken ct)
    {
        var completed = order.CompletedAt!.Value;
        var now = completed.AddHours(random.Next(4, 70)).CutToMilliseconds();
        if (now >= end) return false;
        var title = paper == Papers.FeeNote ? "收费单" : "服务报告单";
        DocumentFacts facts = new(order.Kind == "maintenance" ? RecordClass.MaintenanceRecord : RecordClass.ServiceRecord, paper, $"{order.Number} {title}", $"{order.Number} {(paper == Papers.FeeNote ? "fee note" : "service report")}", company.LocalDay(completed),
            [new DocumentLink { Kind = LinkKinds.Order, Key = order.Id.ToString("D"), Label = order.Number }]);
        var document = filing.Collect(facts, file with { Name = $"{order.Number} {file.Name}" }, now, Clerk, publicId: IdOf(order.Number + paper));
        filing.Complete(document, facts, now, Clerk);
        await PutAwayAsync(document, now, end, random);
        return true;
    }

    /// <summary>The month's papers go into their box within four weeks; now and then one is forgotten, now and then one is borrowed.</summary>
    Task PutAwayAsync(Document document, DateTime archived, DateTime end, Random random)
    {
        var shelved = archived.AddDays(random.NextDouble() < 0.02 ? 45 : random.Next(3, 27));
        if (random.NextDouble() < 0.01 || shelved >= end) return Task.CompletedTask;
        var day = company.LocalDay(shelved);
        document.PutAway("档案室", ((int)document.Class + 1).ToString(CultureInfo.InvariantCulture), $"{archived:yyyy-MM}", day, shelved, Clerk);
        var lent = shelved.AddDays(random.Next(1, 60));
        if (random.NextDouble() > 0.02 || lent >= end) return Task.CompletedTask;
        document.Lend(Borrowers[random.Next(Borrowers.Length)], company.LocalDay(lent).AddDays(14), company.LocalDay(lent), lent, Clerk);
        var back = lent.AddDays(random.NextDouble() < 0.06 ? random.Next(15, 30) : random.Next(1, 13));
        if (back < end) document.TakeBack(company.LocalDay(back), back, Clerk);
        return Task.CompletedTask;
    }

    async Task ReportsAsync(DemoPlan plan, Dictionary<string, FileFacts> papers, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        db.TellsNobody = true;
        var filing = scope.ServiceProvider.GetRequiredService<Filing>();
        for (var month = new DateOnly(plan.From.Year, plan.From.Month, 1).AddMonths(1); month.AddDays(4) <= plan.Until; month = month.AddMonths(1))
        {
            var name = month.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            DocumentFacts facts = new(RecordClass.QualityReport, Papers.MonthlyReport, $"{name} 售后服务质量月报", $"Quality report {name}", month.AddDays(3), []);
            var now = At(month.AddDays(4));
            var report = filing.Collect(facts, papers[Papers.MonthlyReport], now, Clerk, publicId: IdOf("report" + name));
            filing.Complete(report, facts, now, Clerk);
            LendSoon(report, now, plan);
        }
        await OldPapersAsync(plan, papers[Papers.Notice], filing, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>On paper too, and borrowed within days, so that each month has a loan that falls due; now and then it comes back late.</summary>
    void LendSoon(Document document, DateTime filed, DemoPlan plan)
    {
        var (lent, end, n) = (filed.AddDays(2), company.CalendarAt(DateTime.UnixEpoch).EndOf(plan.Until), filed.Month);
        document.PutAway("档案室", "报告柜", "1", company.LocalDay(filed), filed.AddHours(1), Clerk);
        if (lent >= end) return;
        document.Lend(Borrowers[n % Borrowers.Length], company.LocalDay(lent).AddDays(14), company.LocalDay(lent), lent, Clerk);
        var back = lent.AddDays(n == 7 ? 17 : 9);
        if (back < end) document.TakeBack(company.LocalDay(back), back, Clerk);
    }

    /// <summary>What the company had before: some of it past its time, disposed of or waiting for a decision; and three papers that came in yesterday.</summary>
    async Task OldPapersAsync(DemoPlan plan, FileFacts notice, Filing filing, CancellationToken ct)
    {
        for (var i = 0; i < 6; i++)
        {
            DocumentFacts facts = new(RecordClass.Other, Papers.Notice, $"旧版通知 {i + 1}", $"Old notice {i + 1}", plan.From.AddYears(-3).AddDays(-30 * i), []);
            var document = filing.Collect(facts, notice, At(plan.From), Clerk, publicId: IdOf($"old{i}"));
            filing.Complete(document, facts, At(plan.From), Clerk);
            if (i == 4) LendSoon(document, At(plan.From), plan);
            var day = plan.From.AddDays(Math.Min(60, (plan.Until.DayNumber - plan.From.DayNumber) / 2));
            if (i > 3) continue;
            document.ProposeDisposal("保管期满，无继续保存价值", "碎纸销毁", day, At(day), Clerk);
            if (i < 3) document.ApproveDisposal(At(day).AddHours(5), Manager);
        }
        foreach (var (name, @class) in new[] { ("用户来信 扫描件", RecordClass.Complaint), ("培训签到表 扫描件", RecordClass.Training), ("产品说明书 JSQ30", RecordClass.Product) })
            filing.Collect(new DocumentFacts(@class, null, name, null, plan.Until, []), notice with { Name = name + ".txt" }, At(plan.Until), Clerk, publicId: IdOf(name));
    }

    DateTime At(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(9, 30)), company.Zone);
}
