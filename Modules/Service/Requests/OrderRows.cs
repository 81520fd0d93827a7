using AfterSales.Kernel.Clocks;

namespace AfterSales.Service.Requests;

/// <summary>An interruption of the handling clock: who, when, why. Ending it is an act of its own.</summary>
internal sealed class Pause
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required string Reason { get; init; }
    public required DateTime From { get; init; }
    public DateTime? To { get; internal set; }
    /// <summary>Kept from the policy at the time: whether it stops the handling clock, and for how many days at most.</summary>
    public required bool StopsHandling { get; init; }
    public int? LongestDays { get; init; }
    public string? Note { get; init; }
    /// <summary>Why a manager let it begin in the past.</summary>
    public string? BackdatedBecause { get; init; }
    public required string StartedBy { get; init; }
    public string? EndedBy { get; internal set; }
    /// <summary>Set when a customer's objection was upheld: the pause never counted.</summary>
    public DateTime? VoidedAt { get; internal set; }

    public PauseSpan Span => new(From, To, Reason, StopsHandling && VoidedAt is null, LongestDays is { } days ? TimeSpan.FromDays(days) : null);
}

internal enum ContactResult { Reached, NoAnswer, Busy, WrongNumber, PoweredOff }

/// <summary>A try to reach the customer: who, when, which number, with what result.</summary>
internal sealed class ContactAttempt
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required DateTime At { get; init; }
    public required string Who { get; init; }
    public string? Phone { get; init; }
    public required ContactResult Result { get; init; }
    /// <summary>A text message with the wish to be called back was delivered after this attempt.</summary>
    public bool MessageDelivered { get; init; }
    public string? Note { get; init; }
}

/// <summary>The customer asks again where we are (催单).</summary>
internal sealed class Urge
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required DateTime At { get; init; }
    public required string TakenBy { get; init; }
    public string? Note { get; init; }
}

/// <summary>One line of the order's history: what was done, by whom, and which version of the order it made.</summary>
internal sealed class OrderEvent
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required int Version { get; init; }
    public required DateTime At { get; init; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    /// <summary>Name of the act; its sentence is the text <c>Requests.Act.{Act}</c>.</summary>
    public required string Act { get; init; }
    /// <summary>Values for the sentence, joined by the unit separator.</summary>
    public required string Args { get; init; }

    public IReadOnlyList<string> Values => Args.Length == 0 ? [] : Args.Split('\u001f');
}

/// <summary>A clock that had ended when the order was reopened: its verdict is kept beside the new clock.</summary>
internal sealed class FormerClock
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required ClockKind Kind { get; init; }
    public required int Round { get; init; }
    public required DateTime? Started { get; init; }
    public required DateTime? Due { get; init; }
    public required DateTime? Ended { get; init; }
    public required ClockVerdict Verdict { get; init; }
    public ClockVerdict? GrossVerdict { get; init; }
}

/// <summary>Somebody who had the order before it was given to another technician.</summary>
internal sealed class FormerTechnician
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required long TechnicianId { get; init; }
    public required DateTime Until { get; init; }
}

/// <summary>A move of the agreed window: from when to when, who asked, why, and who entered it.</summary>
internal sealed class Reschedule
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required DateTime At { get; init; }
    public required string ActorId { get; init; }
    public required string Who { get; init; }
    /// <summary>True: the customer asked for it. False: the company did.</summary>
    public required bool ByCustomer { get; init; }
    public required string Reason { get; init; }
    public DateTime? OldStart { get; init; }
    public DateTime? OldEnd { get; init; }
    public required DateTime NewStart { get; init; }
    public required DateTime NewEnd { get; init; }
}
