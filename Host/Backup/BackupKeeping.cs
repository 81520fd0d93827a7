using System.Globalization;

namespace AfterSales.Host.Backup;

/// <summary>
/// Which daily backups stay: the newest seven days that have one, the newest of each of the newest four weeks, the newest of each of the newest
/// twelve months. Days count by being there: an office that was closed for a month loses nothing by coming back.
/// </summary>
internal static class BackupKeeping
{
    public const int Days = 7;
    public const int Weeks = 4;
    public const int Months = 12;

    /// <param name="days">Days that have a backup.</param>
    /// <returns>Those of them whose backup is kept; the newest always is.</returns>
    public static IReadOnlySet<DateOnly> Kept(IEnumerable<DateOnly> days)
    {
        List<DateOnly> newestFirst = [.. days.Distinct().OrderDescending()];
        return newestFirst.Take(Days)
            .Concat(NewestOfEach(newestFirst, d => (ISOWeek.GetYear(d.ToDateTime(default)), ISOWeek.GetWeekOfYear(d.ToDateTime(default))), Weeks))
            .Concat(NewestOfEach(newestFirst, d => (d.Year, d.Month), Months))
            .ToHashSet();
    }

    static IEnumerable<DateOnly> NewestOfEach(List<DateOnly> newestFirst, Func<DateOnly, (int, int)> period, int periods) =>
        newestFirst.GroupBy(period).Take(periods).Select(g => g.First());
}
