using System.Globalization;
using AfterSales.Feedback.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Rewards;

/// <summary>The rules, each night: grades of signed assessments, and technicians' numbers of the month that is over. The same evidence proposes once; managers are told.</summary>
internal sealed class ProposeRewards(StaffDbContext db, StaffRoll roll, IIndicatorReadings readings, IWarehouseFreshness warehouse, IPolicies policies, ICompany company, IBell bell, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("staff.propose-rewards", typeof(ProposeRewards), "0 45 5 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var (now, today) = (time.Now(), company.LocalDay(time.Now()));
        var made = await FromAssessmentsAsync(ct);
        if (await warehouse.AsOfAsync(ct) is { } asOf && company.LocalDay(asOf) is var known && new DateOnly(today.Year, today.Month, 1) is var month && known >= month) made += await FromMonthAsync(month.AddMonths(-1), now, ct);
        if (made > 0) await bell.RingAsync(Recipients.WithPermission(StaffPermissions.DecideRewards), new Notice($"rewards-proposed:{today:O}", "Rewards.Proposed", [made.ToString(CultureInfo.InvariantCulture)], "/Staff/Rewards?state=proposed"), ct);
        return new JobOutcome(made);
    }

    async Task<int> FromAssessmentsAsync(CancellationToken ct)
    {
        var there = await db.Set<Proposal>().Where(p => p.Source!.StartsWith("assessment:")).Select(p => p.Source!).ToHashSetAsync(ct);
        var signed = (await db.Set<Assessment>().AsNoTracking().Where(a => a.State == AssessmentState.Signed && a.Grade != null).OrderBy(a => a.Id).ToListAsync(ct)).Where(a => !there.Contains("assessment:" + a.Id));
        var made = signed.Count(a => FromGrade(a, time.Now(), null));
        await db.SaveChangesAsync(ct);
        return made;
    }

    /// <summary>What a signed assessment's grade proposes; to be saved by the caller.</summary>
    public bool FromGrade(Assessment assessment, DateTime now, Guid? publicId)
    {
        var policy = policies.At<RewardPolicy>(now).Value;
        var amount = assessment.Grade switch { AssessmentGrade.A => policy.GradeA, AssessmentGrade.B => policy.GradeB, AssessmentGrade.C => policy.GradeC, _ => policy.GradeD };
        if (amount == 0) return false;
        Propose(amount, "assessment_grade", "assessment:" + assessment.Id, "Rewards.Evidence.Grade", [assessment.TemplateName, Day(assessment.From), Day(assessment.To), Number(assessment.Total!.Value), assessment.Grade.ToString()!],
            $"/Staff/Assessments/Details/{assessment.PublicId}", new TrainedPerson(assessment.EmployeeId, assessment.Code, assessment.Name), now, publicId);
        return true;
    }

    /// <summary>Numbers of a month that is over.</summary>
    public async Task<int> FromMonthAsync(DateOnly month, DateTime now, CancellationToken ct, Func<Guid>? idOf = null)
    {
        var (made, last) = (0, month.AddMonths(1).AddDays(-1));
        var technicians = (await roll.OnAsync(last, ct)).Where(m => m.Position == Roles.Technician).ToList();
        var numbers = new NumbersOfPeople(readings);
        foreach (var rule in policies.At<RewardPolicy>(now).Value.Months)
        {
            var prefix = $"month:{rule.Code}:{month:yyyy-MM}:";
            var there = await db.Set<Proposal>().Where(p => p.Source!.StartsWith(prefix)).Select(p => p.Code).ToHashSetAsync(ct);
            foreach (var member in technicians.Where(t => !there.Contains(t.Code)))
            {
                if (await numbers.OfAsync(rule.Indicator, month, last, member.Code, ct) is not { } read || !rule.Hits(read.Value, read.N)) continue;
                Propose(rule.Amount, rule.Code, prefix + member.Code, rule.Above ? "Rewards.Evidence.Above" : "Rewards.Evidence.Below",
                    ["Indicators." + rule.Indicator + ".Name", month.ToString("yyyy-MM", CultureInfo.InvariantCulture), EffectShown.Number(rule.Indicator, read.Value), Number(read.N), EffectShown.Number(rule.Indicator, rule.Threshold)], read.Rows, member.Person, now, idOf?.Invoke());
                made++;
            }
        }
        await db.SaveChangesAsync(ct);
        return made;
    }

    /// <summary>What a complaint proposes that was upheld because the work itself was not good; to be saved by the caller. The same complaint proposes once.</summary>
    public async Task<bool> FromComplaintAsync(ComplaintUpheld complaint, string technician, DateTime now, CancellationToken ct)
    {
        var (amount, source) = (policies.At<RewardPolicy>(now).Value.UpheldComplaint, "complaint:" + complaint.ComplaintId.ToString("N"));
        if (amount == 0 || !complaint.IsQuality || await db.Set<Proposal>().AnyAsync(p => p.Source == source, ct)) return false;
        if ((await roll.OnAsync(company.LocalDay(now), ct)).FirstOrDefault(m => m.Code == technician) is not { } member) return false;
        Propose(amount, "upheld_complaint", source, "Rewards.Evidence.Complaint", [complaint.Number], $"/Feedback/Complaints/Details/{complaint.ComplaintId}", member.Person, now, null);
        return true;
    }

    void Propose(int amount, string rule, string source, string key, IReadOnlyList<string> args, string link, TrainedPerson person, DateTime now, Guid? publicId) =>
        db.Add(Proposal.Make(new ProposalFacts(amount > 0 ? RewardKind.Reward : RewardKind.Penalty, Money.From(Math.Abs(amount)), key, args, link, rule, source), person, policies.At<RewardPolicy>(now).Value, company.CalendarAt(now), now, Actor.System.Name, publicId));

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
