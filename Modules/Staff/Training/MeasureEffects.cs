using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>
/// Level 4, each night: for sessions whose window after is over, the number that the course is meant to move, of everybody before and after, against those who did not take part. Written
/// once, with the load it came from; a person counts with the own change only.
/// </summary>
internal sealed class MeasureEffects(StaffDbContext db, StaffRoll roll, IIndicatorReadings readings, IWarehouseFreshness warehouse, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("staff.measure-effects", typeof(MeasureEffects), "0 20 5 * * ?") { ReadsNumbers = true };

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        if (await warehouse.AsOfAsync(ct) is not { } asOf) return new JobOutcome(0);
        var (policy, known) = (policies.At<TrainingPolicy>(slotUtc).Value, company.LocalDay(asOf));
        var last = known.AddDays(-policy.EffectDays - 1);
        var due = await db.Set<Session>().AsNoTracking().Include(s => s.Participants)
            .Where(s => s.State == SessionState.Closed && s.Day <= last && !db.Set<EffectReport>().Any(r => r.SessionId == s.Id)).OrderBy(s => s.Id).ToListAsync(ct);
        var courses = await db.Set<Course>().AsNoTracking().Where(c => c.Indicator != null).ToDictionaryAsync(c => c.Id, ct);
        var (written, numbers) = (0, new NumbersOfPeople(readings));
        foreach (var session in due.Where(s => courses.ContainsKey(s.CourseId)))
        {
            db.Add(await MeasureAsync(session, courses[session.CourseId], numbers, policy, ct));
            await db.SaveChangesAsync(ct);
            written++;
        }
        return new JobOutcome(written);
    }

    async Task<EffectReport> MeasureAsync(Session session, Course course, NumbersOfPeople numbers, TrainingPolicy policy, CancellationToken ct)
    {
        var windows = EffectWindows.Around(company.LocalDay(session.StartsAt), session.Day, policy.EffectDays);
        var trained = session.Seated.Where(p => p.Hours > 0).Select(p => p.Code).ToHashSet();
        var others = await OthersAsync(session, course, windows, ct);
        List<EffectPerson> people = [];
        long run = 0;
        foreach (var code in trained.Concat(others.Except(trained)).Order(StringComparer.Ordinal))
        {
            if (await numbers.OfAsync(course.Indicator!, windows.BeforeFrom, windows.BeforeTo, code, ct) is not { } before || await numbers.OfAsync(course.Indicator!, windows.AfterFrom, windows.AfterTo, code, ct) is not { } after) continue;
            people.Add(new EffectPerson { Code = code, IsTrained = trained.Contains(code), Before = before.Value, After = after.Value, BeforeN = before.N, AfterN = after.N });
            run = Math.Max(run, after.Run);
        }
        return EffectReport.Write(session.Id, course.Indicator!, windows, people, policy, run, time.Now());
    }

    /// <summary>Those in post on the day of the session who had no training of this course within both windows.</summary>
    async Task<IReadOnlyList<string>> OthersAsync(Session session, Course course, EffectWindows windows, CancellationToken ct)
    {
        var taught = await db.Set<Session>().Where(s => s.CourseId == course.Id && s.State == SessionState.Closed && s.Day >= windows.BeforeFrom && s.Day <= windows.AfterTo)
            .SelectMany(s => s.Participants).Where(p => p.Hours > 0).Select(p => p.Code).Distinct().ToListAsync(ct);
        return [.. (await roll.OnAsync(session.Day, ct)).Where(m => m.Position == Roles.Technician).Select(m => m.Code).Except(taught)];
    }
}
