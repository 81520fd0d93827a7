namespace AfterSales.Reporting.Indicators;

/// <summary>Collects the values of one question. Text of SQL gets only the marks <c>$1</c>, <c>$2</c>...; the same value is bound once.</summary>
/// <param name="asOf">Instant of the data, UTC: clocks still open are judged by it.</param>
/// <param name="today">Its local day.</param>
internal sealed class Binding(DateTime asOf, DateOnly today)
{
    readonly List<object> _values = [];

    public IReadOnlyList<object> Values => _values;

    /// <summary>The instant of the data.</summary>
    public string AsOf => Mark(asOf);

    /// <summary>The local day so many days before the day of the data.</summary>
    public string DaysAgo(int days) => Mark(today.AddDays(-days));

    public string Mark(object value)
    {
        var there = _values.IndexOf(value);
        if (there < 0)
        {
            there = _values.Count;
            _values.Add(value);
        }
        return $"${there + 1}";
    }
}
