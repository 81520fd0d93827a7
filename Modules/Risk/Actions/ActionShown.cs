using System.Globalization;
using AfterSales.Kernel.Text;

namespace AfterSales.Risk.Actions;

/// <summary>Words of an action in the reader's language.</summary>
internal static class ActionShown
{
    public static string Problem(this Texts text, CorrectiveAction action) => action.ProblemArgs is { } args ? text.OfKept(action.Problem, args.Split('\u001f')) : action.Problem;

    /// <summary>What the numbers said, as a sentence with both values and their n.</summary>
    public static string? Effect(this Texts text, ActionRound round)
    {
        if (round.Method is null or EffectMethod.Judgement) return round.VerifiedOn is null ? null : text[round.Verdict == EffectVerdict.Effective ? "Actions.Judged.Effective" : "Actions.Judged.NotEffective", round.VerifiedBy];
        var (before, after) = (Value(round, round.BeforeValue), Value(round, round.AfterValue));
        var (n1, n2) = (Number(round.BeforeN, "0"), Number(round.AfterN, "0"));
        if (round.Verdict == EffectVerdict.TooFew) return text[$"Actions.Effect.TooFew.{round.Method}", n1, n2];
        return text[$"Actions.Effect.{round.Method}.{round.Verdict}", before, n1, after, n2, Number(round.Statistic, "0.00"), round.P < 0.001 ? "< 0.001" : Number(round.P, "0.000")];
    }

    static string Value(ActionRound round, double? value) => round.Method == EffectMethod.TwoProportions ? Number(100 * value, "0.0") + "%" : Number(value, "0.##");

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
