namespace AfterSales.Kernel;

/// <summary>
/// A rule of the business refuses an act. Aggregates throw it; one page filter turns it into a localised 422 form,
/// the command line into exit code 3, the import into a rejected cell. It never reaches a user as a stack trace.
/// </summary>
/// <param name="key">Key of the sentence that says what is wrong and what to do, e.g. <c>Requests.Close.VisitOpen</c>.</param>
/// <param name="args">Values for the sentence's placeholders, in order.</param>
public sealed class RuleViolation(string key, params object?[] args) : Exception(key)
{
    public string Key { get; } = key;
    public IReadOnlyList<object?> Args { get; } = args;
    /// <summary>Name of the form field that the sentence belongs to, or null when it concerns the whole form.</summary>
    public string? Field { get; init; }
}

/// <summary>One thing that somebody else did to a record while a form was open.</summary>
/// <param name="Who">Display name of the person.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="What">What was done, already in the reader's language.</param>
public sealed record Change(string Who, DateTime AtUtc, string What);

/// <summary>The record changed between loading a form and sending it. Pages answer 409 with <see cref="Changes"/> and keep what was typed.</summary>
public sealed class ChangedMeanwhile(IReadOnlyList<Change> changes) : Exception("The record was changed by somebody else.")
{
    public IReadOnlyList<Change> Changes { get; } = changes;
}
