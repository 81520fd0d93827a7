namespace AfterSales.Risk.Contracts;

/// <summary>What a corrective action came from.</summary>
public static class ActionSources
{
    public const string Signal = "signal";
    public const string Complaint = "complaint";
    public const string Check = "check";
    public const string Survey = "survey";
    public const string Risk = "risk";
    public const string Audit = "audit";
}

/// <summary>Asks for a corrective action (clause 4.5): somebody is to find the cause, act, and prove the effect.</summary>
/// <param name="Key">The caller's idempotency key, e.g. <c>complaint:{id}</c>: the same key twice opens nothing new.</param>
/// <param name="Source">One of <see cref="ActionSources"/>.</param>
/// <param name="Problem">What went wrong, in words.</param>
/// <param name="AboutId">Public id of the record that it came from; null without one.</param>
/// <param name="AboutLabel">What people call that record, e.g. <c>CP-2026-000012</c>.</param>
/// <param name="Link">Page of that record, within the product.</param>
public sealed record ActionRequest(string Key, string Source, string Problem, Guid? AboutId, string? AboutLabel, string? Link);

/// <param name="IsNew">False when the key was known already.</param>
/// <param name="Number">The number people use, e.g. <c>CA-2026-000007</c>.</param>
/// <param name="Link">Page of the action.</param>
public sealed record ActionAnswer(Guid ActionId, string Number, bool IsNew, string Link);

/// <summary>Takes requests for corrective actions from other modules, in a transaction of Risk's own.</summary>
public interface IAskForActions
{
    /// <exception cref="InvalidOperationException">The source is none of those named, or there is no problem.</exception>
    Task<ActionAnswer> AskAsync(ActionRequest request, CancellationToken ct);
}

/// <summary>A corrective action was opened.</summary>
/// <param name="Source">One of <see cref="ActionSources"/>.</param>
/// <param name="Key">Key under which it was asked for.</param>
/// <param name="AboutId">Public id of the record that it came from.</param>
/// <param name="At">UTC.</param>
public sealed record ActionOpened(Guid ActionId, string Number, string Source, string Key, Guid? AboutId, DateTime At);

/// <summary>The effect of a corrective action was judged: effective ends it, not effective begins it again.</summary>
/// <param name="Indicator">Code of the indicator that was to move; null when people judged without one.</param>
/// <param name="On">Local day.</param>
public sealed record ActionVerified(Guid ActionId, string Number, string Source, Guid? AboutId, bool Effective, string? Indicator, DateOnly On);

/// <summary>A check of a job did not reach its pass score. What was paid for the job is owed back (clause 1.8.3).</summary>
/// <param name="OrderId">Public id of the order.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="At">UTC.</param>
public sealed record CheckFailed(Guid CheckId, string Number, Guid OrderId, string OrderNumber, double Score, DateTime At);

/// <summary>A check of a job is done: its report goes on file (clause 4.3).</summary>
public sealed record CheckDone(Guid CheckId);
