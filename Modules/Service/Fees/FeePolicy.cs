using AfterSales.Kernel.Clocks;

namespace AfterSales.Service.Fees;

/// <summary>Numbers and lists behind fees, payments and settlement (clauses 1.7 to 1.9): data with an effective date.</summary>
internal sealed record FeePolicy
{
    public const string Key = "service.fees";

    public WarrantyNumbers Warranty { get; init; } = new();
    /// <summary>First and last hour of the night, local: from 22:00 until before 6:00.</summary>
    public int NightFrom { get; init; } = 22;
    public int NightUntil { get; init; } = 6;
    /// <summary>Road distance over straight line from which a distance is flagged.</summary>
    public decimal LongestDetour { get; init; } = 1.5m;
    /// <summary>
    /// Statutory holidays themselves; other days off of the calendar are shifted rest days. Source: Measures on public holidays, State Council orders
    /// 644 (2013) and 795 (2024).
    /// </summary>
    public IReadOnlyList<DateOnly> StatutoryDays { get; init; } = Days(
        "2023-01-01 2023-01-22 2023-01-23 2023-01-24 2023-04-05 2023-05-01 2023-06-22 2023-09-29 2023-10-01 2023-10-02 2023-10-03",
        "2024-01-01 2024-02-10 2024-02-11 2024-02-12 2024-04-04 2024-05-01 2024-06-10 2024-09-17 2024-10-01 2024-10-02 2024-10-03",
        "2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-04 2025-05-01 2025-05-02 2025-05-31 2025-10-01 2025-10-02 2025-10-03 2025-10-06",
        "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-04-05 2026-05-01 2026-05-02 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-03");
    /// <summary>How long before it takes effect a price list must be announced (clause 1.9).</summary>
    public TimeLimit Announcement { get; init; } = TimeLimit.Months(1);
    /// <summary>Within what an entitled refund is executed (clause 1.8.3).</summary>
    public TimeLimit Refund { get; init; } = TimeLimit.WorkingDays(3);
    /// <summary>A claim that nobody decided by then is entitled.</summary>
    public TimeLimit Claim { get; init; } = TimeLimit.WorkingDays(3);
    /// <summary>Days after which a payment without its bill or hand-in is listed.</summary>
    public int MatchDays { get; init; } = 2;
    public IReadOnlyList<string> DiscountReasons { get; init; } = ["goodwill", "regular_customer", "campaign", "complaint"];
    /// <summary>Percent of what there is to pay that a technician may take off at most; the office is not bound.</summary>
    public int DiscountPercentOnSite { get; init; } = 20;
    public IReadOnlyList<string> UnsignedReasons { get; init; } = ["customer_refused", "customer_left", "disputes_amount", "phone_broken"];
    /// <summary>Parts of an appliance that warranty terms tell apart.</summary>
    public IReadOnlyList<string> ComponentGroups { get; init; } = ["whole_unit", "heat_exchanger", "tank", "burner", "ignition", "fan", "control", "sensor", "heating_element", "valve", "pump", "seal"];

    static DateOnly[] Days(params string[] years) =>
        [.. years.SelectMany(y => y.Split(' ')).Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The time band of a visit that begins at an instant. A holiday wins over the hour of the day.</summary>
    public TimeBand BandAt(DateTime utc, WorkingCalendar calendar)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, calendar.Zone);
        var day = DateOnly.FromDateTime(local);
        if (StatutoryDays.Contains(day)) return TimeBand.Holiday;
        if (calendar.ExceptionOn(day)?.Kind == CalendarExceptionKind.Holiday) return TimeBand.RestDay;
        return local.Hour >= NightFrom || local.Hour < NightUntil ? TimeBand.Night : TimeBand.Day;
    }
}
