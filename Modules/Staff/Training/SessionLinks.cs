using AfterSales.Kernel;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Links of a session for people in the room: made to be shown once, kept as a hash.</summary>
internal sealed class SessionLinks(StaffDbContext db, IPolicies policies, TimeProvider time)
{
    /// <summary>A reaction can be given for so many days after the session.</summary>
    const int ReactionDays = 14;

    /// <returns>Token of the new link; earlier links of the same purpose stop working.</returns>
    public async Task<string> MakeAsync(Session session, LinkPurpose purpose, CancellationToken ct)
    {
        var policy = policies.At<TrainingPolicy>(time.Now()).Value;
        foreach (var old in await db.Set<SessionLink>().Where(l => l.SessionId == session.Id && l.Purpose == purpose).ToListAsync(ct)) db.Remove(old);
        var token = PublicToken.New();
        var (from, until) = purpose switch
        {
            LinkPurpose.SignIn => (session.StartsAt.AddMinutes(-policy.SignInMinutes), session.EndsAt),
            LinkPurpose.Reaction => (session.StartsAt, session.EndsAt.AddDays(ReactionDays)),
            LinkPurpose.TestBefore => (session.StartsAt.AddDays(-7), session.EndsAt),
            _ => (session.StartsAt, session.EndsAt.AddDays(1)),
        };
        db.Add(new SessionLink { SessionId = session.Id, Purpose = purpose, TokenHash = PublicToken.Hash(token)!, From = from, Until = until });
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>The link behind a token if it is open now; unknown, old and closed ones look alike.</summary>
    public async Task<(SessionLink Link, Session Session)?> BehindAsync(string? token, CancellationToken ct, params LinkPurpose[] purposes)
    {
        if (PublicToken.Hash(token) is not { } hash || await db.Set<SessionLink>().AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, ct) is not { } link) return null;
        if (!purposes.Contains(link.Purpose) || !link.IsOpen(time.Now())) return null;
        var session = await db.Set<Session>().Include(s => s.Participants).SingleAsync(s => s.Id == link.SessionId, ct);
        return session.State == SessionState.Cancelled ? null : (link, session);
    }

    /// <summary>The seat of whoever types a number; people are not listed on a public page.</summary>
    /// <exception cref="RuleViolation">Nobody with this number has a seat.</exception>
    public static Participant SeatOf(Session session, string? code) =>
        session.Seated.FirstOrDefault(p => string.Equals(p.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw new RuleViolation("Training.Link.NoSeat") { Field = "Code" };
}

/// <summary>Sits tests: begins them, takes answers as they come, hands them in. The test after the training is the theory score on the sheet.</summary>
internal sealed class TakeTest(StaffDbContext db, WriteCells cells, TimeProvider time)
{
    /// <returns>Token under which this person sits this test.</returns>
    public async Task<string> BeginAsync(Session session, Participant participant, TestStage stage, CancellationToken ct)
    {
        if (await db.Set<Sitting>().AnyAsync(s => s.ParticipantId == participant.Id && s.Stage == stage, ct)) throw new RuleViolation("Training.Test.Begun");
        var course = await db.Set<Course>().AsNoTracking().SingleAsync(c => c.Id == session.CourseId, ct);
        var bank = await db.Set<BankQuestion>().AsNoTracking().Where(q => q.CourseId == course.Id && !q.IsRetired).OrderBy(q => q.Id).ToListAsync(ct);
        var token = PublicToken.New();
        db.Add(Sitting.Begin(session, course, participant, stage, bank, PublicToken.Hash(token)!, Random.Shared, time.Now()));
        await db.SaveChangesAsync(ct);
        return token;
    }

    public async Task<Sitting?> BehindAsync(string? token, CancellationToken ct) => PublicToken.Hash(token) is { } hash
        ? await db.Set<Sitting>().Include(s => s.Answers).FirstOrDefaultAsync(s => s.TokenHash == hash, ct) : null;

    public async Task<IReadOnlyDictionary<long, BankQuestion>> QuestionsAsync(Sitting sitting, CancellationToken ct)
    {
        var ids = sitting.Answers.Select(a => a.QuestionId).ToList();
        return await db.Set<BankQuestion>().AsNoTracking().Include(q => q.Choices).Where(q => ids.Contains(q.Id)).ToDictionaryAsync(q => q.Id, ct);
    }

    public async Task HandInAsync(Sitting sitting, CancellationToken ct)
    {
        sitting.HandIn(await QuestionsAsync(sitting, ct), time.Now());
        await db.SaveChangesAsync(ct);
        if (sitting.Stage != TestStage.After) return;
        var session = await db.Set<Session>().AsNoTracking().Include(s => s.Participants).SingleAsync(s => s.Id == sitting.SessionId, ct);
        if (session.Marks.TheoryMax is not { } max || session.State != SessionState.Planned) return;
        var seen = await db.Set<SheetCell>().AsNoTracking().Where(c => c.ParticipantId == sitting.ParticipantId && c.Column == SheetColumn.Theory).Select(c => c.Version).FirstOrDefaultAsync(ct);
        // the id of the sitting is the id of the entry: handed in twice, it is written once
        await cells.WriteAsync(session.PublicId, [new TypedCell(sitting.ParticipantId, SheetColumn.Theory, SheetText.Kept(max * sitting.Share!.Value), seen, EntryOf(sitting), sitting.HandedInAt!.Value)], session.Participants.Single(p => p.Id == sitting.ParticipantId).Name, ct);
    }

    static Guid EntryOf(Sitting sitting) => new(Convert.FromHexString(sitting.TokenHash).AsSpan(0, 16));
}
