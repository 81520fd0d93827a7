using AfterSales.Kernel.Clocks;

namespace AfterSales.Service.Requests;

/// <summary>
/// The time limits of the contract and what may stop them (clauses 1.3.1, 1.3.2, 1.5). The default instance is the standard policy, in force
/// from the beginning of time.
/// </summary>
internal sealed record SlaPolicy
{
    public const string Key = "service.sla";

    /// <summary>Clause 1.3.1: respond within 24 hours of receiving a request.</summary>
    public TimeLimit Response { get; init; } = TimeLimit.Hours(24);
    /// <summary>Clause 1.3.1: special cases within 48 hours.</summary>
    public TimeLimit SpecialResponse { get; init; } = TimeLimit.Hours(48);
    /// <summary>Clause 1.3.2: general faults repaired within 24 hours.</summary>
    public TimeLimit GeneralHandling { get; init; } = TimeLimit.Hours(24);
    /// <summary>Clause 1.3.2: complex faults within 3 working days.</summary>
    public TimeLimit ComplexHandling { get; init; } = TimeLimit.WorkingDays(3);
    /// <summary>True: handling starts when the customer was reached. False: at receipt.</summary>
    public bool HandlingStartsAtResponse { get; init; } = true;
    /// <summary>Share of a limit from which an open clock is at risk.</summary>
    public double WarnShare { get; init; } = 0.8;
    public IReadOnlyList<string> SpecialReasons { get; init; } = ["remote_area", "severe_weather", "mass_failure", "holiday_peak", "announced_hours"];
    public IReadOnlyList<PauseRule> Pauses { get; init; } =
    [
        new("customer_later_date", true, 30), new("customer_absent", true, 5), new("force_majeure", true, 30), new("waiting_for_part", false, null),
    ];
    public IReadOnlyList<string> OverrunReasons { get; init; } = ["staff_shortage", "part_missing", "wrong_dispatch", "customer_cause", "weather_traffic", "other"];
    public IReadOnlyList<string> CancelReasons { get; init; } = ["customer_withdrew", "duplicate", "out_of_area", "not_our_product", "company_refused", "other"];
    /// <summary>Reasons by which the company, not the customer, ends a request (clause 1.1).</summary>
    public IReadOnlyList<string> CompanyCancelReasons { get; init; } = ["out_of_area", "not_our_product", "company_refused"];
    /// <summary>A repair request on the same appliance within so many local days after completion is a repeat.</summary>
    public int RepeatDays { get; init; } = 30;
    /// <summary>A new order for the same appliance within so many hours of a cancellation continues its clocks.</summary>
    public int ContinueHours { get; init; } = 48;
    /// <summary>Unanswered attempts, so many hours apart, that together with a delivered message meet the response clock.</summary>
    public int AttemptsNeeded { get; init; } = 3;
    public int AttemptHoursApart { get; init; } = 2;
    /// <summary>Minutes before the window's start from which an arrival counts as on time.</summary>
    public int EarlyMinutes { get; init; } = 15;
    /// <summary>Clause 1.5.2: days ahead on which changed service hours are announced.</summary>
    public int NoticeDays { get; init; } = 7;
    /// <summary>Clause 1.5: hours of the working day in which somebody is at the desk; outside, and on off days, requests are answered all the same.</summary>
    public int DeskFrom { get; init; } = 8;
    public int DeskUntil { get; init; } = 18;
    /// <summary>Safety requests: call back, then on site, day and night.</summary>
    public TimeLimit SafetyCallBack { get; init; } = TimeLimit.Minutes(15);
    public TimeLimit SafetyOnSite { get; init; } = TimeLimit.Hours(4);

    /// <summary>Whether an instant lies outside the hours of the desk or on an off day.</summary>
    public bool IsOffHours(DateTime utc, WorkingCalendar calendar) =>
        !calendar.IsWorkingDay(calendar.DayOf(utc)) || TimeZoneInfo.ConvertTimeFromUtc(utc, calendar.Zone).Hour is var hour && (hour < DeskFrom || hour >= DeskUntil);
}

/// <param name="StopsHandling">Whether the handling clock stands still; the response clock never does.</param>
/// <param name="LongestDays">Elapsed days after which a single pause stops counting; null: no bound.</param>
internal sealed record PauseRule(string Code, bool StopsHandling, int? LongestDays);
