using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Risk.Register;

internal enum RiskCategory { Safety, Quality, People, Supply, Legal, Data, Reputation }

/// <summary>What is done about it (clause 11.3).</summary>
internal enum RiskResponse { Avoid, Reduce, Transfer, Accept }

/// <summary>Who answers for something: an account, or a name alone.</summary>
internal readonly record struct Owner(string? Id, string Name);

/// <summary>What a risk is, in words.</summary>
internal sealed record RiskFacts(RiskCategory Category, string? Title, string? Cause, string? Event, string? Effect, RiskResponse Response, Owner Owner);

/// <summary>A risk of the register (chapter 11): what could happen and why, how likely and how grave, who answers for it, what is done, when it is looked at again.</summary>
internal sealed class RegisteredRisk : Aggregate, INumbered
{
    int _year;

    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    /// <summary>Under which an imported risk is known where it came from.</summary>
    public string? ImportedAs { get; private init; }
    public RiskCategory Category { get; private set; }
    public string Title { get; private set; } = "";
    public string Cause { get; private set; } = "";
    public string Event { get; private set; } = "";
    /// <summary>What follows when it happens.</summary>
    public string Effect { get; private set; } = "";
    public RiskResponse Response { get; private set; }
    public string? OwnerId { get; private set; }
    public string OwnerName { get; private set; } = "";
    public Level Inherent { get; private set; } = null!;
    public Level Residual { get; private set; } = null!;
    public Level Target { get; private set; } = null!;
    public DateOnly RegisteredOn { get; private init; }
    public string RegisteredBy { get; private init; } = "";
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBecause { get; private set; }
    /// <summary>When it is to be looked at next; null once closed.</summary>
    public DateOnly? ReviewDue { get; private set; }
    public List<RiskRating> Ratings { get; } = [];
    public List<RiskReview> Reviews { get; } = [];
    public List<Treatment> Treatments { get; } = [];

    public string NumberSeries => "RK";
    public int NumberYear => _year;
    public bool NeedsNumber => Number.Length == 0;
    public void GiveNumber(long sequence) => Number = $"RK-{_year}-{sequence:0000}";

    public bool IsOpen => ClosedOn is null;
    public Levels Levels => new(Inherent, Residual, Target);

    RegisteredRisk() { }

    public static RegisteredRisk Register(RiskFacts facts, Levels levels, RiskPolicy policy, DateOnly today, DateTime now, Actor who, string? importedAs = null, Guid? publicId = null)
    {
        var risk = new RegisteredRisk { PublicId = publicId ?? Kernel.PublicId.New(now), ImportedAs = importedAs, RegisteredOn = today, RegisteredBy = who.Name, _year = today.Year };
        risk.Take(facts);
        risk.TakeRating(levels, null, today, now, who);
        risk.Owe(policy.NextReview(today, levels.Residual));
        return risk;
    }

    public void Describe(RiskFacts facts)
    {
        RequireOpen();
        Take(facts);
        Acted();
    }

    void Take(RiskFacts facts)
    {
        Require(!string.IsNullOrWhiteSpace(facts.Title), "Register.TitleMissing", "Input.Title");
        Require(!string.IsNullOrWhiteSpace(facts.Cause), "Register.CauseMissing", "Input.Cause");
        Require(!string.IsNullOrWhiteSpace(facts.Event), "Register.EventMissing", "Input.Event");
        Require(!string.IsNullOrWhiteSpace(facts.Effect), "Register.EffectMissing", "Input.Effect");
        Require(!string.IsNullOrWhiteSpace(facts.Owner.Name), "Register.OwnerMissing", "Input.Owner");
        (Category, Response, OwnerId, OwnerName) = (facts.Category, facts.Response, facts.Owner.Id, facts.Owner.Name);
        (Title, Cause, Event, Effect) = (facts.Title!.Trim(), facts.Cause!.Trim(), facts.Event!.Trim(), facts.Effect!.Trim());
    }

    /// <summary>Rates it anew; the rating before stays in the history with the days on which it held.</summary>
    public void Rate(Levels levels, string? reason, RiskPolicy policy, DateOnly today, DateTime now, Actor who)
    {
        RequireOpen();
        Require(!string.IsNullOrWhiteSpace(reason), "Register.ReasonMissing", "Rating.Reason");
        TakeRating(levels, reason!.Trim(), today, now, who);
        if (policy.NextReview(today, levels.Residual) is var sooner && Pending is { } pending && sooner < pending.Due) (pending.Due, ReviewDue) = (sooner, sooner);
        Acted();
    }

    void TakeRating(Levels levels, string? reason, DateOnly today, DateTime now, Actor who)
    {
        Require(levels.Inherent.IsOnTheMap() && levels.Residual.IsOnTheMap() && levels.Target.IsOnTheMap(), "Register.OffTheMap", "Rating.ResidualLikelihood");
        Require(levels.Residual.IsWithin(levels.Inherent), "Register.ResidualAboveInherent", "Rating.ResidualLikelihood");
        Require(levels.Target.IsWithin(levels.Inherent), "Register.TargetAboveInherent", "Rating.TargetLikelihood");
        Ratings.Find(r => r.Until is null)?.End(today);
        (Inherent, Residual, Target) = (levels.Inherent, levels.Residual, levels.Target);
        Ratings.Add(new RiskRating { Since = today, At = now, Who = who.Name, Reason = reason, Inherent = levels.Inherent, Residual = levels.Residual, Target = levels.Target });
    }

    RiskReview? Pending => Reviews.Find(r => r is { DoneOn: null, Dropped: false });

    void Owe(DateOnly due)
    {
        Reviews.Add(new RiskReview { Due = due });
        ReviewDue = due;
    }

    /// <summary>Somebody looked at it again: what came out; the next look follows from the residual score.</summary>
    public void Review(string? conclusion, RiskPolicy policy, DateOnly today, Actor who)
    {
        RequireOpen();
        Require(!string.IsNullOrWhiteSpace(conclusion), "Register.ConclusionMissing", "Input.Conclusion");
        Pending!.Done(conclusion!.Trim(), today, who.Name);
        Owe(policy.NextReview(today, Residual));
        Acted();
    }

    /// <summary>What is to be done so that the residual risk comes down to its target.</summary>
    public void Treat(string? what, Owner owner, DateOnly? due, DateOnly today)
    {
        RequireOpen();
        Require(!string.IsNullOrWhiteSpace(what), "Register.Treatment.WhatMissing", "Step.What");
        Require(!string.IsNullOrWhiteSpace(owner.Name), "Register.OwnerMissing", "Step.Owner");
        Require(due >= today, "Register.Treatment.DuePast", "Step.Due");
        Treatments.Add(new Treatment { What = what!.Trim(), OwnerId = owner.Id, OwnerName = owner.Name, Due = due!.Value });
        Acted();
    }

    public void FinishTreatment(long id, string? result, DateOnly today, Actor who)
    {
        var treatment = Treatments.Find(t => t.Id == id);
        Require(treatment is { DoneOn: null }, "Register.Treatment.NotOpen");
        treatment!.Finish(today, result.OrNull(), who.Name);
        Acted();
    }

    /// <summary>It can no longer happen. What was owed and not done yet is dropped, not late.</summary>
    public void Close(string? because, DateOnly today)
    {
        RequireOpen();
        Require(!string.IsNullOrWhiteSpace(because), "Register.CloseReasonMissing", "Input.Because");
        (ClosedOn, ClosedBecause, ReviewDue) = (today, because!.Trim(), null);
        Ratings.Find(r => r.Until is null)?.End(today);
        if (Pending is { } pending && pending.Due >= today) pending.Drop();
        Acted();
    }

    void RequireOpen() => Require(IsOpen, "Register.IsClosed");

    /// <summary>The rating in force at the end of a local day; null before it was registered or after it was closed.</summary>
    public RiskRating? RatingOn(DateOnly day) => Ratings.Find(r => r.Since <= day && (r.Until is not { } until || until > day));
}

/// <summary>How a risk was rated from a day on. It holds until the day on which it was rated anew.</summary>
internal sealed class RiskRating : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long RiskId { get; private set; }
    public DateOnly Since { get; init; }
    /// <summary>First day on which it no longer holds.</summary>
    public DateOnly? Until { get; private set; }
    public DateTime At { get; init; }
    public required string Who { get; init; }
    public string? Reason { get; init; }
    public required Level Inherent { get; init; }
    public required Level Residual { get; init; }
    public required Level Target { get; init; }

    internal void End(DateOnly day) => Until = day;
}

/// <summary>A look at a risk that was or is owed by a day.</summary>
internal sealed class RiskReview : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long RiskId { get; private set; }
    public DateOnly Due { get; internal set; }
    public DateOnly? DoneOn { get; private set; }
    public string? DoneBy { get; private set; }
    public string? Conclusion { get; private set; }
    public bool Dropped { get; private set; }

    internal void Done(string conclusion, DateOnly on, string who) => (Conclusion, DoneOn, DoneBy) = (conclusion, on, who);
    internal void Drop() => Dropped = true;
}

internal sealed class Treatment
{
    public long Id { get; private set; }
    public long RiskId { get; private set; }
    public required string What { get; init; }
    public string? OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; private set; }
    public string? Result { get; private set; }
    public string? DoneBy { get; private set; }

    internal void Finish(DateOnly on, string? result, string who) => (DoneOn, Result, DoneBy) = (on, result, who);
}

/// <summary>How a risk stood on the last day of a month: written once that month is over, and never again.</summary>
internal sealed class RiskMonth : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long RiskId { get; private init; }
    public DateOnly LastDay { get; private init; }
    public RiskCategory Category { get; private init; }
    public int Inherent { get; private init; }
    public int Residual { get; private init; }
    public int Target { get; private init; }

    RiskMonth() { }

    /// <returns>Null when it was not on the register that day.</returns>
    public static RiskMonth? Of(RegisteredRisk risk, DateOnly lastDay) => risk.RatingOn(lastDay) is not { } rating ? null
        : new RiskMonth { RiskId = risk.Id, LastDay = lastDay, Category = risk.Category, Inherent = rating.Inherent.Score, Residual = rating.Residual.Score, Target = rating.Target.Score };
}
