using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Staff.Training;

/// <summary>Level 1: one form after a session, without a name. Marks 1 to 5.</summary>
internal sealed class Reaction : Aggregate
{
    public long SessionId { get; private init; }
    public int Content { get; private init; }
    public int TrainerMark { get; private init; }
    public int Useful { get; private init; }
    public string? Comment { get; private init; }
    /// <summary>Day only: the minute would name the person.</summary>
    public DateOnly On { get; private init; }

    Reaction() { }

    public static Reaction Give(long sessionId, int? content, int? trainer, int? useful, string? comment, DateOnly on)
    {
        Require(content is >= 1 and <= 5 && trainer is >= 1 and <= 5 && useful is >= 1 and <= 5, "Training.Reaction.MarkMissing");
        return new Reaction { SessionId = sessionId, Content = content!.Value, TrainerMark = trainer!.Value, Useful = useful!.Value, Comment = comment.OrNull(), On = on };
    }
}

/// <summary>Level 3: what the supervisor sees at work, 30 to 90 days after (policy).</summary>
internal sealed class BehaviourCheck : Aggregate
{
    public long SessionId { get; private init; }
    public long ParticipantId { get; private init; }
    public DateOnly On { get; private init; }
    public string By { get; private init; } = "";
    /// <summary>1 not at all ... 5 always and unasked.</summary>
    public int Applies { get; private init; }
    public string? Seen { get; private init; }

    BehaviourCheck() { }

    public static BehaviourCheck Record(Session session, Participant participant, int? applies, string? seen, DateOnly on, TrainingPolicy policy, Actor who)
    {
        Require(session.State == SessionState.Closed, "Training.Session.NotClosed");
        var (first, last) = (session.Day.AddDays(policy.BehaviourFromDays), session.Day.AddDays(policy.BehaviourToDays));
        Require(on >= first && on <= last, "Training.Behaviour.OutsideWindow", null, first, last);
        Require(applies is >= 1 and <= 5, "Training.Behaviour.MarkMissing");
        return new BehaviourCheck { SessionId = session.Id, ParticipantId = participant.Id, On = on, By = who.Name, Applies = applies!.Value, Seen = seen.OrNull() };
    }
}

/// <summary>Level 4, written down: the numbers of everybody before and after, and what they come to, with the load that gave them.</summary>
internal sealed class EffectReport : Aggregate
{
    public long SessionId { get; private init; }
    public string Indicator { get; private init; } = "";
    public DateOnly BeforeFrom { get; private init; }
    public DateOnly BeforeTo { get; private init; }
    public DateOnly AfterFrom { get; private init; }
    public DateOnly AfterTo { get; private init; }
    public long Run { get; private init; }
    public DateTime MeasuredAt { get; private init; }
    public int Trained { get; private init; }
    public int Compared { get; private init; }
    /// <summary>Null: too few people to say anything.</summary>
    public double? Effect { get; private init; }
    public double? Lower { get; private init; }
    public double? Upper { get; private init; }
    public List<EffectPerson> People { get; } = [];

    EffectReport() { }

    public static EffectReport Write(long sessionId, string indicator, EffectWindows windows, IReadOnlyList<EffectPerson> people, TrainingPolicy policy, long run, DateTime now)
    {
        var counted = people.Where(p => p.Counts(policy.EffectRows)).ToList();
        var (trained, compared) = (counted.Where(p => p.IsTrained).ToList(), counted.Where(p => !p.IsTrained).ToList());
        var answer = DifferenceInDifferences.Of([.. trained.Select(p => p.After!.Value - p.Before!.Value)], [.. compared.Select(p => p.After!.Value - p.Before!.Value)], policy.EffectPeople);
        var report = new EffectReport
        {
            SessionId = sessionId, Indicator = indicator, BeforeFrom = windows.BeforeFrom, BeforeTo = windows.BeforeTo, AfterFrom = windows.AfterFrom, AfterTo = windows.AfterTo, Run = run, MeasuredAt = now,
            Trained = trained.Count, Compared = compared.Count, Effect = answer?.Effect, Lower = answer?.Lower, Upper = answer?.Upper,
        };
        report.People.AddRange(people);
        return report;
    }

    /// <summary>The interval lies on one side of nothing.</summary>
    public bool IsShown => Lower > 0 || Upper < 0;
}

/// <summary>One person's number before and after; without enough rows it takes no part.</summary>
internal sealed class EffectPerson
{
    public long Id { get; private set; }
    public long EffectReportId { get; private set; }
    public required string Code { get; init; }
    public bool IsTrained { get; init; }
    public double? Before { get; init; }
    public double? After { get; init; }
    public double BeforeN { get; init; }
    public double AfterN { get; init; }

    public bool Counts(int rows) => Before is not null && After is not null && BeforeN >= rows && AfterN >= rows;
}

/// <summary>Local days, all included: as long before the day of the session as after it, the day itself in neither.</summary>
internal sealed record EffectWindows(DateOnly BeforeFrom, DateOnly BeforeTo, DateOnly AfterFrom, DateOnly AfterTo)
{
    public static EffectWindows Around(DateOnly first, DateOnly last, int days) => new(first.AddDays(-days), first.AddDays(-1), last.AddDays(1), last.AddDays(days));
}

/// <param name="Effect">Mean change of the trained minus mean change of the others.</param>
/// <param name="Lower">95 % interval.</param>
internal sealed record EffectAnswer(double Effect, double Lower, double Upper);

/// <summary>
/// Difference in differences with one change per person, so that nobody who did many jobs counts as many people. Interval by Welch: unequal variances, degrees of freedom by
/// Satterthwaite (Biometrika 34, 1947).
/// </summary>
internal static class DifferenceInDifferences
{
    const double Confidence = 0.95;

    /// <param name="trained">After minus before of each trained person.</param>
    /// <param name="compared">The same of those not trained.</param>
    /// <param name="fewest">People on each side without whom there is no answer.</param>
    public static EffectAnswer? Of(IReadOnlyList<double> trained, IReadOnlyList<double> compared, int fewest)
    {
        if (trained.Count < Math.Max(2, fewest) || compared.Count < Math.Max(2, fewest)) return null;
        var ((meanA, partA), (meanB, partB)) = (Moments(trained), Moments(compared));
        var (effect, error) = (meanA - meanB, Math.Sqrt(partA + partB));
        if (error == 0) return new EffectAnswer(effect, effect, effect);
        var freedom = (partA + partB) * (partA + partB) / ((partA * partA / (trained.Count - 1)) + (partB * partB / (compared.Count - 1)));
        var reach = error * MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, freedom, 1 - ((1 - Confidence) / 2));
        return new EffectAnswer(effect, effect - reach, effect + reach);
    }

    /// <returns>Mean, and the square of its standard error.</returns>
    static (double Mean, double Part) Moments(IReadOnlyList<double> changes)
    {
        var mean = changes.Average();
        return (mean, changes.Sum(c => (c - mean) * (c - mean)) / (changes.Count - 1) / changes.Count);
    }
}
