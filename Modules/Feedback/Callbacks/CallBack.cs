using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Feedback.Callbacks;

/// <summary>How a call-back ended.</summary>
internal enum CallBackResult { Settled, Revisit, NotWanted, Unreachable, BecameComplaint }

/// <summary>A low score is answered by a person within 24 hours (clause 3.5): who called when, what came of it.</summary>
internal sealed class CallBack : Aggregate, IInFeed
{
    /// <summary>Calls in vain after which somebody counts as unreachable.</summary>
    const int TriesInVain = 3;

    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    /// <summary>The invitation whose answer opened it; one call-back each.</summary>
    public Guid InvitationId { get; private init; }
    public string ContactKey { get; private init; } = "";
    public string? ContactName { get; private init; }
    public string? Phone { get; private init; }
    public Guid? OrderId { get; private init; }
    public string? OrderNumber { get; private init; }
    public string? Technician { get; private init; }
    public string? TechnicianName { get; private init; }
    public string? TechnicianAccount { get; private init; }
    public string? Team { get; private init; }
    public int? Rating { get; private init; }
    public int? Recommendation { get; private init; }
    public string? Comment { get; private init; }
    public DateTime OpenedAt { get; private init; }
    public DateOnly AnsweredDay { get; private init; }
    public FeedbackClock Clock { get; private init; } = null!;
    public CallBackResult? Result { get; private set; }
    public string? ResultNote { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? EndedBy { get; private set; }
    /// <summary>Public id of the complaint that it became.</summary>
    public Guid? ComplaintId { get; private set; }
    public List<CallBackAttempt> Attempts { get; } = [];

    CallBack() { }

    public static CallBack Open(Invitation invitation, SurveyPolicy policy, WorkingCalendar calendar, DateTime now, DateOnly today, Guid? publicId = null)
    {
        var (order, response) = (invitation.Job, invitation.Response!);
        return new CallBack
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), InvitationId = invitation.PublicId, ContactKey = invitation.ContactKey, ContactName = invitation.ContactName, Phone = invitation.Phone,
            OrderId = order?.OrderId, OrderNumber = order?.Number, Technician = order?.Technician, TechnicianName = order?.TechnicianName, TechnicianAccount = order?.TechnicianAccount, Team = order?.Team,
            Rating = response.Rating, Recommendation = response.Recommendation, Comment = response.Comment, OpenedAt = now, AnsweredDay = today, Clock = FeedbackClock.Start(policy.CallBack, now, calendar),
        };
    }

    /// <summary>A try to reach the customer; a person who was reached ends the clock.</summary>
    public void Try(CallResult result, string? note, WorkingCalendar calendar, DateTime now, Actor who)
    {
        Require(Result is null, "Callbacks.IsEnded");
        RefuseSubject(who);
        Attempts.Add(new CallBackAttempt { At = now, Who = who.Name, Result = result, Note = note });
        if (result is CallResult.Reached or CallResult.Refused) Clock.End(now, calendar);
        Acted();
    }

    public void End(CallBackResult result, string? note, WorkingCalendar calendar, DateTime now, Actor who)
    {
        Require(Result is null, "Callbacks.IsEnded");
        RefuseSubject(who);
        Require(result != CallBackResult.BecameComplaint, "Callbacks.ComplainInstead");
        Require(result != CallBackResult.Unreachable || Attempts.Count(a => a.Result is not (CallResult.Reached or CallResult.Refused)) >= TriesInVain, "Callbacks.ThreeTries");
        Require(result == CallBackResult.Unreachable || Attempts.Exists(a => a.Result is CallResult.Reached or CallResult.Refused), "Callbacks.NotReached");
        Require(!string.IsNullOrWhiteSpace(note), "Callbacks.NoteMissing", "Input.Note");
        (Result, ResultNote, EndedAt, EndedBy) = (result, note!.Trim(), now, who.Name);
        Clock.End(now, calendar);
        Acted();
    }

    /// <summary>The customer complains: everything known is carried over to a complaint.</summary>
    public void BecomeComplaint(Guid complaint, WorkingCalendar calendar, DateTime now, Actor who)
    {
        Require(Result is null, "Callbacks.IsEnded");
        RefuseSubject(who);
        (Result, ComplaintId, EndedAt, EndedBy) = (CallBackResult.BecameComplaint, complaint, now, who.Name);
        Clock.End(now, calendar);
        Acted();
    }

    void RefuseSubject(Actor who) => Require(TechnicianAccount is null || TechnicianAccount != who.Id, "Callbacks.OwnJob");
}

internal sealed class CallBackAttempt
{
    public long Id { get; private set; }
    public long CallBackId { get; private set; }
    public DateTime At { get; init; }
    public required string Who { get; init; }
    public CallResult Result { get; init; }
    public string? Note { get; init; }
}

internal sealed class CallBackMap : IEntityTypeConfiguration<CallBack>, IEntityTypeConfiguration<CallBackAttempt>
{
    public void Configure(EntityTypeBuilder<CallBack> builder)
    {
        builder.ToTable("call_backs");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.InvitationId).IsUnique();
        builder.HasIndex(c => new { c.Result, c.OpenedAt });
        builder.ComplexProperty(c => c.Clock).Property(c => c.Limit).HasConversion(l => l.ToString(), code => FeedbackClock.Parse(code)).HasMaxLength(10);
        builder.HasMany(c => c.Attempts).WithOne().HasForeignKey(a => a.CallBackId);
    }

    public void Configure(EntityTypeBuilder<CallBackAttempt> builder) => builder.ToTable("call_back_attempts");
}

internal static class CallBackQueries
{
    public static readonly string[] States = ["open", "overdue", "no_answer", "reached", "refused", "ended", "all"];

    public static IQueryable<CallBack> Shown(this IQueryable<CallBack> callBacks, string state, DateTime now) => state switch
    {
        "open" => callBacks.Where(c => c.Result == null),
        "overdue" => callBacks.Where(c => c.Result == null && c.Clock.Verdict == null && c.Clock.Due < now),
        "no_answer" => callBacks.Where(c => c.Result == null && c.Attempts.Any() && !c.Attempts.Any(a => a.Result == CallResult.Reached || a.Result == CallResult.Refused)),
        "reached" => callBacks.Where(c => c.Attempts.Any(a => a.Result == CallResult.Reached)),
        "refused" => callBacks.Where(c => c.Attempts.Any(a => a.Result == CallResult.Refused)),
        "ended" => callBacks.Where(c => c.Result != null),
        _ => callBacks,
    };

    /// <exception cref="Kernel.Pages.NotThere">No such call-back.</exception>
    public static async Task<CallBack> OneAsync(this IQueryable<CallBack> callBacks, Guid id, CancellationToken ct) =>
        await callBacks.Include(c => c.Attempts).FirstOrDefaultAsync(c => c.PublicId == id, ct) ?? throw new Kernel.Pages.NotThere();
}
