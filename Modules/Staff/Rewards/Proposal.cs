using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.Rewards;

internal enum RewardKind { Reward, Penalty }

internal enum RewardState { Proposed, Approved, Declined }

internal enum AppealOutcome { Upheld, Changed, Rejected }

/// <summary>
/// A reward or a penalty that a rule (or a person) proposes with its evidence; a manager decides within five working days, and the employee may appeal within five working days of
/// being told; the appeal is decided by somebody else, within five more (clause 2.6). Nothing is paid here: the ledger is exported.
/// </summary>
internal sealed class Proposal : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public RewardKind Kind { get; private init; }
    /// <summary>Code of the rule; null: proposed by a person.</summary>
    public string? Rule { get; private init; }
    /// <summary>What the rule saw, so that the same thing is proposed once.</summary>
    public string? Source { get; private init; }
    public Guid EmployeeId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    /// <summary>Amount proposed, in CNY; decided otherwise it is <see cref="Decided"/>.</summary>
    public Money Amount { get; private init; }
    /// <summary>Words of a person who proposes; evidence of a rule is a text key and values.</summary>
    public string EvidenceKey { get; private init; } = "";
    public string EvidenceArgs { get; private init; } = "";
    /// <summary>Page that shows the evidence.</summary>
    public string? Link { get; private init; }
    public DateTime ProposedAt { get; private init; }
    public string ProposedBy { get; private init; } = "";
    /// <summary>24:00 of the last day for the decision, UTC.</summary>
    public DateTime Due { get; private init; }
    public DateOnly DueDay { get; private init; }
    public RewardState State { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? DecidedById { get; private set; }
    public Money? Decided { get; private set; }
    public string? DecisionWhy { get; private set; }
    /// <summary>Last instant at which an appeal is heard.</summary>
    public DateTime? AppealUntil { get; private set; }
    public DateTime? AppealedAt { get; private set; }
    public string? AppealWords { get; private set; }
    public DateTime? AppealDue { get; private set; }
    public AppealOutcome? Appeal { get; private set; }
    public DateTime? AppealDecidedAt { get; private set; }
    public string? AppealDecidedBy { get; private set; }
    public string? AppealWhy { get; private set; }
    public string CalendarVersion { get; private init; } = "";

    Proposal() { }

    public static Proposal Make(ProposalFacts facts, TrainedPerson person, RewardPolicy policy, WorkingCalendar calendar, DateTime now, string by, Guid? publicId = null)
    {
        Require(facts.Amount.Fen >= 0, "Rewards.AmountWrong", "Input.Amount");
        Require(!string.IsNullOrWhiteSpace(facts.EvidenceKey), "Rewards.EvidenceMissing", "Input.Evidence");
        var due = policy.Decide.DueFrom(now, calendar, rolls: true);
        return new Proposal
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), Kind = facts.Kind, Rule = facts.Rule, Source = facts.Source, EmployeeId = person.Id, Code = person.Code, Name = person.Name, Amount = facts.Amount,
            EvidenceKey = facts.EvidenceKey!.Trim(), EvidenceArgs = string.Join('\u001f', facts.EvidenceArgs), Link = facts.Link, ProposedAt = now, ProposedBy = by, Due = due, DueDay = calendar.DayOf(due.AddTicks(-1)), CalendarVersion = calendar.Version,
        };
    }

    public bool IsLate(DateTime now) => (DecidedAt ?? now) > Due;

    public void Decide(bool approve, Money? amount, string? why, RewardPolicy policy, WorkingCalendar calendar, DateTime now, Actor who)
    {
        Require(State == RewardState.Proposed, "Rewards.IsDecided");
        Require(amount is null or { Fen: >= 0 }, "Rewards.AmountWrong", "Input.Amount");
        Require(approve && (amount is null || amount == Amount) || !string.IsNullOrWhiteSpace(why), "Rewards.WhyMissing", "Input.Why");
        (State, DecidedAt, DecidedBy, DecidedById, DecisionWhy) = (approve ? RewardState.Approved : RewardState.Declined, now, who.Name, who.Id, why.OrNull());
        if (approve) (Decided, AppealUntil) = (amount ?? Amount, policy.Appeal.DueFrom(now, calendar, rolls: true));
        Acted();
    }

    public void AppealAgainst(string? words, RewardPolicy policy, WorkingCalendar calendar, DateTime now)
    {
        Require(State == RewardState.Approved, "Rewards.NotApproved");
        Require(AppealedAt is null, "Rewards.IsAppealed");
        Require(now <= AppealUntil, "Rewards.AppealTooLate");
        Require(!string.IsNullOrWhiteSpace(words), "Rewards.AppealWordsMissing", "Words");
        (AppealedAt, AppealWords, AppealDue) = (now, words!.Trim(), policy.DecideAppeal.DueFrom(now, calendar, rolls: true));
        Acted();
    }

    /// <summary>Whoever decided does not hear the appeal against it.</summary>
    public void DecideAppeal(AppealOutcome outcome, Money? amount, string? why, DateTime now, Actor who)
    {
        Require(AppealedAt is not null, "Rewards.NotAppealed");
        Require(Appeal is null, "Rewards.AppealIsDecided");
        Require(who.Id != DecidedById, "Rewards.OwnDecision");
        Require(!string.IsNullOrWhiteSpace(why), "Rewards.WhyMissing", "Input.Why");
        Require(outcome != AppealOutcome.Changed || amount is { Fen: >= 0 }, "Rewards.AmountWrong", "Input.Amount");
        (Appeal, AppealDecidedAt, AppealDecidedBy, AppealWhy) = (outcome, now, who.Name, why!.Trim());
        if (outcome == AppealOutcome.Upheld) Decided = Money.Zero;
        if (outcome == AppealOutcome.Changed) Decided = amount;
        Acted();
    }

    /// <summary>What goes to the bookkeeper; null while it may still change.</summary>
    public Money? Final(DateTime now) => State != RewardState.Approved || (AppealedAt is null ? now <= AppealUntil : Appeal is null) ? null : Decided;
}

internal sealed record ProposalFacts(RewardKind Kind, Money Amount, string? EvidenceKey, IReadOnlyList<string> EvidenceArgs, string? Link, string? Rule, string? Source);

/// <summary>Rules and clocks of rewards and penalties. The default instance is the standard policy.</summary>
internal sealed record RewardPolicy
{
    public const string Key = "staff.rewards";

    public TimeLimit Decide { get; init; } = TimeLimit.WorkingDays(5);
    public TimeLimit Appeal { get; init; } = TimeLimit.WorkingDays(5);
    public TimeLimit DecideAppeal { get; init; } = TimeLimit.WorkingDays(5);
    /// <summary>What each grade of a signed assessment proposes, in CNY; below 0 a penalty, 0 nothing.</summary>
    public int GradeA { get; init; } = 500;
    public int GradeB { get; init; }
    public int GradeC { get; init; }
    public int GradeD { get; init; } = -200;
    /// <summary>What a complaint proposes for whoever did the job when it is upheld because of the work, in CNY; 0 nothing.</summary>
    public int UpheldComplaint { get; init; } = -100;
    /// <summary>Numbers of a month that propose something for a technician.</summary>
    public IReadOnlyList<MonthRule> Months { get; init; } =
    [
        new("csat_praise", "csat_top2", true, 0.97, 8, 200), new("first_time_fix_star", "first_time_fix_rate", true, 0.97, 12, 200), new("late_arrivals", "on_time_arrival_rate", false, 0.75, 8, -100),
    ];
}

/// <param name="Code">Name of the rule.</param>
/// <param name="Above">At or above the threshold; otherwise at or below.</param>
/// <param name="LeastRows">Rows without which the number says nothing.</param>
/// <param name="Amount">CNY; below 0 a penalty.</param>
internal sealed record MonthRule(string Code, string Indicator, bool Above, double Threshold, int LeastRows, int Amount)
{
    public bool Hits(double? value, double n) => value is { } number && n >= LeastRows && (Above ? number >= Threshold : number <= Threshold);
}

internal sealed class ProposalMap : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("reward_proposals");
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => p.Source).IsUnique();
        builder.HasIndex(p => p.EmployeeId);
        builder.HasIndex(p => p.DueDay);
    }
}
