namespace AfterSales.Feedback.Surveys;

/// <summary>What a contact has been sent so far, as far as it decides what may be sent next.</summary>
/// <param name="OptedOut">Asked not to be asked, and has not opted in again.</param>
/// <param name="ServiceAskedFor">Local days of completion of the first order of each service invitation.</param>
/// <param name="Pressed">Local days of relationship surveys and reminders, which the cap binds.</param>
internal sealed record Contact(bool OptedOut, IReadOnlyList<(DateOnly FirstCompleted, long Invitation)> ServiceAskedFor, IReadOnlyList<DateOnly> Pressed)
{
    public static readonly Contact Nobody = new(false, [], []);
}

/// <summary>How often a contact may be asked. Windows are plain local days, until 24:00 of day n after the day of the event.</summary>
internal static class Courtesy
{
    /// <summary>The invitation that an order completed on a day shares, or null.</summary>
    public static long? Shared(this Contact contact, DateOnly completed, SurveyPolicy policy)
    {
        foreach (var (first, invitation) in contact.ServiceAskedFor.OrderByDescending(s => s.FirstCompleted))
            if (Math.Abs(completed.DayNumber - first.DayNumber) <= policy.ShareDays) return invitation;
        return null;
    }

    /// <summary>Whether an order completed on a day brings a new service invitation; one that shares another's does not.</summary>
    public static bool MayInvite(this Contact contact, DateOnly completed, DateOnly today, SurveyPolicy policy) =>
        !contact.OptedOut && contact.Shared(completed, policy) is null && today.DayNumber - completed.DayNumber <= policy.ExpiryDays;

    /// <summary>Whether a relationship survey or a reminder may go out on a day.</summary>
    public static bool MayPress(this Contact contact, DateOnly today, SurveyPolicy policy) =>
        !contact.OptedOut && !contact.Pressed.Any(p => today.DayNumber - p.DayNumber <= policy.CapDays);

    /// <summary>Last local day on which an invitation can be answered.</summary>
    public static DateOnly LastDay(DateOnly invited, SurveyPolicy policy) => invited.AddDays(policy.ExpiryDays);

    public static bool ReminderIsDue(DateOnly invited, bool answered, bool reminded, DateOnly today, SurveyPolicy policy) =>
        !answered && !reminded && today >= invited.AddDays(policy.ReminderAfterDays) && today <= LastDay(invited, policy);
}
