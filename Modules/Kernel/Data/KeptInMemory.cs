namespace AfterSales.Kernel.Data;

/// <summary>
/// Keeps rows of some tables in memory. Whoever changes them forgets them here; where several hosts share one PostgreSQL, every host hears of the change,
/// whatever made it, and forgets them too.
/// </summary>
public interface IKeptInMemory
{
    /// <summary>Tables it reads, as <c>schema.table</c>.</summary>
    IReadOnlyCollection<string> Tables { get; }

    void Forget();
}

/// <summary>What was read from the database and is kept until somebody forgets it. A change that comes while it is being read is not missed.</summary>
public sealed class Kept<T>(Func<T> read) where T : class
{
    readonly Lock _reading = new();
    volatile T? _value;
    int _changes;

    public T Value => _value ?? Read();

    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _value = null;
    }

    T Read()
    {
        lock (_reading)
        {
            if (_value is { } there) return there;
            var before = Volatile.Read(ref _changes);
            var value = read();
            _value = value;
            if (Volatile.Read(ref _changes) != before) _value = null; // changed while we read: whoever asks next reads again
            return value;
        }
    }
}
