using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Register;

namespace AfterSales.Risk.Actions;

internal enum ActionSource { Signal, Complaint, Check, Survey, Risk, Audit }

/// <summary>Plan: cause and measure are being found. Do: the measure is being taken. Check: its effect is being watched. Act: effective, kept as the new way. Withdrawn: not needed after all.</summary>
internal enum ActionStage { Plan, Do, Check, Act, Withdrawn }

/// <summary>Which number is to move which way, from which day.</summary>
/// <param name="Indicator">Code of the catalogue; null: people judge by what they see.</param>
/// <param name="Dimension">Of these rows only, e.g. <c>team</c>; null: of all.</param>
/// <param name="Member">Code within the dimension.</param>
/// <param name="From">First day of effect; null: the day on which the measure was done.</param>
internal sealed record Expectation(string? Indicator, string? Dimension, string? Member, bool ExpectsMore, DateOnly? From);

/// <summary>What a measure is about, where it is about faults or training.</summary>
/// <param name="Faults">Fault codes that it is to make rarer.</param>
/// <param name="Course">Code and name of the course that teaches it.</param>
internal sealed record Remedy(IEnumerable<string> Faults, string? Course, string? CourseName)
{
    public static readonly Remedy None = new([], null, null);
}

/// <summary>Something that asked for an action.</summary>
/// <param name="Key">Makes the request one.</param>
internal sealed record Trigger(string Key, ActionSource Source, Guid? AboutId, string? AboutLabel, string? Link);

/// <summary>
/// A corrective action (clause 4.5) from the problem over its cause to the proven effect. Each round is one measure: a not effective one brings the next.
/// </summary>
internal sealed class CorrectiveAction : Aggregate, INumbered
{
    public const int MostWhys = 5, MostFaults = 10;
    int _year;

    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public ActionSource Source { get; private init; }
    /// <summary>In words; or a text key, when <see cref="ProblemArgs"/> is there.</summary>
    public string Problem { get; private init; } = "";
    public string? ProblemArgs { get; private init; }
    /// <summary>Code of the indicator that gave the signal.</summary>
    public string? Indicator { get; private init; }
    /// <summary>Dimension and code of the one member that stands apart, e.g. team and B; null where the signal is about the whole company.</summary>
    public string? Dimension { get; private init; }
    public string? Member { get; private init; }
    /// <summary>First and last day of the numbers that looked bad: they were chosen because of it, so they are no measure of how it was before.</summary>
    public DateOnly? SignalFrom { get; private init; }
    public DateOnly? SignalTo { get; private init; }
    /// <summary>Fault codes that stand out, separated by commas: named by the signal, or by people with the measure.</summary>
    public string? Faults { get; private set; }
    public DateTime OpenedAt { get; private init; }
    public DateOnly OpenedOn { get; private init; }
    public string OpenedBy { get; private init; } = "";
    public ActionStage Stage { get; private set; }
    public string? Containment { get; private set; }
    /// <summary>Answers to why, each to the one before; the last is the root cause. One a line.</summary>
    public string? Whys { get; private set; }
    public string? OwnerId { get; private set; }
    public string? OwnerName { get; private set; }
    /// <summary>Day of the next step; null once it is over.</summary>
    public DateOnly? NextDue { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public List<ActionTrigger> Triggers { get; } = [];
    public List<ActionRound> Rounds { get; } = [];
    public List<ActionEvent> Events { get; } = [];

    public string NumberSeries => "CA";
    public int NumberYear => _year;
    public bool NeedsNumber => Number.Length == 0;
    public void GiveNumber(long sequence)
    {
        Number = $"CA-{_year}-{sequence:000000}";
        foreach (var trigger in Triggers) RaiseOpened(trigger);
    }

    public bool IsOpen => ClosedOn is null;
    public ActionRound? Round => Rounds.MaxBy(r => r.Ordinal);
    public IReadOnlyList<string> FaultList => Faults?.Split(',') ?? [];
    public IReadOnlyList<string> WhyList => Whys?.Split('\n') ?? [];
    public string? RootCause => WhyList.Count == 0 ? null : WhyList[^1];

    CorrectiveAction() { }

    public static CorrectiveAction Open(Trigger trigger, string? problem, string? problemArgs, ActionPolicy policy, DateOnly today, DateTime now, Actor who, string? indicator = null, DateOnly? signalFrom = null, DateOnly? signalTo = null, Guid? publicId = null, IEnumerable<string>? faults = null, (string? Dimension, string? Member) of = default)
    {
        Require(!string.IsNullOrWhiteSpace(problem), "Actions.ProblemMissing", "Input.Problem");
        var action = new CorrectiveAction
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), Source = trigger.Source, Problem = problem!.Trim(), ProblemArgs = problemArgs, Indicator = indicator, SignalFrom = signalFrom, SignalTo = signalTo,
            OpenedAt = now, OpenedOn = today, OpenedBy = who.Name, NextDue = today.AddDays(policy.PlanDays), _year = today.Year, Faults = Listed(faults ?? []), Dimension = of.Dimension, Member = of.Member,
        };
        action.Triggers.Add(ActionTrigger.Of(trigger, now));
        action.Done("Opened", who, now, trigger.AboutLabel ?? "");
        return action;
    }

    /// <summary>The same trouble shows again while it is being worked on.</summary>
    public void AlsoAsked(Trigger trigger, DateTime now)
    {
        RequireOpen();
        var also = ActionTrigger.Of(trigger, now);
        Triggers.Add(also);
        RaiseOpened(also);
        Done("AlsoAsked", Actor.System, now, trigger.AboutLabel ?? "");
    }

    void RaiseOpened(ActionTrigger trigger) => Raise(new ActionOpened(PublicId, Number, Code.Of(trigger.Source), trigger.Key, trigger.AboutId, trigger.At));

    /// <summary>What keeps the damage small until the cause is gone.</summary>
    public void Contain(string? containment, DateTime now, Actor who)
    {
        RequireStage(ActionStage.Plan, ActionStage.Do);
        Require(!string.IsNullOrWhiteSpace(containment), "Actions.ContainmentMissing", "Input.Containment");
        Containment = containment!.Trim();
        Done("Contained", who, now, Containment);
    }

    /// <summary>Asks why until the root cause is found, five times at most.</summary>
    public void Analyse(IEnumerable<string?> whys, DateTime now, Actor who)
    {
        RequireStage(ActionStage.Plan);
        List<string> answers = [.. whys.Select(w => w.OrNull()?.ReplaceLineEndings(" ")).OfType<string>()];
        Require(answers.Count is >= 1 and <= MostWhys, "Actions.WhysMissing", "Why");
        Whys = string.Join('\n', answers);
        Done("Analysed", who, now, RootCause!);
    }

    /// <summary>Says what is done against the cause, by whom, until when, and which number is to show that it worked.</summary>
    public void Agree(string? measure, Owner owner, DateOnly? due, Expectation expected, DateOnly today, DateTime now, Actor who, Remedy? about = null)
    {
        RequireStage(ActionStage.Plan);
        Require(RootCause is not null, "Actions.CauseMissing");
        Require(!string.IsNullOrWhiteSpace(measure), "Actions.MeasureMissing", "Plan.Measure");
        Require(!string.IsNullOrWhiteSpace(owner.Name), "Register.OwnerMissing", "Plan.Owner");
        Require(due >= today, "Actions.DuePast", "Plan.Due");
        Require(expected.Dimension is null == expected.Member is null, "Actions.MemberMissing", "Plan.Member");
        Require(expected.Indicator is not null || expected.Dimension is null, "Actions.IndicatorMissing", "Plan.Indicator");
        Require(about is null || about.Faults.Count() <= MostFaults, "Actions.FaultsTooMany", "Plan.Faults", MostFaults);
        var round = new ActionRound
        {
            Ordinal = Rounds.Count + 1, Measure = measure!.Trim(), OwnerId = owner.Id, OwnerName = owner.Name, Due = due!.Value, Indicator = expected.Indicator, Dimension = expected.Dimension, Member = expected.Member, ExpectsMore = expected.ExpectsMore, EffectFrom = expected.From, Course = about?.Course, CourseName = about?.CourseName,
        };
        Rounds.Add(round);
        if (about is not null) Faults = Listed(about.Faults);
        (Stage, OwnerId, OwnerName, NextDue) = (ActionStage.Do, owner.Id, owner.Name, due);
        Done("Agreed", who, now, round.Measure, owner.Name);
    }

    static string? Listed(IEnumerable<string> faults) => string.Join(',', faults.Select(f => f.Trim()).Where(f => f.Length > 0).Distinct()).OrNull();

    /// <summary>The measure was taken; from now on its effect is watched.</summary>
    public void Finish(string? proof, ActionPolicy policy, DateOnly today, DateTime now, Actor who)
    {
        RequireStage(ActionStage.Do);
        Require(!string.IsNullOrWhiteSpace(proof), "Actions.ProofMissing", "Input.Proof");
        Round!.Done(proof!.Trim(), today, policy.AfterDays, who.Name);
        (Stage, NextDue) = (ActionStage.Check, Round.VerifyOn);
        Done("Finished", who, now, Round.Proof!);
    }

    /// <summary>The numbers have spoken: effective ends it, not effective begins it again, too few is looked at later.</summary>
    public void Verify(EffectResult result, long run, ActionPolicy policy, DateOnly today, DateTime now)
    {
        RequireStage(ActionStage.Check);
        Require(result.Method != EffectMethod.Judgement, "Actions.NotByNumbers");
        Round!.Measured(result, run);
        if (result.Verdict == EffectVerdict.TooFew)
        {
            NextDue = Round.LookAgain(today.AddDays(policy.LookAgainDays));
            Done("TooFew", Actor.System, now);
            return;
        }
        Settle(result.Verdict == EffectVerdict.Effective, null, policy, today, now, Actor.System);
    }

    /// <summary>
    /// A person says how it went. Not effective may be said as soon as the trouble is seen again; effective only where no number was named, or where the
    /// numbers were looked at and are too few to say.
    /// </summary>
    public void Judge(bool effective, string? why, ActionPolicy policy, DateOnly today, DateTime now, Actor who)
    {
        RequireStage(ActionStage.Check);
        Require(!string.IsNullOrWhiteSpace(why), "Actions.WhyMissing", "Input.Why");
        Require(!effective || Round!.Indicator is null || Round.Verdict == EffectVerdict.TooFew, "Actions.NumbersDecide");
        Round!.Judged();
        Settle(effective, why!.Trim(), policy, today, now, who);
    }

    void Settle(bool effective, string? why, ActionPolicy policy, DateOnly today, DateTime now, Actor who)
    {
        Round!.Settle(effective, why, today, who.Name);
        (Stage, NextDue, ClosedOn) = effective ? (ActionStage.Act, (DateOnly?)null, (DateOnly?)today) : (ActionStage.Plan, today.AddDays(policy.PlanDays), null);
        Raise(new ActionVerified(PublicId, Number, Code.Of(Source), Triggers[0].AboutId, effective, Round.Indicator, today));
        Done(effective ? "Effective" : "NotEffective", who, now, why ?? "");
    }

    /// <summary>It is not needed after all: opened twice, or no trouble at a second look.</summary>
    public void Withdraw(string? why, DateOnly today, DateTime now, Actor who)
    {
        RequireStage(ActionStage.Plan, ActionStage.Do);
        Require(!string.IsNullOrWhiteSpace(why), "Actions.WhyMissing", "Input.Why");
        if (Stage == ActionStage.Do) Round!.Drop();
        (Stage, NextDue, ClosedOn) = (ActionStage.Withdrawn, null, today);
        Done("Withdrawn", who, now, why!.Trim());
    }

    void RequireOpen() => Require(IsOpen, "Actions.IsClosed");

    void RequireStage(params ActionStage[] stages)
    {
        RequireOpen();
        Require(stages.Contains(Stage), "Actions.WrongStage", null, Stage);
    }

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        Events.Add(new ActionEvent { Version = Version, At = at, Who = who.Name, Act = act, Args = string.Join('\u001f', args) });
    }
}

internal sealed class ActionTrigger
{
    public long Id { get; private set; }
    public long ActionId { get; private set; }
    public required string Key { get; init; }
    public ActionSource Source { get; init; }
    public Guid? AboutId { get; init; }
    public string? AboutLabel { get; init; }
    public string? Link { get; init; }
    public DateTime At { get; init; }

    public static ActionTrigger Of(Trigger trigger, DateTime at) => new() { Key = trigger.Key, Source = trigger.Source, AboutId = trigger.AboutId, AboutLabel = trigger.AboutLabel, Link = trigger.Link, At = at };
}

/// <summary>One measure against the cause, and what came of it.</summary>
internal sealed class ActionRound : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long ActionId { get; private set; }
    public int Ordinal { get; init; }
    public required string Measure { get; init; }
    public string? OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; private set; }
    public string? DoneBy { get; private set; }
    public string? Proof { get; private set; }
    public string? Indicator { get; init; }
    public string? Dimension { get; init; }
    public string? Member { get; init; }
    public bool ExpectsMore { get; init; }
    /// <summary>Code of the course that teaches the measure.</summary>
    public string? Course { get; init; }
    public string? CourseName { get; init; }
    /// <summary>First day of effect, never before it was done.</summary>
    public DateOnly? EffectFrom { get; internal set; }
    /// <summary>Day after which its effect is read from the numbers.</summary>
    public DateOnly? VerifyOn { get; private set; }
    public EffectVerdict? Verdict { get; private set; }
    public EffectMethod? Method { get; private set; }
    public double? BeforeValue { get; private set; }
    public double? BeforeN { get; private set; }
    public double? AfterValue { get; private set; }
    public double? AfterN { get; private set; }
    public double? Statistic { get; private set; }
    public double? P { get; private set; }
    /// <summary>Load that made the numbers.</summary>
    public long? Run { get; private set; }
    public DateOnly? VerifiedOn { get; private set; }
    public string? VerifiedBy { get; private set; }
    public string? Why { get; private set; }
    public bool Dropped { get; private set; }

    internal void Done(string proof, DateOnly today, int afterDays, string who)
    {
        (Proof, DoneOn, DoneBy) = (proof, today, who);
        if (EffectFrom is not { } from || from < today) EffectFrom = today;
        VerifyOn = EffectFrom.Value.AddDays(afterDays);
    }

    internal void Measured(EffectResult result, long run) =>
        (Method, Verdict, BeforeValue, BeforeN, AfterValue, AfterN, Statistic, P, Run) = (result.Method, result.Verdict, result.Before, result.BeforeN, result.After, result.AfterN, result.Statistic, result.P, run);

    internal DateOnly LookAgain(DateOnly on) => (VerifyOn = on).Value;
    internal void Judged() => Method = EffectMethod.Judgement;
    internal void Settle(bool effective, string? why, DateOnly on, string who) => (Verdict, Why, VerifiedOn, VerifiedBy) = (effective ? EffectVerdict.Effective : EffectVerdict.NotEffective, why, on, who);
    internal void Drop() => Dropped = true;
}

/// <summary>One act on an action: who, when, what.</summary>
internal sealed class ActionEvent
{
    public long Id { get; private set; }
    public long ActionId { get; private set; }
    public int Version { get; init; }
    public DateTime At { get; init; }
    public required string Who { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}
