namespace AfterSales.Feedback.Contracts;

/// <summary>A complaint was answered: the reply letter goes on file.</summary>
/// <param name="ComplaintId">Public id.</param>
public sealed record ComplaintReplied(Guid ComplaintId);
