using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Signs a session's sheet: results for everybody, certificates for those who passed, the line of the year's plan fulfilled.</summary>
internal sealed class CloseSession(StaffDbContext db, ICompany company)
{
    /// <returns>The session, to be saved by the caller.</returns>
    public async Task CloseAsync(Session session, DateOnly resultsOn, DateTime now, Actor who, CancellationToken ct)
    {
        var cells = (await db.Set<SheetCell>().AsNoTracking().Where(c => c.SessionId == session.Id).ToListAsync(ct)).GroupBy(c => c.ParticipantId).ToDictionary(g => g.Key, SheetRow.Of);
        session.Close(cells, await AttemptsBeforeAsync(db, session, ct), resultsOn, company.LocalDay(now), now, who);
        var course = await db.Set<Course>().Include(c => c.CertificateTypes).Include(c => c.Materials).AsSplitQuery().SingleAsync(c => c.Id == session.CourseId, ct);
        foreach (var passed in session.Seated.Where(p => p.Outcome == TrainingOutcome.Passed)) await CertifyAsync(course, session, passed, now, who, ct);
        // Held means: with content, method and material (clause 7.2).
        if (session.PlanId is { } plan && course.Materials.Count > 0) (await db.Set<PlannedTraining>().SingleAsync(p => p.Id == plan, ct)).Held(session.Day);
    }

    /// <summary>Assessed attempts at the course that each seated person had since the last pass: a course that is repeated after a pass begins anew.</summary>
    public static async Task<Dictionary<Guid, int>> AttemptsBeforeAsync(StaffDbContext db, Session session, CancellationToken ct)
    {
        var people = session.Seated.Select(p => p.EmployeeId).ToList();
        var earlier = from p in db.Set<Participant>()
                      join s in db.Set<Session>() on p.SessionId equals s.Id
                      where s.CourseId == session.CourseId && s.Id != session.Id && s.EndsAt <= session.EndsAt && people.Contains(p.EmployeeId) && (p.Outcome == TrainingOutcome.Passed || p.Outcome == TrainingOutcome.Failed)
                      orderby s.EndsAt, s.Id
                      select new { p.EmployeeId, Passed = p.Outcome == TrainingOutcome.Passed };
        return (await earlier.ToListAsync(ct)).GroupBy(e => e.EmployeeId).ToDictionary(g => g.Key, g => Standing.SincePass([.. g.Select(e => e.Passed)]));
    }

    /// <summary>A pass renews the company's own certificate of this course, or issues it. One that had lapsed is not patched: the days between were not covered, so a new one begins.</summary>
    async Task CertifyAsync(Course course, Session session, Participant passed, DateTime now, Actor who, CancellationToken ct)
    {
        if (course.CertificateName is not { } name || passed.Certificate is not null) return;
        var day = session.ResultsOn!.Value;
        DateOnly? until = course.CertificateMonths is { } months ? day.AddMonths(months).AddDays(-1) : null;
        var series = $"{course.Code}-{passed.Code}";
        var mine = (await db.Set<Certificate>().Include(c => c.Suspensions).Where(c => c.PersonCode == passed.Code && c.Kind == CertificateKind.Own && (c.Number == series || c.Number.StartsWith(series + "-"))).ToListAsync(ct))
            .Concat(db.ChangeTracker.Entries<Certificate>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).Where(c => c.PersonCode == passed.Code && c.Number.StartsWith(series, StringComparison.Ordinal))).ToList();
        if (mine.Find(c => c.RevokedOn is null && (c.ExpiresOn is null || c.ExpiresOn >= day)) is { } living)
        {
            if (living.ExpiresOn is { } end && until > end) living.Renew(until.Value, now, who);
            passed.Certified(living.Number);
            return;
        }
        var number = mine.Count == 0 ? series : $"{series}-{mine.Count + 1}";
        var types = course.CertificateTypes.Select(t => t.Code).ToList();
        var issuer = company.Name is { Length: > 0 } us ? us : name;
        db.Add(Certificate.Issue(new CertificateOrder(passed.Code, passed.Name, CertificateKind.Own, number, issuer, types, course.CertificateGrade, day, until), now, who, CertificateId.Of(issuer, number)));
        passed.Certified(number);
    }
}

/// <summary>How sessions are found.</summary>
internal static class SessionQueries
{
    public static readonly string[] States = ["coming", "sheet", "evaluate", "closed", "cancelled", "all"];

    /// <param name="state"><c>sheet</c>: over, and nobody has signed the sheet; <c>evaluate</c>: closed, and not evaluated yet.</param>
    public static IQueryable<Session> Shown(this IQueryable<Session> sessions, string state, DateTime now) => state switch
    {
        "coming" => sessions.Where(s => s.State == SessionState.Planned && s.EndsAt >= now),
        "sheet" => sessions.Where(s => s.State == SessionState.Planned && s.EndsAt < now),
        "evaluate" => sessions.Where(s => s.State == SessionState.Closed && s.EvaluatedOn == null),
        "closed" => sessions.Where(s => s.State == SessionState.Closed),
        "cancelled" => sessions.Where(s => s.State == SessionState.Cancelled),
        _ => sessions,
    };

    /// <summary>With participants and history.</summary>
    public static async Task<Session> OneAsync(this IQueryable<Session> sessions, Guid id, CancellationToken ct) =>
        await sessions.Include(s => s.Participants).Include(s => s.Events).AsSplitQuery().FirstOrDefaultAsync(s => s.PublicId == id, ct) ?? throw new NotThere();
}
