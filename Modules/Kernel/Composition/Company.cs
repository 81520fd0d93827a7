using AfterSales.Kernel.Clocks;

namespace AfterSales.Kernel.Composition;

/// <summary>The company whose records these are, as far as modules need to know.</summary>
public interface ICompany
{
    string Name { get; }
    /// <summary>Time zone in which days are counted and times are shown.</summary>
    TimeZoneInfo Zone { get; }
    /// <summary>The calendar in force for something that begins at an instant; a record keeps its version.</summary>
    WorkingCalendar CalendarAt(DateTime utc);
    /// <summary>A calendar version that a record kept.</summary>
    WorkingCalendar Calendar(string version);
    /// <summary>Base of links sent to customers, or null without a public address.</summary>
    Uri? PublicUrl { get; }
    /// <summary>A demo company: whoever sends mail, text messages, calls to robots or webhooks asks first, and sends nothing when it is one.</summary>
    bool IsDemo { get; }
}

public static class CompanyTime
{
    public static DateTime ToLocal(this ICompany company, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, company.Zone);

    public static DateOnly LocalDay(this ICompany company, DateTime utc) => DateOnly.FromDateTime(company.ToLocal(utc));

    /// <summary>An instant in the company's zone with its offset, as it is given to other programs.</summary>
    public static DateTimeOffset WithOffset(this ICompany company, DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), company.Zone);

    /// <inheritdoc cref="WithOffset(ICompany, DateTime)"/>
    public static DateTimeOffset? WithOffset(this ICompany company, DateTime? utc) => utc is { } instant ? company.WithOffset(instant) : null;
}
