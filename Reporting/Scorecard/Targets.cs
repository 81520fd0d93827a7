using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Indicators;

namespace AfterSales.Reporting.Scorecard;

/// <summary>Own targets and owners of indicators, with effective dates; what is not named here keeps the target that its file brings.</summary>
internal sealed record TargetsPolicy
{
    public const string Key = "reporting.targets";

    public IReadOnlyList<OwnTarget> Own { get; init; } = [];
}

/// <param name="Target">Null: the indicator's own.</param>
/// <param name="Owner">A role or a person's name; null: the role that the chapter of its clause names.</param>
internal sealed record OwnTarget(string Indicator, double? Target = null, string? Owner = null);

/// <summary>Which target an indicator has on a day, and who answers for it. A month is judged by the target in force at its end.</summary>
internal sealed class Targets(IPolicies policies, ICompany company)
{
    /// <summary>The target, if one holds for these rows; null where none is set.</summary>
    public double? For(Question question) =>
        question.Indicator.TargetOnlyFor is not var (dimension, code) || question.Where.Any(w => w.Slice.Code == dimension && w.Code == code)
            ? On(question.Indicator, question.To) * (question.Indicator.TargetIsMonthly ? question.Grain.Months : 1) : null;

    /// <summary>The same for the question's whole span.</summary>
    public double? ForSpan(Question question) => For(question) * (question.Indicator.TargetIsMonthly ? (question.To.DayNumber - question.From.DayNumber + 1) * Grain.Day.Months / question.Grain.Months : 1);

    public double? On(Indicator indicator, DateOnly day) => OwnOf(indicator, day)?.Target ?? indicator.Target;

    /// <summary>Role code or name of whoever answers for it.</summary>
    public string OwnerOf(Indicator indicator, DateOnly day) => OwnOf(indicator, day)?.Owner ?? StandardOwner(indicator.Chapter);

    OwnTarget? OwnOf(Indicator indicator, DateOnly day) =>
        policies.At<TargetsPolicy>(company.CalendarAt(DateTime.UnixEpoch).EndOf(day).AddMilliseconds(-1)).Value.Own.LastOrDefault(t => t.Indicator == indicator.Code);

    static string StandardOwner(int chapter) => chapter switch
    {
        1 => Roles.Dispatcher,
        2 or 7 or 10 => Roles.Trainer,
        3 or 4 or 5 or 11 or 12 => Roles.QualityOfficer,
        6 or 8 or 14 => Roles.RecordsClerk,
        9 => Roles.Administrator,
        _ => Roles.Manager,
    };
}
