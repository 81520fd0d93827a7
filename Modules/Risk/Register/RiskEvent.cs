using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Risk.Register;

/// <summary>Where word of it came from.</summary>
internal enum RiskEventSource { Reported, Complaint, Condemned }

/// <summary>Something that risks bring did happen. Somebody says which risks it belongs to, or that nobody had foreseen it (clause 11.4).</summary>
internal sealed class RiskEvent : Aggregate, IInFeed, INumbered
{
    int _year;

    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    /// <summary>Makes it one, however often word of it comes.</summary>
    public string Key { get; private init; } = "";
    public RiskEventSource Source { get; private init; }
    public string What { get; private init; } = "";
    public DateTime HappenedAt { get; private init; }
    public DateOnly HappenedDay { get; private init; }
    public string ReportedBy { get; private init; } = "";
    public string? AboutLabel { get; private init; }
    /// <summary>Page of the record that it came from.</summary>
    public string? Link { get; private init; }
    /// <summary>Null until somebody has assessed it.</summary>
    public bool? Foreseen { get; private set; }
    public string? Assessment { get; private set; }
    public DateOnly? AssessedOn { get; private set; }
    public string? AssessedBy { get; private set; }
    public List<EventOfRisk> Risks { get; } = [];

    public string NumberSeries => "RE";
    public int NumberYear => _year;
    public bool NeedsNumber => Number.Length == 0;
    public void GiveNumber(long sequence) => Number = $"RE-{_year}-{sequence:0000}";

    RiskEvent() { }

    public static RiskEvent Happened(string key, RiskEventSource source, string? what, DateTime at, DateOnly day, DateTime now, Actor who, string? aboutLabel = null, string? link = null, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(what), "Register.Happened.WhatMissing", "Input.What");
        Require(at <= now, "Register.Happened.InFuture", "Input.At");
        return new RiskEvent { PublicId = publicId ?? Kernel.PublicId.New(now), Key = key, Source = source, What = what!.Trim(), HappenedAt = at, HappenedDay = day, ReportedBy = who.Name, AboutLabel = aboutLabel, Link = link, _year = day.Year };
    }

    /// <summary>Names the risks that it belongs to; none: nobody had foreseen it.</summary>
    public void Assess(IReadOnlyCollection<long> risks, bool notForeseen, string? words, DateOnly today, Actor who)
    {
        Require(risks.Count > 0 != notForeseen, "Register.Happened.LinkOrNot", "Input.Risks");
        Require(!string.IsNullOrWhiteSpace(words), "Register.Happened.WordsMissing", "Input.Words");
        Risks.RemoveAll(r => !risks.Contains(r.RiskId));
        Risks.AddRange(risks.Where(id => !Risks.Exists(r => r.RiskId == id)).Select(id => new EventOfRisk { RiskId = id }));
        (Foreseen, Assessment, AssessedOn, AssessedBy) = (!notForeseen, words.OrNull(), today, who.Name);
        Acted();
    }
}

internal sealed class EventOfRisk
{
    public long Id { get; private set; }
    public long EventId { get; private set; }
    public long RiskId { get; init; }
}
