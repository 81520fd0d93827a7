namespace AfterSales.Feedback.Contracts;

/// <summary>A complaint about an order was upheld, fully or in part.</summary>
/// <param name="OrderId">Public id of the order.</param>
/// <param name="Cause">Code of the cause.</param>
/// <param name="IsQuality">The job itself was not good work: its quality result changes.</param>
/// <param name="WantsRefund">The remedy is a refund of what was paid for that order.</param>
/// <param name="DecidedAt">UTC.</param>
public sealed record ComplaintUpheld(Guid ComplaintId, string Number, Guid OrderId, string? Cause, bool IsQuality, bool WantsRefund, DateTime DecidedAt);

/// <summary>A complaint about gas, CO, electric shock or scald arrived: a risk event.</summary>
/// <param name="At">UTC.</param>
public sealed record SafetyComplaintReceived(Guid ComplaintId, Guid? OrderId, string? ProductModel, string Text, DateTime At);
