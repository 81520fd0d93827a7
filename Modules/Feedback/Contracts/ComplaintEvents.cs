namespace AfterSales.Feedback.Contracts;

/// <summary>A complaint about an order was upheld, fully or in part.</summary>
/// <param name="OrderId">Public id of the order.</param>
/// <param name="Cause">Code of the cause.</param>
/// <param name="IsQuality">The job itself was not good work: its quality result changes.</param>
/// <param name="WantsRefund">The remedy is a refund of what was paid for that order.</param>
/// <param name="DecidedAt">UTC.</param>
public sealed record ComplaintUpheld(Guid ComplaintId, string Number, Guid OrderId, string? Cause, bool IsQuality, bool WantsRefund, DateTime DecidedAt);

/// <summary>A complaint arrived. History tells nobody.</summary>
/// <param name="Channel">Code of the channel.</param>
/// <param name="Order">Number of the order that it is about, where one was named.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record ComplaintReceived(Guid ComplaintId, string Number, string Channel, string? Order, bool IsSafety, DateTime ReceivedAt);

/// <summary>A complaint was closed.</summary>
/// <param name="Finding">not_upheld, partly or upheld.</param>
/// <param name="ClosedAt">UTC.</param>
public sealed record ComplaintConcluded(Guid ComplaintId, string Number, string? Finding, DateTime ClosedAt);

/// <summary>A customer began to answer a survey; what was said can still change for a day.</summary>
/// <param name="Kind">Code of what was asked about.</param>
/// <param name="Orders">Numbers of the orders that it is about.</param>
/// <param name="AnsweredAt">UTC.</param>
public sealed record SurveyAnswered(Guid SurveyId, string Kind, IReadOnlyList<string> Orders, DateTime AnsweredAt);

/// <summary>A complaint about gas, CO, electric shock or scald arrived: a risk event.</summary>
/// <param name="At">UTC.</param>
public sealed record SafetyComplaintReceived(Guid ComplaintId, Guid? OrderId, string? ProductModel, string Text, DateTime At);
