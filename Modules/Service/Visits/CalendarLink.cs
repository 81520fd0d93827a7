using System.Globalization;
using System.Text;
using AfterSales.Service.Dispatch;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Visits;

/// <summary>A technician's link for a calendar program; a new one ends the one before. Only the hash of its words is kept.</summary>
internal sealed class CalendarLink
{
    public long Id { get; private set; }
    public required long TechnicianId { get; init; }
    public required string TokenHash { get; init; }
    public required DateTime MadeAt { get; init; }
    public DateTime? EndedAt { get; private set; }

    public void End(DateTime at) => EndedAt ??= at;
}

internal sealed class CalendarLinkMap : IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.ToTable("calendar_links");
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.TechnicianId);
        builder.HasOne<Technician>().WithMany().HasForeignKey(l => l.TechnicianId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <param name="Cancelled">The appointment fell through; calendars that hold it strike it out.</param>
internal sealed record CalendarEvent(Guid Id, DateTime Start, DateTime End, string Title, string? Place, bool Cancelled);

/// <summary>Visits as an iCalendar file (RFC 5545): lines of at most 75 octets that end with CR LF, special signs escaped.</summary>
internal static class VisitCalendar
{
    public static string Of(string name, IEnumerable<CalendarEvent> events, DateTime now)
    {
        var file = new StringBuilder();
        foreach (var line in Lines(name, events, now)) Fold(file, line);
        return file.ToString();
    }

    static IEnumerable<string> Lines(string name, IEnumerable<CalendarEvent> events, DateTime now)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//AfterSales//Visits//EN";
        yield return "X-WR-CALNAME:" + Escaped(name);
        foreach (var e in events)
        {
            yield return "BEGIN:VEVENT";
            yield return $"UID:{e.Id:N}@aftersales";
            yield return "DTSTAMP:" + Instant(now);
            yield return "DTSTART:" + Instant(e.Start);
            yield return "DTEND:" + Instant(e.End);
            yield return "SUMMARY:" + Escaped(e.Title);
            if (e.Place is { } place) yield return "LOCATION:" + Escaped(place);
            if (e.Cancelled) yield return "STATUS:CANCELLED";
            yield return "END:VEVENT";
        }
        yield return "END:VCALENDAR";
    }

    static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Longer lines go on in the next one after a blank; no sign is cut in two.</summary>
    static void Fold(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
