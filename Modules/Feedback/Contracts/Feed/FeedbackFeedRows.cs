namespace AfterSales.Feedback.Contracts.Feed;

/// <summary>One invitation with what came back, as the warehouse takes it: in codes, without persons or words. Feed name: <c>feedback.surveys</c>.</summary>
public sealed record SurveyFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>service, relationship, complaint, training.</summary>
    public required string Kind { get; init; }
    /// <summary>Number of the order that it was first about; null where it is not about an order.</summary>
    public string? Order { get; init; }
    public string? Contract { get; init; }
    /// <summary>Who did the job when it was completed, whoever has the order now.</summary>
    public string? Technician { get; init; }
    public string? Team { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    public string? Region { get; init; }
    /// <summary>Local day on which the job was completed; null where the survey is about none.</summary>
    public DateOnly? JobDay { get; init; }
    public required DateOnly InvitedDay { get; init; }
    public required bool Delivered { get; init; }
    /// <summary>link, qr, phone, on_site, paper; null without an answer.</summary>
    public string? Method { get; init; }
    public DateOnly? AnsweredDay { get; init; }
    public int? Rating { get; init; }
    public int? Recommendation { get; init; }
    public int? Effort { get; init; }
    /// <summary>False while it is held for review or when a review threw it out.</summary>
    public required bool Counts { get; init; }
}

/// <summary>One order that was asked about. Feed name: <c>feedback.invited-orders</c>.</summary>
public sealed record InvitedOrderFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Order { get; init; }
}

/// <summary>One call-back. Feed name: <c>feedback.callbacks</c>.</summary>
public sealed record CallBackFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public string? Order { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
    public required DateOnly AnsweredDay { get; init; }
    public required DateTime Due { get; init; }
    public DateTime? Ended { get; init; }
    public string? Result { get; init; }
}

/// <summary>One complaint. Feed name: <c>feedback.complaints</c>.</summary>
public sealed record ComplaintFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Number { get; init; }
    public string? Order { get; init; }
    public required string Channel { get; init; }
    /// <summary>service or product.</summary>
    public required string Matter { get; init; }
    public required string Severity { get; init; }
    public required string Stage { get; init; }
    public string? Contract { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    public string? Region { get; init; }
    public required DateOnly ReceivedDay { get; init; }
    public DateOnly? ClosedDay { get; init; }
    /// <summary>The earliest limit that is open or was missed; null when all were met.</summary>
    public DateTime? OpenDue { get; init; }
    public DateOnly? OpenDueDay { get; init; }
    /// <summary>A limit was missed, in this or an earlier round.</summary>
    public required bool Missed { get; init; }
    public required bool Upheld { get; init; }
    public required bool HasCause { get; init; }
    public required bool HasAction { get; init; }
    public required bool StepsInOrder { get; init; }
    public required int Reopened { get; init; }
    public bool? Settled { get; init; }
    public DateOnly? SettledDay { get; init; }
}

/// <summary>One public mention or review. Feed name: <c>feedback.mentions</c>.</summary>
public sealed record MentionFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>dianping, xiaohongshu, douyin, ...</summary>
    public required string Place { get; init; }
    public string? Region { get; init; }
    public required DateOnly PublishedDay { get; init; }
    /// <summary>positive, neutral, negative; null until a person has set it.</summary>
    public string? Tone { get; init; }
    public required bool NeedsReply { get; init; }
    public required DateTime Due { get; init; }
    public DateTime? Answered { get; init; }
    /// <summary>A reply within the limit.</summary>
    public required bool InTime { get; init; }
}

/// <summary>How one public promise stood at the end of one month. Feed name: <c>feedback.promises</c>.</summary>
public sealed record PromiseFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Code of the indicator that it is tied to.</summary>
    public required string Indicator { get; init; }
    public required DateOnly LastDay { get; init; }
    /// <summary>Null without data: neither kept nor broken.</summary>
    public bool? Kept { get; init; }
}

/// <summary>One analysis that a month owes. Feed name: <c>feedback.analyses</c>.</summary>
public sealed record AnalysisFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>surveys, complaints, brand.</summary>
    public required string Kind { get; init; }
    public required DateOnly Due { get; init; }
    public DateOnly? SignedOn { get; init; }
}
