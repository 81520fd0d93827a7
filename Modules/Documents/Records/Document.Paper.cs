using System.Globalization;
using AfterSales.Kernel;

namespace AfterSales.Documents.Records;

/// <summary>What happens to the paper copy, and to the whole when its time is over.</summary>
internal sealed partial class Document
{
    /// <summary>Puts the paper copy into a place: room, cabinet, box.</summary>
    public void PutAway(string room, string? cabinet, string? box, DateOnly today, DateTime now, Actor who)
    {
        Require(State is DocumentState.Coded or DocumentState.Archived, "Records.PaperNeedsCode");
        Require(!string.IsNullOrWhiteSpace(room), "Records.RoomMissing", "Input.Room");
        (Room, Cabinet, Box, PlacedOn) = (room.Trim(), Cut(cabinet), Cut(box), PlacedOn ?? today);
        Done("PutAway", who, now, Place!);
    }

    public void Lend(string borrower, DateOnly dueOn, DateOnly today, DateTime now, Actor who)
    {
        Require(Room is not null, "Records.NoPaper");
        Require(State != DocumentState.Disposed, "Records.IsDisposed");
        Require(OpenDisposal is null, "Records.DisposalOpen");
        if (OpenLoan is { } open) throw new RuleViolation("Records.IsLent", open.Borrower, open.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Require(!string.IsNullOrWhiteSpace(borrower), "Records.BorrowerMissing", "Input.Borrower");
        Require(dueOn >= today, "Records.DueBeforeToday", "Input.DueOn");
        Loans.Add(new Loan { Borrower = borrower.Trim(), LentOn = today, DueOn = dueOn, LentBy = who.Name });
        Done("Lent", who, now, borrower.Trim(), dueOn.ToString("O", CultureInfo.InvariantCulture));
    }

    public void TakeBack(DateOnly today, DateTime now, Actor who)
    {
        var open = OpenLoan ?? throw new RuleViolation("Records.NotLent");
        open.Return(today, who);
        Done("Returned", who, now, open.Borrower);
    }

    /// <summary>First of two people: the time is over and nobody has it.</summary>
    public void ProposeDisposal(string reason, string method, DateOnly today, DateTime now, Actor who)
    {
        Require(State == DocumentState.Archived, "Records.NotArchived");
        if (KeepUntil is not { } until) throw new RuleViolation("Records.KeptForGood");
        if (today <= until) throw new RuleViolation("Records.StillKept", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Require(OpenDisposal is null, "Records.DisposalOpen");
        if (OpenLoan is { } open) throw new RuleViolation("Records.IsLent", open.Borrower, open.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Require(!string.IsNullOrWhiteSpace(reason), "Records.ReasonMissing", "Input.Reason");
        Require(!string.IsNullOrWhiteSpace(method), "Records.MethodMissing", "Input.Method");
        Disposals.Add(new Disposal { NumberYear = today.Year, Reason = reason.Trim(), Method = method.Trim(), ProposedAt = now, ProposedById = who.Id, ProposedBy = who.Name });
        Done("DisposalProposed", who, now, reason.Trim());
    }

    /// <summary>Second of two people. What is written about the document stays; its contents are given up.</summary>
    /// <returns>Checksums that the document needs no more.</returns>
    public IReadOnlyList<string> ApproveDisposal(DateTime now, Actor who)
    {
        var open = OpenDisposal ?? throw new RuleViolation("Records.NoDisposal");
        Require(open.ProposedById != who.Id, "Records.SamePerson");
        open.Decide(DisposalDecision.Approved, now, who);
        (State, Room, Cabinet, Box) = (DocumentState.Disposed, null, null, null);
        Done("Disposed", who, now, open.Method);
        return [.. Versions.Select(v => v.Sha256).Distinct()];
    }

    public void RejectDisposal(DateTime now, Actor who)
    {
        var open = OpenDisposal ?? throw new RuleViolation("Records.NoDisposal");
        open.Decide(DisposalDecision.Rejected, now, who);
        Done("DisposalRejected", who, now);
    }
}
