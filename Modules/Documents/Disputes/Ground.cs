using AfterSales.Documents.Agreements;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Disputes;

/// <summary>
/// A ground on which an agreement may be terminated (clause 14.2). One that can be measured names an indicator, a limit and how many months in a row it takes;
/// month by month its value is kept as it was read.
/// </summary>
internal sealed class Ground : Aggregate
{
    public Guid PublicId { get; private init; }
    public long AgreementId { get; private init; }
    public string Zh { get; private init; } = "";
    public string En { get; private init; } = "";
    /// <summary>Code of the indicator that measures it; null where it cannot be measured.</summary>
    public string? Indicator { get; private init; }
    /// <summary>True: broken below the limit; false: above it.</summary>
    public bool Below { get; private init; }
    public double? Limit { get; private init; }
    public int Months { get; private init; }
    public DateOnly Since { get; private init; }
    public DateOnly? EndedOn { get; private set; }
    public List<GroundMonth> Readings { get; } = [];

    Ground() { }

    public bool IsMeasured => Indicator is not null;

    public static Ground Name(long agreement, GroundRule rule, DateOnly since, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(rule.Zh) || !string.IsNullOrWhiteSpace(rule.En), "Disputes.GroundMissing", "Input.Zh");
        Require(rule.Indicator is null || rule.Limit is not null, "Disputes.LimitMissing", "Input.Limit");
        Require(rule.Months is >= 1 and <= 24, "Disputes.MonthsRange", "Input.Months");
        var (zh, en) = (rule.Zh?.Trim() ?? "", rule.En?.Trim() ?? "");
        var ground = new Ground
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), AgreementId = agreement, Zh = zh.Length > 0 ? zh : en, En = en.Length > 0 ? en : zh, Indicator = rule.Indicator, Below = rule.Below, Limit = rule.Indicator is null ? null : rule.Limit,
            Months = rule.Months, Since = since,
        };
        ground.Acted();
        return ground;
    }

    /// <summary>What the indicator was in a month that is over; a month that had no value can be read again.</summary>
    /// <param name="month">Its first day.</param>
    public void Read(DateOnly month, double? value, double n)
    {
        var reading = Readings.Find(r => r.Month == month);
        if (reading is null) Readings.Add(reading = new GroundMonth { Month = month, Indicator = Indicator! });
        var broken = value is { } v && (Below ? v < Limit : v > Limit);
        reading.Take(value, n, broken);
        foreach (var later in Readings) later.Meets(Run(later.Month) >= Months);
        Acted();
    }

    /// <summary>How many months in a row, up to and with this one, were broken.</summary>
    int Run(DateOnly month)
    {
        var run = 0;
        for (var m = month; Readings.Exists(r => r.Month == m && r.IsBroken); m = m.AddMonths(-1)) run++;
        return run;
    }

    /// <summary>The newest month that was read says that the ground is given.</summary>
    public bool IsMet => Readings.Where(r => r.Value is not null).MaxBy(r => r.Month)?.IsMet == true;

    public void End(DateOnly on)
    {
        Require(EndedOn is null, "Disputes.GroundEnded");
        EndedOn = on;
        Acted();
    }
}

/// <summary>A measurable ground in one month.</summary>
internal sealed class GroundMonth : IInFeed
{
    public long Id { get; private set; }
    public long GroundId { get; private set; }
    public long Change { get; private set; }
    public DateOnly Month { get; init; }
    public required string Indicator { get; init; }
    public double? Value { get; private set; }
    public double N { get; private set; }
    public bool IsBroken { get; private set; }
    /// <summary>Broken for as many months in a row as the ground takes.</summary>
    public bool IsMet { get; private set; }

    public void Take(double? value, double n, bool broken) => (Value, N, IsBroken) = (value, n, broken);
    public void Meets(bool met) => IsMet = met;
}

internal sealed class GroundMap : IEntityTypeConfiguration<Ground>, IEntityTypeConfiguration<GroundMonth>
{
    public void Configure(EntityTypeBuilder<Ground> builder)
    {
        builder.ToTable("grounds");
        builder.HasIndex(g => g.PublicId).IsUnique();
        builder.Ignore(g => g.IsMeasured);
        builder.Ignore(g => g.IsMet);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(g => g.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(g => g.Readings).WithOne().HasForeignKey(r => r.GroundId);
    }

    public void Configure(EntityTypeBuilder<GroundMonth> builder)
    {
        builder.ToTable("ground_months");
        builder.HasIndex(r => new { r.GroundId, r.Month }).IsUnique();
    }
}
