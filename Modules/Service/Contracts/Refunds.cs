namespace AfterSales.Service.Contracts;

/// <summary>
/// Asks Service to give a customer back all that was paid for an order (clause 1.8.3). It cannot be refused by anybody, only executed.
/// </summary>
/// <param name="Key">The caller's idempotency key, e.g. <c>complaint:{id}</c>: the same key twice adds nothing.</param>
/// <param name="OrderId">Public id of the order.</param>
/// <param name="Cause">complaint_upheld, check_failed, factory_value_failed or repeat.</param>
/// <param name="Note">Why, for whoever pays it out; null when the cause says it all.</param>
public sealed record RefundEntitlement(string Key, Guid OrderId, string Cause, string? Note);

/// <param name="IsNew">False when the key was known already.</param>
/// <param name="AmountFen">What is now due under this key, in fen; 0 when nothing was paid.</param>
/// <param name="DueAt">Until when it must be executed; null when nothing is due.</param>
public sealed record RefundAnswer(bool IsNew, long AmountFen, DateTime? DueAt);

/// <summary>Takes requests for refunds from Feedback and Risk.</summary>
public interface IEntitleRefunds
{
    /// <exception cref="InvalidOperationException">There is no such order, or the cause is none of those named.</exception>
    Task<RefundAnswer> EntitleAsync(RefundEntitlement request, CancellationToken ct);
}

/// <summary>Money went back to a customer.</summary>
/// <param name="OrderId">Public id of the order.</param>
/// <param name="Key">Key under which it was asked for.</param>
/// <param name="ExecutedAt">UTC.</param>
public sealed record RefundExecuted(Guid OrderId, string Key, long AmountFen, DateTime ExecutedAt);
