using System.Globalization;

namespace AfterSales.Feedback.Brand;

/// <summary>Numbers that a promise can be tied to, and how they look: shares in per cent, hours and points as they are.</summary>
internal static class PromiseShown
{
    static readonly HashSet<string> Plain = ["response_hours", "handling_hours", "refund_days", "nps", "complaint_rate"];
    static readonly HashSet<string> Lower = ["response_hours", "handling_hours", "refund_days", "complaint_rate", "repeat_repair_rate"];

    /// <summary>What a customer feels and the company can promise.</summary>
    public static readonly IReadOnlyList<string> Measures =
    [
        "response_on_time_rate", "response_hours", "handling_on_time_rate", "handling_hours", "on_time_arrival_rate", "first_time_fix_rate", "repeat_repair_rate", "signed_invoice_rate", "refund_on_time_rate", "refund_days",
        "csat_top2", "nps", "low_score_callback_rate", "complaint_rate", "complaint_on_time_rate", "certified_visit_rate", "mention_reply_rate",
    ];

    public static bool HigherIsBetter(string indicator) => !Lower.Contains(indicator);

    /// <summary>People type 95 for a share of 0.95.</summary>
    public static double? Typed(string? indicator, double? typed) => typed is { } number && indicator is not null && !Plain.Contains(indicator) ? number / 100 : typed;

    public static string Number(string indicator, double? value) => value is not { } number ? "–" : Plain.Contains(indicator)
        ? number.ToString("0.##", CultureInfo.InvariantCulture) : (100 * number).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
