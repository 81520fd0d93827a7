using System.Text.Json;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Reporting.Signals;

internal enum SignalState
{
    /// <summary>Nobody has looked.</summary>
    Open,
    /// <summary>Somebody has seen it and looks into it.</summary>
    Acknowledged,
    Explained,
}

/// <summary>What a signal turned out to be.</summary>
internal enum SignalCause { SpecialCause, ProcessChange, RecordingError, Chance }

/// <summary>Where a signal stands: on which chart, at which point, by which rule. It is told of once.</summary>
/// <param name="Dimension">Empty for the company as a whole.</param>
internal sealed record SignalPlace(string Indicator, string Grain, string Period, string Rule, string Dimension = "", string Member = "");

/// <summary>A point of a control chart that is worth a question (clause 4.4): told once, acknowledged by somebody, explained in words within some working days.</summary>
internal sealed class Signal : Aggregate, IInFeed
{
    public Guid PublicId { get; private init; }
    public long Change { get; private set; }
    public string Indicator { get; private init; } = "";
    public string Grain { get; private init; } = "";
    public string Period { get; private init; } = "";
    public string Rule { get; private init; } = "";
    /// <summary>The member that stands apart from the company's limits; both empty for the company as a whole.</summary>
    public string Dimension { get; private init; } = "";
    public string Member { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly To { get; private init; }
    public double Value { get; private init; }
    public double? Lower { get; private init; }
    public double? Center { get; private init; }
    public double? Upper { get; private init; }
    /// <summary>The number moved away from good.</summary>
    public bool IsWorse { get; private init; }
    public long Run { get; private init; }
    public DateTime FoundAt { get; private init; }
    public DateOnly FoundDay { get; private init; }
    public DateOnly DueDay { get; private init; }
    /// <summary>JSON of who explains the shift, and of the rows behind it.</summary>
    public string SlicesJson { get; private init; } = "[]";
    public string OrdersJson { get; private init; } = "[]";
    public DateTime? AcknowledgedAt { get; private set; }
    public string? AcknowledgedBy { get; private set; }
    public SignalCause? Cause { get; private set; }
    public string? Explanation { get; private set; }
    public DateTime? ExplainedAt { get; private set; }
    public DateOnly? ExplainedDay { get; private set; }
    public string? ExplainedBy { get; private set; }

    Signal() { }

    public SignalPlace Place => new(Indicator, Grain, Period, Rule, Dimension, Member);
    public SignalState State => ExplainedAt is not null ? SignalState.Explained : AcknowledgedAt is not null ? SignalState.Acknowledged : SignalState.Open;
    public IReadOnlyList<SignalSlice> Slices => JsonSerializer.Deserialize<IReadOnlyList<SignalSlice>>(SlicesJson)!;
    public IReadOnlyList<string> Orders => JsonSerializer.Deserialize<IReadOnlyList<string>>(OrdersJson)!;

    /// <summary>The chart point that was found, with who explains it; raises <see cref="SignalFound"/>.</summary>
    /// <param name="run">Load that made the number.</param>
    /// <param name="dueDay">Last local day on which an explanation is in time.</param>
    public static Signal Find(SignalPlace place, Reading reading, Indicators.Indicator indicator, ShiftExplained shift, long run, DateTime now, DateOnly today, DateOnly dueDay, Guid id)
    {
        var value = reading.Number.Value!.Value;
        var signal = new Signal
        {
            PublicId = id, Indicator = place.Indicator, Grain = place.Grain, Period = place.Period, Rule = place.Rule, Dimension = place.Dimension, Member = place.Member,
            From = reading.Period.From, To = reading.Period.To, Value = Kept.Of(value), Lower = Kept.Of(reading.Limits?.Lower), Center = Kept.Of(reading.Limits?.Center), Upper = Kept.Of(reading.Limits?.Upper),
            IsWorse = IsAway(indicator, value, reading.Limits?.Center, place.Rule), Run = run, FoundAt = now, FoundDay = today, DueDay = dueDay,
            SlicesJson = JsonSerializer.Serialize(shift.Slices), OrdersJson = JsonSerializer.Serialize(shift.Orders),
        };
        signal.Acted();
        signal.Raise(signal.Told(indicator.Target, shift.Rows));
        return signal;
    }

    /// <summary>Away from good: below the centre where more is better, above it where less is. A miss always is.</summary>
    public static bool IsAway(Indicators.Indicator indicator, double value, double? center, string rule) =>
        rule == Charts.Rule.Miss || (center is { } c && (indicator.Good == Direction.Up ? value < c : value > c));

    SignalFound Told(double? target, string rows) => new(Indicator, Grain, Period, From, To, Rule, Value, Lower, Center, Upper, Run, FoundAt)
    {
        SignalId = PublicId, Dimension = Dimension.OrNull(), Member = Member.OrNull(), IsWorse = IsWorse, Target = target, DueDay = DueDay, Slices = Slices, Orders = Orders, Rows = rows,
    };

    /// <summary>Somebody has seen it and looks into it.</summary>
    public void Acknowledge(DateTime now, Actor who)
    {
        Require(AcknowledgedAt is null, "Signals.AlreadySeen", args: AcknowledgedBy);
        (AcknowledgedAt, AcknowledgedBy) = (now, who.Name);
        Acted();
    }

    /// <summary>What it was, in words. Who explains has seen it. An explanation may be bettered; the day of the first one counts.</summary>
    public void Explain(SignalCause? cause, string? words, DateTime now, DateOnly today, Actor who)
    {
        Require(cause is not null, "Signals.CauseMissing", "Input.Cause");
        Require(words.OrNull() is { Length: >= 5 }, "Signals.WordsMissing", "Input.Words");
        if (AcknowledgedAt is null) (AcknowledgedAt, AcknowledgedBy) = (now, who.Name);
        (Cause, Explanation, ExplainedBy) = (cause, words!.Trim(), who.Name);
        ExplainedAt ??= now;
        ExplainedDay ??= today;
        Acted();
    }
}

/// <summary>Who moved the number, and the rows behind.</summary>
/// <param name="Rows">Page of all rows behind.</param>
internal sealed record ShiftExplained(IReadOnlyList<SignalSlice> Slices, IReadOnlyList<string> Orders, string Rows);

internal sealed class SignalMap : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> builder)
    {
        builder.ToTable("signals");
        builder.Ignore(s => s.Slices).Ignore(s => s.Orders).Ignore(s => s.Place);
        builder.HasIndex(s => s.PublicId).IsUnique();
        builder.HasIndex(s => new { s.Indicator, s.Grain, s.Period, s.Rule, s.Dimension, s.Member }).IsUnique();
        builder.HasIndex(s => s.FoundDay);
    }
}
