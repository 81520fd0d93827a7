using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;

namespace AfterSales.Feedback.Complaints;

/// <summary>The steps of ISO 10002, by what comes next.</summary>
internal enum ComplaintStage { Received, Acknowledged, Assessed, Investigated, Decided, Replied, Closed }

internal enum Severity { Normal, Serious, Safety }

internal enum Finding { NotUpheld, Partly, Upheld }

internal enum ComplaintChannel { Phone, Web, Wechat, Platform, BrandHotline, Line12315, Line12345, Media, CallBack }

/// <summary>What it is about: the service of this company, or the product itself, counted beside.</summary>
internal enum ComplaintMatter { Service, Product }

internal enum Remedy { None, Redo, Refund, Replace, Apology, Compensation }

/// <summary>
/// A customer's complaint from receipt to close (clause 5.2, ISO 10002): each step one act, in order, with who and when; three clocks; never
/// handled by the one complained about.
/// </summary>
internal sealed partial class Complaint : Aggregate, IInFeed, INumbered
{
    int _year;

    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public ComplaintChannel Channel { get; private init; }
    public ComplaintMatter Matter { get; private set; }
    /// <summary>Number under which the outside channel knows it.</summary>
    public string? OutsideNumber { get; private init; }
    /// <summary>When the outside channel wants it settled; rules where it is earlier than the own limit.</summary>
    public DateTime? OutsideDue { get; private init; }
    public string? ContactName { get; private init; }
    public string? Phone { get; private init; }
    public string ContactKey { get; private init; } = "";
    public string Text { get; private init; } = "";
    public string? Wish { get; private init; }
    public Guid? OrderId { get; private set; }
    public string? OrderNumber { get; private set; }
    public string? Contract { get; private set; }
    public string? ProductModel { get; private set; }
    public string? ProductType { get; private set; }
    public string? Region { get; private set; }
    /// <summary>Employee code of the person complained about.</summary>
    public string? Subject { get; private set; }
    public string? SubjectName { get; private set; }
    public string? SubjectAccount { get; private set; }
    public string? Team { get; private set; }
    public DateTime ReceivedAt { get; private init; }
    public DateOnly ReceivedDay { get; private init; }
    public int PolicyVersion { get; private init; }
    public string CalendarVersion { get; private init; } = "";
    public ComplaintStage Stage { get; private set; }
    public Severity Severity { get; private set; }
    public Finding? Finding { get; private set; }
    public string? Cause { get; private set; }
    public string? Investigation { get; private set; }
    public Remedy? Remedy { get; private set; }
    public string? Decision { get; private set; }
    public string? ReplyText { get; private set; }
    /// <summary>Corrective action that followed, in words or as the number of the action.</summary>
    public string? Action { get; private set; }
    public string? HandlerId { get; private set; }
    public string? HandlerName { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public DateOnly? ClosedDay { get; private set; }
    public int Reopened { get; private set; }
    public DateTime? ReopenedAt { get; private set; }
    /// <summary>The customer's word on whether it is settled; null: not asked or no answer.</summary>
    public bool? Settled { get; private set; }
    public DateOnly? SettledDay { get; private set; }
    /// <summary>Paid back to the customer because of it.</summary>
    public Money Refunded { get; private set; }
    public DateOnly? RefundedDay { get; private set; }
    public FeedbackClock Acknowledging { get; private set; } = null!;
    public FeedbackClock Deciding { get; private set; } = null!;
    public FeedbackClock Closing { get; private set; } = null!;
    /// <summary>Number that it had in an earlier system; null when it was received here.</summary>
    public string? EarlierNumber { get; private init; }
    /// <summary>Hash of the link by which the customer follows it.</summary>
    public string? TokenHash { get; private set; }
    public List<ComplaintEvent> Events { get; } = [];
    public List<Escalation> Escalations { get; } = [];

    public string NumberSeries => "CP";
    public int NumberYear => _year;
    public bool NeedsNumber => Number.Length == 0;
    public void GiveNumber(long sequence)
    {
        Number = $"CP-{_year}-{sequence:000000}";
        Raise(new ComplaintReceived(PublicId, Number, Code.Of(Channel), OrderNumber, Severity == Severity.Safety, ReceivedAt));
    }


    public bool IsOpen => Stage != ComplaintStage.Closed;
    public bool IsUpheld => Finding is Complaints.Finding.Upheld or Complaints.Finding.Partly;
    /// <summary>Clocks that still run, in the order in which they are to be met.</summary>
    public IEnumerable<(string Name, FeedbackClock Clock)> OpenClocks => IsOpen ? Clocks.Where(c => c.Clock.Verdict is null) : [];
    /// <summary>The clock that is to be met next; null when all have ended.</summary>
    public (string Name, FeedbackClock Clock)? NextClock => OpenClocks.Select(c => ((string, FeedbackClock)?)c).FirstOrDefault();
    public (string Name, FeedbackClock Clock)[] Clocks => [("Acknowledge", Acknowledging), ("Decide", Deciding), ("Close", Closing)];

    Complaint() { }
}

/// <summary>What stands in a new complaint.</summary>
internal sealed record ComplaintIntake
{
    public required DateTime ReceivedAt { get; init; }
    public required DateOnly ReceivedDay { get; init; }
    public ComplaintChannel Channel { get; init; }
    public ComplaintMatter Matter { get; init; }
    public string? OutsideNumber { get; init; }
    public DateTime? OutsideDue { get; init; }
    public string? ContactName { get; init; }
    public string? Phone { get; init; }
    public string? ContactKey { get; init; }
    public required string Text { get; init; }
    public string? Wish { get; init; }
    public bool IsSafety { get; init; }
    public Service.Contracts.OrderInBrief? Order { get; init; }
    public Guid? PublicId { get; init; }
    public string? EarlierNumber { get; init; }
}

/// <summary>Policy and calendar that a complaint keeps since receipt.</summary>
internal sealed record ComplaintRules(ComplaintPolicy Policy, int PolicyVersion, WorkingCalendar Calendar);

/// <summary>One act on a complaint, or something that happened to it by itself: who, when, what. <see cref="Version"/> is the complaint's after it.</summary>
internal sealed class ComplaintEvent
{
    public long Id { get; private set; }
    public long ComplaintId { get; private set; }
    public int Version { get; init; }
    public DateTime At { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}

/// <summary>Somebody higher up was told of a limit: once per limit, level and round, whatever is restarted.</summary>
internal sealed class Escalation
{
    public long Id { get; private set; }
    public long ComplaintId { get; private set; }
    public required string Clock { get; init; }
    /// <summary><c>manager</c> or <c>owner</c>.</summary>
    public required string Level { get; init; }
    /// <summary>Times the complaint had been reopened.</summary>
    public int Round { get; init; }
    public DateTime At { get; init; }
}
