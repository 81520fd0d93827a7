using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Feedback.Brand;

/// <summary>
/// What the company promises in public, tied to a number that shows whether it is kept (clause 12.2). A withdrawn promise stays in its history;
/// another target is another promise.
/// </summary>
internal sealed class Promise : Aggregate
{
    public Guid PublicId { get; private init; }
    public string Zh { get; private init; } = "";
    public string En { get; private init; } = "";
    /// <summary>Code of the catalogue.</summary>
    public string Indicator { get; private init; } = "";
    public double Target { get; private init; }
    /// <summary>Kept when the value is not below the target; otherwise when it is not above.</summary>
    public bool HigherIsBetter { get; private init; }
    public DateOnly PublishedOn { get; private init; }
    /// <summary>First day on which it is no longer given.</summary>
    public DateOnly? WithdrawnOn { get; private set; }
    public string PublishedBy { get; private init; } = "";
    public List<PlanStep> Plan { get; } = [];
    public List<PromiseMonth> Months { get; } = [];

    Promise() { }

    public static Promise Publish(string? zh, string? en, string? indicator, double? target, bool higherIsBetter, DateOnly on, DateTime now, Actor who, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(zh), "Brand.Promise.WordsMissing", "Input.Zh");
        Require(!string.IsNullOrWhiteSpace(en), "Brand.Promise.WordsMissing", "Input.En");
        Require(!string.IsNullOrWhiteSpace(indicator), "Brand.Promise.IndicatorMissing", "Input.Indicator");
        Require(target is { } number && double.IsFinite(number), "Brand.Promise.TargetMissing", "Input.Target");
        return new Promise { PublicId = publicId ?? Kernel.PublicId.New(now), Zh = zh!.Trim(), En = en!.Trim(), Indicator = indicator!, Target = target!.Value, HigherIsBetter = higherIsBetter, PublishedOn = on, PublishedBy = who.Name };
    }

    public string In(System.Globalization.CultureInfo culture) => culture.Name.StartsWith("en", StringComparison.Ordinal) ? En : Zh;

    public void Withdraw(DateOnly on)
    {
        Require(WithdrawnOn is null, "Brand.Promise.IsWithdrawn");
        Require(on >= PublishedOn, "Brand.Promise.WithdrawnBefore");
        WithdrawnOn = on;
        Acted();
    }

    /// <summary>Months of which a number is due: those that it was given to the end of, until the day before <paramref name="today"/>.</summary>
    public IEnumerable<DateOnly> DueMonths(DateOnly today)
    {
        for (var month = new DateOnly(PublishedOn.Year, PublishedOn.Month, 1); month.AddMonths(1) <= today; month = month.AddMonths(1))
            if (WithdrawnOn is not { } gone || gone >= month.AddMonths(1)) yield return month;
    }

    public bool IsSettled(DateOnly month) => Months.Exists(m => m.Month == month && m.IsFinal);

    /// <summary>Writes down how a month went; a month that can still change by itself is read again.</summary>
    /// <param name="value">Null without data: neither kept nor broken.</param>
    public void Read(DateOnly month, double? value, double n, bool isFinal, long run)
    {
        var there = Months.Find(m => m.Month == month);
        if (there is { IsFinal: true }) return;
        if (there is null) Months.Add(there = new PromiseMonth { Month = month, LastDay = month.AddMonths(1).AddDays(-1), Indicator = Indicator });
        there.Read(value, n, value is { } v ? HigherIsBetter ? v >= Target : v <= Target : null, isFinal, run);
        Acted();
    }

    /// <summary>One step of the year's plan by which the promise is to be kept.</summary>
    public void AddStep(int year, string? what, string? owner, DateOnly? due)
    {
        Require(!string.IsNullOrWhiteSpace(what), "Brand.Plan.WhatMissing", "Step.What");
        Require(!string.IsNullOrWhiteSpace(owner), "Brand.Plan.OwnerMissing", "Step.Owner");
        Require(due is { } day && day.Year == year, "Brand.Plan.DueOutside", "Step.Due", year);
        Plan.Add(new PlanStep { Year = year, What = what!.Trim(), Owner = owner!.Trim(), Due = due!.Value });
        Acted();
    }

    public void FinishStep(long id, string? result, DateOnly on, Actor who)
    {
        var step = Plan.Find(s => s.Id == id);
        Require(step is { DoneOn: null }, "Brand.Plan.NotOpen");
        step!.Finish(on, result.OrNull(), who.Name);
        Acted();
    }
}

internal sealed class PlanStep
{
    public long Id { get; private set; }
    public long PromiseId { get; private set; }
    public int Year { get; init; }
    public required string What { get; init; }
    public required string Owner { get; init; }
    public DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; private set; }
    public string? Result { get; private set; }
    public string? DoneBy { get; private set; }

    internal void Finish(DateOnly on, string? result, string who) => (DoneOn, Result, DoneBy) = (on, result, who);
}

/// <summary>How a promise stood at the end of a month: the value that the warehouse gave, and from which load it came.</summary>
internal sealed class PromiseMonth : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long PromiseId { get; private set; }
    public required string Indicator { get; init; }
    public DateOnly Month { get; init; }
    public DateOnly LastDay { get; init; }
    public double? Value { get; private set; }
    public double N { get; private set; }
    /// <summary>Null without data.</summary>
    public bool? Kept { get; private set; }
    /// <summary>The number can no longer change by itself.</summary>
    public bool IsFinal { get; private set; }
    public long Run { get; private set; }

    internal void Read(double? value, double n, bool? kept, bool isFinal, long run) => (Value, N, Kept, IsFinal, Run) = (value, n, kept, isFinal, run);
}
