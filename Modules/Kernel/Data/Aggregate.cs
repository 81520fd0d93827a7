namespace AfterSales.Kernel.Data;

/// <summary>
/// The root of a cluster of rows that change together. <see cref="Version"/> is the concurrency token: every act raises it, so of two
/// people who act on the same state, the second is told. Events raised by an act go to the outbox in the same transaction.
/// </summary>
public abstract class Aggregate
{
    readonly List<object> _events = [];

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>Facts that happened and are not yet in the outbox.</summary>
    internal IReadOnlyList<object> TakeEvents()
    {
        object[] taken = [.. _events];
        _events.Clear();
        return taken;
    }

    /// <summary>To be called by every act, also by one that only touches child rows.</summary>
    protected void Acted() => Version++;

    protected void Raise(object @event) => _events.Add(@event);

    /// <summary>Refuses out loud unless the condition holds.</summary>
    /// <param name="key">Text key of the sentence.</param>
    /// <param name="field">Name of the form field it belongs to, e.g. <c>Input.Reason</c>; null for the whole form.</param>
    /// <exception cref="RuleViolation">It does not hold.</exception>
    protected static void Require(bool condition, string key, string? field = null, params object?[] args)
    {
        if (!condition) throw new RuleViolation(key, args) { Field = field };
    }
}

/// <summary>
/// A row that the warehouse follows. <see cref="Change"/> is given inside the write transaction from one counter per module, in commit
/// order, so a reader that keeps the highest number seen never skips a row.
/// </summary>
public interface IInFeed
{
    long Change { get; }
}

/// <summary>A record with an official number without gaps: given inside the transaction that stores the record, or not at all.</summary>
public interface INumbered
{
    /// <summary>Series of the number, e.g. <c>SO</c>.</summary>
    string NumberSeries { get; }
    /// <summary>Year in which the series counts, by the company's local day.</summary>
    int NumberYear { get; }
    /// <summary>True until a number was given (imported records bring their own).</summary>
    bool NeedsNumber { get; }
    void GiveNumber(long sequence);
}
