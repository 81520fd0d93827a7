using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>One session: who takes part and who waits, links for the room, what came of it.</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class SessionModel(SessionLinks links, StaffRoll roll, ICompany company) : SessionPage
{
    [BindProperty] public string? Reason { get; set; }
    public bool MayPlan => May(StaffPermissions.PlanTraining);
    /// <summary>Who can still be enrolled, and who owes the course by a curriculum.</summary>
    public IReadOnlyList<(StaffRoll.Member Member, bool Owes)> Candidates { get; private set; } = [];
    public IReadOnlyList<LinkPurpose> Purposes => [LinkPurpose.SignIn, .. Course.Marks.TheoryMax is null ? Array.Empty<LinkPurpose>() : [LinkPurpose.TestBefore, LinkPurpose.TestAfter], LinkPurpose.Reaction];
    public LinkPurpose LinkPurpose { get; private set; }
    public string? Link { get; private set; }
    public QrCode? Qr { get; private set; }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        if (!MayPlan || Session.State != SessionState.Planned) return;
        var there = Session.Participants.Where(p => p.Place != Seat.Withdrawn).Select(p => p.EmployeeId).ToHashSet();
        var owing = await Owing.OfAsync(Db, Course.Id, Today, ct);
        Candidates = [.. (await roll.OnAsync(Session.Day > Today ? Today : Session.Day, ct)).Where(m => !there.Contains(m.Id)).Select(m => (m, owing.Owes(m))).OrderByDescending(c => c.Item2).ThenBy(c => c.m.Code)];
    }

    public async Task<IActionResult> OnPostEnrolAsync(List<Guid> people, CancellationToken ct)
    {
        if (!MayPlan) return Forbid();
        var members = (await roll.OnAsync(company.LocalDay(Now), ct)).ToDictionary(m => m.Id);
        return await ActAsync((session, now) =>
        {
            foreach (var person in people.Where(members.ContainsKey)) session.Enrol(members[person].Person, now, Actor);
        }, ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long participant, CancellationToken ct) => MayPlan ? await ActAsync((session, now) => session.Withdraw(participant, now, Actor), ct) : Forbid();

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct) => MayPlan ? await ActAsync((session, now) => session.Cancel(Reason, now, Actor), ct) : Forbid();

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => MayMark ? await ActAsync((session, now) => session.Reopen(Reason, now, Actor), ct) : Forbid();

    /// <summary>The link is on this answer only: what is kept is its hash.</summary>
    public async Task<IActionResult> OnPostLinkAsync(LinkPurpose purpose, CancellationToken ct)
    {
        if (!MayMark) return Forbid();
        var token = await links.MakeAsync(await FindAsync(toChange: false, ct), purpose, ct);
        var door = purpose switch { LinkPurpose.SignIn => "n", LinkPurpose.Reaction => "y", _ => "x" };
        (LinkPurpose, Link) = (purpose, new Uri(company.PublicUrl ?? new Uri($"{Request.Scheme}://{Request.Host}"), $"/{door}/{token}").AbsoluteUri);
        Qr = QrCode.Of(Link);
        await LoadAsync(ct);
        return Page();
    }
}

/// <summary>Who owes a course by the curricula.</summary>
/// <param name="Asked">Roles that must have it.</param>
/// <param name="Passed">Last pass by employee.</param>
internal sealed record Owing(IReadOnlyList<CurriculumCourse> Asked, IReadOnlyDictionary<Guid, DateOnly> Passed, DateOnly Today)
{
    public static async Task<Owing> OfAsync(StaffDbContext db, long courseId, DateOnly today, CancellationToken ct) =>
        new(await db.Set<CurriculumCourse>().AsNoTracking().Where(c => c.CourseId == courseId).ToListAsync(ct), await PassesAsync(db, courseId, ct), today);

    /// <summary>When everybody passed, by the attempt that counts.</summary>
    static async Task<Dictionary<Guid, DateOnly>> PassesAsync(StaffDbContext db, long courseId, CancellationToken ct)
    {
        var rule = await db.Set<Course>().Where(c => c.Id == courseId).Select(c => c.Counts).SingleAsync(ct);
        var attempts = await db.Set<Session>().Where(s => s.CourseId == courseId && s.State == SessionState.Closed).OrderBy(s => s.EndsAt).ThenBy(s => s.Id)
            .SelectMany(s => s.Participants.Where(p => p.Outcome == TrainingOutcome.Passed || p.Outcome == TrainingOutcome.Failed), (s, p) => new { p.EmployeeId, s.EndsAt, On = s.ResultsOn!.Value, p.Outcome }).ToListAsync(ct);
        return attempts.GroupBy(a => a.EmployeeId).Select(g => (Who: g.Key, On: Standing.PassedOn([.. g.OrderBy(a => a.EndsAt).Select(a => (a.On, a.Outcome == TrainingOutcome.Passed))], rule))).Where(p => p.On is not null).ToDictionary(p => p.Who, p => p.On!.Value);
    }

    public bool Owes(StaffRoll.Member member) => Asked.Any(a => a.Role == member.Position && a.IsOwed(Passed.TryGetValue(member.Id, out var on) ? on : null, Today));
}
