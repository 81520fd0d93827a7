using System.Globalization;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;

namespace AfterSales.Kernel.Pages;

/// <summary>How instants, days and spans look to people: the company's time zone, the reader's language, our own formats.</summary>
public sealed class Shown(ICompany company, Texts text, TimeProvider time)
{
    public DateTime Now => time.Now();

    /// <summary><c>2026-10-05 08:10</c>, or nothing.</summary>
    public string Time(DateTime? utc) => utc is { } instant ? company.ToLocal(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary><c>2026-10-05 08:10:30</c>: for hover and print.</summary>
    public string Exact(DateTime utc) => company.ToLocal(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public string Day(DateOnly? day) => day is { } d ? d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    /// <summary><c>10-05 14:00–16:00</c> when both lie on one day. It may break between day and hours only, or between two days.</summary>
    public string Window(DateTime? from, DateTime? to)
    {
        if (from is not { } start || to is not { } end) return "";
        var (a, b) = (company.ToLocal(start), company.ToLocal(end));
        return a.Date == b.Date ? $"{a:MM-dd HH:mm}\u2060–\u2060{b:HH:mm}" : $"{a:MM-dd}\u00a0{a:HH:mm}\u00a0– {b:MM-dd}\u00a0{b:HH:mm}";
    }

    /// <summary>Value of a <c>datetime-local</c> field.</summary>
    public string Field(DateTime? utc) => utc is { } instant ? company.ToLocal(instant).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>What a <c>datetime-local</c> field means: local time of the company.</summary>
    /// <exception cref="RuleViolation">The local time does not exist (the clock jumped over it).</exception>
    public DateTime? FromField(DateTime? local)
    {
        if (local is not { } typed) return null;
        var wall = DateTime.SpecifyKind(typed, DateTimeKind.Unspecified);
        if (company.Zone.IsInvalidTime(wall)) throw new RuleViolation("Import.TimeDoesNotExist", company.Zone.Id);
        return TimeZoneInfo.ConvertTimeToUtc(wall, company.Zone);
    }

    /// <summary>Those that are there, with a space between; nothing at all of none, so that a list of facts shows its dash.</summary>
    public string Together(params ReadOnlySpan<string?> words)
    {
        List<string> there = [];
        foreach (var word in words)
            if (!string.IsNullOrWhiteSpace(word)) there.Add(word);
        return string.Join(' ', there);
    }

    /// <summary><c>3 h 12 min</c>, <c>2 d 5 h</c>.</summary>
    public string Span(TimeSpan span)
    {
        var s = span.Duration();
        return s.TotalDays >= 2 ? text["Shown.DaysHours", (int)s.TotalDays, s.Hours]
            : s.TotalHours >= 1 ? text["Shown.HoursMinutes", (int)s.TotalHours, s.Minutes]
            : text["Shown.Minutes", (int)s.TotalMinutes];
    }

    /// <summary><c>in 3 h 12 min</c> or <c>3 h 12 min ago</c>.</summary>
    public string Relative(DateTime utc) => utc >= Now ? text["Shown.In", Span(utc - Now)] : text["Shown.Ago", Span(Now - utc)];
}
