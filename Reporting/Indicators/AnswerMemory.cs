using System.Collections.Concurrent;

namespace AfterSales.Reporting.Indicators;

/// <summary>Remembers answers of the warehouse until the next load: the same run gives the same rows.</summary>
internal sealed class AnswerMemory
{
    const int Most = 1024;

    readonly ConcurrentDictionary<string, object> _answers = new();
    long _run;

    public T Of<T>(DataKey key, Func<T> ask) where T : class
    {
        if (Interlocked.Exchange(ref _run, key.Run) != key.Run || _answers.Count > Most) _answers.Clear();
        return (T)_answers.GetOrAdd(key.Text, _ => ask());
    }
}

/// <summary>Names an answer: the load that made the data, the SQL and its values.</summary>
internal readonly record struct DataKey(long Run, string Text)
{
    public static DataKey Of(long run, string sql, IEnumerable<object> values) => new(run, $"{run}|{sql}|{string.Join('|', values)}");
}
