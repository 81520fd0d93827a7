using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Data;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Risk.Demo;

/// <summary>Jobs of the demo company are drawn and checked: every week some by telephone, every month some on site and some on paper. The team whose work is worse fails more often.</summary>
internal sealed class DemoChecks(IServiceScopeFactory scopes, IAccountNames accounts, ICompany company) : IDemoPart
{
    const int Page = 500;
    const string BadTeam = "B组";
    Actor _officer = new("demo-quality", "质量专员"), _manager = new("demo-manager", "经理");
    static readonly CheckPolicy Policy = new();
    static readonly string[] Notes = ["客户表示没有讲解。", "记录与现场不一致。", "照片缺少一张。", "未填写测量值。", "客户认为等候过久。"];

    static readonly (string Name, CheckMethod Method, CheckPeriod Every, int Size, int Pass, (string Zh, string En, int Weight, bool Critical)[] Questions)[] Plans =
    [
        ("电话回访抽查", CheckMethod.CallBack, CheckPeriod.Week, 4, 80,
        [
            ("是否按约定时间上门", "Did the technician come at the agreed time", 20, false), ("故障是否已解决", "Is the fault gone", 30, false), ("收费前是否讲解明细", "Was the bill explained before payment", 20, false),
            ("是否出示资格证书", "Was the certificate shown", 10, false), ("离开前是否清理现场", "Was the place left clean", 10, false), ("是否告知安全使用事项", "Was safe use explained", 10, false),
        ]),
        ("现场质量抽查", CheckMethod.OnSite, CheckPeriod.Month, 6, 85,
        [
            ("燃气接头检漏合格", "Gas joints are tight", 30, true), ("烟道安装牢固并通向室外", "The flue is firm and leads outside", 20, true), ("出水温度在出厂标准内", "Outlet temperature within the factory standard", 15, false),
            ("更换的配件为原厂配件", "Replaced parts are original", 15, false), ("报修贴完好可扫码", "The sticker is there and can be scanned", 10, false), ("记录与现场一致", "The record agrees with what is there", 10, false),
        ]),
        ("工单资料抽查", CheckMethod.Records, CheckPeriod.Month, 8, 90,
        [
            ("收费单有客户签字", "The fee note is signed", 25, false), ("出厂标准检验单填写完整", "The factory-standard check is complete", 25, false), ("必拍照片齐全", "All required pictures are there", 20, false),
            ("故障代码与处理措施相符", "Fault code and work agree", 20, false), ("时间记录连续", "The time stamps are consistent", 10, false),
        ]),
    ];

    public int Order => 46;

    public async Task<bool> HasDataAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RiskDbContext>().Set<CheckPlan>().AnyAsync(ct);
    }

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var random = new Random(plan.Seed + 46);
        if (await accounts.InRoleAsync(Roles.QualityOfficer, ct) is [var officer, ..]) _officer = new Actor(officer.Id, officer.DisplayName);
        if (await accounts.InRoleAsync(Roles.Manager, ct) is [var manager, ..]) _manager = new Actor(manager.Id, manager.DisplayName);
        var orders = await OrdersAsync(ct);
        foreach (var known in Plans)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RiskDbContext>();
            db.TellsNobody = true;
            var list = CheckList.Write(known.Name, known.Pass, At(plan.From), PublicId.Seeded(random));
            foreach (var (zh, en, weight, critical) in known.Questions) list.Ask(zh, en, weight, critical);
            db.Add(list);
            await db.SaveChangesAsync(ct);
            var checks = CheckPlan.Make(known.Name, known.Method, known.Every, new Population(null, null, null), known.Size, null, list.Id, [new(_officer.Id, _officer.Name), new(_manager.Id, _manager.Name)], plan.From, At(plan.From), PublicId.Seeded(random));
            db.Add(checks);
            await db.SaveChangesAsync(ct);
            await CheckAsync(db, checks, list, orders, plan, random, ct);
        }
        return 0;
    }

    async Task CheckAsync(RiskDbContext db, CheckPlan plan, CheckList list, List<(DateOnly Day, OrderInBrief Order)> orders, DemoPlan demo, Random random, CancellationToken ct)
    {
        for (var today = demo.From.AddDays(1); today <= demo.Until; today = today.AddDays(1))
        {
            var (from, to) = plan.PeriodBefore(today);
            if (to < demo.From || to != today.AddDays(-1)) continue; // not the first day after a period
            var frame = orders.Where(o => o.Day >= from && o.Day <= to).Select(o => o.Order).ToList();
            if (frame.Count == 0) continue;
            var seed = $"{demo.Seed:x8}{today:yyyyMMdd}";
            var (sample, drawn) = DrawSamples.Draw(plan, list, frame, from, to, seed, Policy, At(today), today, Actor.System, () => PublicId.Seeded(random));
            db.Add(sample);
            db.AddRange(drawn);
            foreach (var check in drawn) Do(check, today, demo.Until, random);
            // The reports of the last month are on file; older ones are in the yearly reports.
            foreach (var check in drawn.Where(c => c.DoneAt > At(demo.Until.AddMonths(-1)))) db.Publish(new Contracts.CheckDone(check.PublicId), check.DoneAt!.Value);
            await db.SaveChangesAsync(ct);
        }
        db.ChangeTracker.Clear();
    }

    void Do(SpotCheck check, DateOnly drawn, DateOnly until, Random random)
    {
        var day = drawn.AddDays(1 + random.Next(Policy.DaysToCheck - 2));
        if (day > until || random.NextDouble() < 0.03) return; // not yet, or never: the customer could not be reached
        var who = check.CheckerId == _officer.Id ? _officer : _manager;
        var bad = check.Team == BadTeam ? 0.07 : 0.02;
        check.Note(check.Answers.Select(a => random.NextDouble() is var dice && dice < bad * (a.IsCritical ? 0.3 : 1) ? new GivenAnswer(a.Ordinal, CheckFinding.No, Notes[random.Next(Notes.Length)])
            : dice > 0.98 ? new GivenAnswer(a.Ordinal, CheckFinding.NotApplicable, null) : new GivenAnswer(a.Ordinal, CheckFinding.Yes, null)).ToList(), null, who);
        check.Finish(day, At(day), who);
    }

    DateTime At(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddHours(11);

    async Task<List<(DateOnly Day, OrderInBrief Order)>> OrdersAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lookup = scope.ServiceProvider.GetRequiredService<IOrderLookup>();
        List<(DateOnly, OrderInBrief)> orders = [];
        var (after, afterId) = (DateTime.UnixEpoch, (Guid?)null);
        while (await lookup.CompletedAfterAsync(after, afterId, Page, ct) is { Count: > 0 } page)
        {
            orders.AddRange(page.Select(o => (company.LocalDay(o.CompletedAt!.Value), o)));
            (after, afterId) = (page[^1].CompletedAt!.Value, page[^1].Id);
        }
        return orders;
    }
}
