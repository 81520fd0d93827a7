using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Reporting.Charts;

/// <summary>A baseline that was kept, so that limits do not follow the data. The newest of an indicator and grain counts; none is ever changed.</summary>
internal sealed class FrozenBaseline
{
    public long Id { get; private set; }
    public required string Indicator { get; init; }
    public required string Grain { get; init; }
    public required double Center { get; init; }
    public required double MovingRange { get; init; }
    public required int Periods { get; init; }
    /// <summary>Laney's factor of the stretch, for shares.</summary>
    public double? SigmaZ { get; init; }
    /// <summary>Codes of the first and last period of the stretch.</summary>
    public string FirstPeriod { get; init; } = "";
    public string LastPeriod { get; init; } = "";
    public required DateTime FrozenAt { get; init; }
    /// <summary>Signals are told of for periods that end on this local day or later: history is no news.</summary>
    public required DateOnly WatchFrom { get; init; }
    /// <summary>Account or part of the product that froze it.</summary>
    public required string FrozenBy { get; init; }
    public required string Reason { get; init; }

    public Baseline Baseline => new(Center, MovingRange, Periods, SigmaZ);

    /// <summary>With the size of its stretch, as its periods have it today.</summary>
    public Baseline Over(ChartKind kind, List<Period> periods, IReadOnlyList<Point> points)
    {
        var (first, last) = (periods.FindIndex(p => p.Name == FirstPeriod), periods.FindIndex(p => p.Name == LastPeriod));
        return kind == ChartKind.Xmr || first < 0 || last < first ? Baseline : Baseline with { N = points.Skip(first).Take(last - first + 1).Sum(p => p.N) };
    }
}

internal sealed class FrozenBaselineMap : IEntityTypeConfiguration<FrozenBaseline>
{
    public void Configure(EntityTypeBuilder<FrozenBaseline> builder)
    {
        builder.ToTable("baselines");
        builder.Ignore(b => b.Baseline);
        builder.HasIndex(b => new { b.Indicator, b.Grain });
    }
}

/// <summary>What somebody switched on for the chart of an indicator; the newest counts, none is ever changed.</summary>
internal sealed class ChartSetting
{
    public long Id { get; private set; }
    public required string Indicator { get; init; }
    public required bool Laney { get; init; }
    public required bool Trends { get; init; }
    public required bool Zones { get; init; }
    public required DateTime SetAt { get; init; }
    public required string SetBy { get; init; }

    public ChartOptions Options => new(Laney, Trends, Zones);
}

internal sealed class ChartSettingMap : IEntityTypeConfiguration<ChartSetting>
{
    public void Configure(EntityTypeBuilder<ChartSetting> builder)
    {
        builder.ToTable("chart_settings");
        builder.Ignore(s => s.Options);
        builder.HasIndex(s => s.Indicator);
    }
}

/// <summary>What somebody wrote at a point of a chart: a storm, a new supplier, a stocktaking.</summary>
internal sealed class ChartNote
{
    public long Id { get; private set; }
    public required string Indicator { get; init; }
    public required string Grain { get; init; }
    public required string Period { get; init; }
    public required string Words { get; init; }
    public required DateTime WrittenAt { get; init; }
    public required string WrittenBy { get; init; }
}

internal sealed class ChartNoteMap : IEntityTypeConfiguration<ChartNote>
{
    public void Configure(EntityTypeBuilder<ChartNote> builder)
    {
        builder.ToTable("chart_notes");
        builder.HasIndex(n => new { n.Indicator, n.Grain });
    }
}
