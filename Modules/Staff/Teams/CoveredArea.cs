using AfterSales.Kernel.Data;

namespace AfterSales.Staff.Teams;

/// <summary>A district for which a team answers, or to which a person goes, over a span of days. One that ends before it began never held.</summary>
internal abstract class CoveredArea : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    /// <summary>Code of the division list.</summary>
    public required string Region { get; init; }
    public DateOnly FirstDay { get; init; }
    public DateOnly? LastDay { get; private set; }

    internal void EndOn(DateOnly day) => LastDay = day;
}

internal static class CoveredAreas
{
    /// <summary>From a day on these districts, and no others.</summary>
    public static void Become<T>(this List<T> areas, IReadOnlyCollection<string> regions, DateOnly from, Func<string, T> begin) where T : CoveredArea
    {
        foreach (var area in areas.Where(a => a.LastDay is null && !regions.Contains(a.Region))) area.EndOn(from.AddDays(-1));
        areas.AddRange(regions.Where(r => !areas.Exists(a => a.Region == r && a.LastDay is null)).Select(begin).ToList());
    }

    public static void EndAll<T>(this List<T> areas, DateOnly lastDay) where T : CoveredArea
    {
        foreach (var area in areas.Where(a => a.LastDay is null)) area.EndOn(lastDay);
    }
}
