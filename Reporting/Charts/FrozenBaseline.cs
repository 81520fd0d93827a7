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
    public required DateTime FrozenAt { get; init; }
    /// <summary>Signals are told of for periods that end on this local day or later: history is no news.</summary>
    public required DateOnly WatchFrom { get; init; }
    /// <summary>Account or part of the product that froze it.</summary>
    public required string FrozenBy { get; init; }
    public required string Reason { get; init; }

    public Baseline Baseline => new(Center, MovingRange, Periods);
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

/// <summary>A signal that was told of, so that it is told once.</summary>
internal sealed class FoundSignal
{
    public long Id { get; private set; }
    public required string Indicator { get; init; }
    public required string Grain { get; init; }
    public required string Period { get; init; }
    public required string Rule { get; init; }
    public required DateTime FoundAt { get; init; }
}

internal sealed class FoundSignalMap : IEntityTypeConfiguration<FoundSignal>
{
    public void Configure(EntityTypeBuilder<FoundSignal> builder)
    {
        builder.ToTable("found_signals");
        builder.HasIndex(s => new { s.Indicator, s.Grain, s.Period, s.Rule }).IsUnique();
    }
}
