using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Data;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Demo;

/// <summary>Assessments of the demo company, technicians by quarter with numbers from its own warehouse, the office by month, what rules propose from them, decisions and a few appeals.</summary>
internal sealed class DemoAssessments(StaffDbContext db, StaffRoll roll, MeasureAssessments measure, ProposeRewards rules, IIndicatorReadings readings, ICompany company, IPolicies policies) : IDemoPart
{
    static readonly Actor Manager = new("demo-manager", "经理"), Owner = new("demo-administrator", "管理员");
    static readonly string[] Praises = ["客户来电表扬：主动清理现场，耐心讲解。", "雨夜帮助独居老人恢复热水，客户送来锦旗。", "带教新同事，三周内独立上门。"];
    static readonly string[] Remarks = ["按期完成任务，继续保持。", "一次修复率需提高，已安排带教。", "客户评价好，收费说明规范。", "注意到达准时。"];

    Random _random = new();

    public int Order => 46;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<AssessmentTemplate>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        _random = new Random(plan.Seed + 46);
        var at = At(plan.From);
        db.Add(AssessmentTemplate.Write(new TemplateFacts("服务工程师季度考核", Roles.Technician, AssessmentRhythm.Quarter, 90, 75, 60,
        [
            new("first_time_fix_rate", null, 25, 0.60, 0.95), new("on_time_arrival_rate", null, 20, 0.70, 1.00), new("csat_top2", null, 20, 0.60, 0.98), new("repeat_repair_rate", null, 10, 0.20, 0.02),
            new(null, "安全与规范操作", 15, null, null), new(null, "协作与学习", 10, null, null),
        ]), at, AnId()));
        db.Add(AssessmentTemplate.Write(new TemplateFacts("办公岗位月度考核", Roles.Dispatcher, AssessmentRhythm.Month, 90, 75, 60, [new(null, "派单准确与及时", 50, null, null), new(null, "客户沟通", 30, null, null), new(null, "记录完整", 20, null, null)]), at, AnId()));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return 0;
    }

    public async Task NumbersReadAsync(DemoPlan plan, CancellationToken ct)
    {
        db.TellsNobody = true;
        var templates = await db.Set<AssessmentTemplate>().AsNoTracking().Include(t => t.Lines).OrderBy(t => t.Id).ToListAsync(ct);
        var first = new DateOnly(plan.From.Year, plan.From.Month, 1);
        foreach (var template in templates)
            for (var (from, months) = template.Rhythm == AssessmentRhythm.Month ? (first.AddMonths(-1), 1) : (first.AddMonths(-((first.Month - 1) % 3)), 3); from.AddMonths(months) <= plan.Until; from = from.AddMonths(months))
                await AssessAsync(template, from, from.AddMonths(months).AddDays(-1), plan, ct);
        for (var month = first; month.AddMonths(1) <= plan.Until; month = month.AddMonths(1)) await ByMonthAsync(month, plan, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    async Task AssessAsync(AssessmentTemplate template, DateOnly from, DateOnly to, DemoPlan plan, CancellationToken ct)
    {
        List<Assessment> opened = [];
        var numbers = new NumbersOfPeople(readings);
        foreach (var member in (await roll.OnAsync(to, ct)).Where(m => m.Position == template.Role))
        {
            var assessment = Assessment.Open(template, member.Person, from, to, new AssessmentPolicy(), At(to.AddDays(1)), AnId());
            db.Add(assessment);
            opened.Add(assessment);
            await measure.MeasureAsync(assessment, numbers, ct);
            var rated = to.AddDays(5 + _random.Next(5));
            if (rated > plan.Until) continue;
            assessment.Rate(assessment.Lines.Where(l => l.Indicator is null).ToDictionary(l => l.Position, _ => (int?)(3 + _random.Next(3))), Remarks[_random.Next(Remarks.Length)], At(rated), Manager);
            var signed = _random.NextDouble() < 0.95 ? rated.AddDays(1 + _random.Next(8)) : rated.AddDays(20);
            if (signed > plan.Until) continue;
            var agrees = _random.NextDouble() < 0.93;
            assessment.Sign(agrees, agrees ? null : "部分工单因客户原因超时，请复核。", signed, At(signed));
        }
        await db.SaveChangesAsync(ct);
        foreach (var assessment in opened.Where(a => a is { State: AssessmentState.Signed, Grade: not null })) rules.FromGrade(assessment, assessment.SignedAt!.Value, AnId());
        DecideAll(plan);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    async Task ByMonthAsync(DateOnly month, DemoPlan plan, CancellationToken ct)
    {
        var told = month.AddMonths(1).AddDays(1);
        if (told > plan.Until) return;
        await rules.FromMonthAsync(month, At(told), ct, AnId);
        if (await roll.OnAsync(told, ct) is { Count: > 0 } all) PraiseOne(all[_random.Next(all.Count)].Person, At(told));
        DecideAll(plan);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>What no rule sees: a customer's word that the office passes on.</summary>
    void PraiseOne(TrainedPerson person, DateTime at) => db.Add(Proposal.Make(new ProposalFacts(RewardKind.Reward, Money.From(100), "Rewards.Evidence.Words", [Praises[_random.Next(Praises.Length)]], null, null, null), person, policies.At<RewardPolicy>(at).Value, company.CalendarAt(at), at, "周敏", AnId()));

    /// <summary>Most within two working days, a few late, the newest not yet.</summary>
    void DecideAll(DemoPlan plan)
    {
        foreach (var proposal in db.ChangeTracker.Entries<Proposal>().Select(e => e.Entity).Where(p => p.State == RewardState.Proposed).ToList())
        {
            var at = proposal.ProposedAt.AddDays(_random.NextDouble() < 0.96 ? 1 + _random.Next(3) : 12);
            if (company.LocalDay(at) > plan.Until) continue;
            var (policy, calendar) = (policies.At<RewardPolicy>(at).Value, company.CalendarAt(at));
            var approve = _random.NextDouble() < 0.9;
            proposal.Decide(approve, null, approve ? null : "情况特殊，不予采纳。", policy, calendar, at, Manager);
            if (proposal is not { State: RewardState.Approved, Kind: RewardKind.Penalty } || _random.NextDouble() > 0.4 || company.LocalDay(at.AddDays(2)) > plan.Until) continue;
            proposal.AppealAgainst("当季有两单因客户改期造成，请复核。", policy, calendar, at.AddDays(2));
            if (company.LocalDay(at.AddDays(5)) <= plan.Until) proposal.DecideAppeal(_random.NextDouble() < 0.4 ? AppealOutcome.Upheld : AppealOutcome.Rejected, null, "复核工单记录后决定。", at.AddDays(5), Owner);
        }
    }

    DateTime At(DateOnly day) => company.CalendarAt(DateTime.UnixEpoch).StartOf(day).AddHours(10);

    Guid AnId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
