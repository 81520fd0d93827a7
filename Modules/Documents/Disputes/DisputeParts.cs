using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Disputes;

/// <summary>Something that has to be done in a dispute by a day.</summary>
internal sealed class DisputeStep : IInFeed
{
    public long Id { get; private set; }
    public long DisputeId { get; private set; }
    public long Change { get; private set; }
    public DisputeStage Stage { get; private init; }
    /// <summary>Code of a step of the policy, or somebody's own words.</summary>
    public string What { get; private init; } = "";
    /// <summary>The day it was given first; <see cref="DueOn"/> is the one that counts.</summary>
    public DateOnly FirstDueOn { get; private init; }
    public DateOnly DueOn { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public DateOnly? DroppedOn { get; private set; }
    public string? Result { get; private set; }
    public Guid? PaperId { get; private set; }

    public bool IsOpen => DoneOn is null && DroppedOn is null;
    /// <summary>Key of its words, where it is a step of the policy.</summary>
    public string TextKey => "Disputes.Step." + What;

    public static DisputeStep Of(DisputeStage stage, string what, DateOnly dueOn) => new() { Stage = stage, What = what, FirstDueOn = dueOn, DueOn = dueOn };

    public void Finish(DateOnly on, string result, Guid? paper) => (DoneOn, Result, PaperId) = (on, result, paper);
    public void MoveTo(DateOnly day) => DueOn = day;
    public void Drop(DateOnly on, string reason) => (DroppedOn, Result) = (on, reason);
}

/// <summary>What one side says, at a stage and on a day.</summary>
internal sealed class DisputePosition
{
    public long Id { get; private set; }
    public long DisputeId { get; private set; }
    public PositionSide Side { get; init; }
    public DisputeStage Stage { get; init; }
    public DateOnly On { get; init; }
    public required string Text { get; init; }
    public Guid? PaperId { get; init; }
}

/// <summary>A record that a dispute is about: as papers are linked.</summary>
internal sealed class DisputeLink
{
    public long Id { get; private set; }
    public long DisputeId { get; private set; }
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required string Label { get; init; }
}

internal sealed class DisputeEvent
{
    public long Id { get; private set; }
    public long DisputeId { get; private set; }
    public DateTime At { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}

internal sealed class DisputeMap : IEntityTypeConfiguration<Dispute>, IEntityTypeConfiguration<DisputeStep>, IEntityTypeConfiguration<DisputePosition>, IEntityTypeConfiguration<DisputeLink>, IEntityTypeConfiguration<DisputeEvent>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("disputes");
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => d.Code).IsUnique();
        foreach (var computed in new[] { nameof(Dispute.NumberSeries), nameof(Dispute.NumberYear), nameof(Dispute.NeedsNumber), nameof(Dispute.IsOpen), nameof(Dispute.Waiting) }) builder.Ignore(computed);
        builder.HasMany(d => d.Steps).WithOne().HasForeignKey(s => s.DisputeId);
        builder.HasMany(d => d.Positions).WithOne().HasForeignKey(p => p.DisputeId);
        builder.HasMany(d => d.Links).WithOne().HasForeignKey(l => l.DisputeId);
        builder.HasMany(d => d.Events).WithOne().HasForeignKey(e => e.DisputeId);
    }

    public void Configure(EntityTypeBuilder<DisputeStep> builder)
    {
        builder.ToTable("dispute_steps");
        builder.Ignore(s => s.IsOpen);
        builder.Ignore(s => s.TextKey);
        builder.HasIndex(s => s.DueOn);
    }

    public void Configure(EntityTypeBuilder<DisputePosition> builder)
    {
        builder.ToTable("dispute_positions");
        builder.Property(p => p.On).HasColumnName("on_day");
    }

    public void Configure(EntityTypeBuilder<DisputeLink> builder)
    {
        builder.ToTable("dispute_links");
        builder.HasIndex(l => new { l.Kind, l.Key });
    }

    public void Configure(EntityTypeBuilder<DisputeEvent> builder) => builder.ToTable("dispute_events");
}
