using AfterSales.Documents.Agreements;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Disputes;

/// <summary>One step of the procedure: by when, done when, with which paper.</summary>
internal sealed class TerminationStep
{
    public long Id { get; private set; }
    public long TerminationId { get; private set; }
    public TerminationStage Stage { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; private set; }
    public string? Words { get; private set; }
    public Guid? PaperId { get; private set; }

    public void Finish(DateOnly on, string words, Guid? paper) => (DoneOn, Words, PaperId) = (on, words, paper);
}

/// <summary>Something that is left to settle after a termination.</summary>
internal sealed class TerminationItem : IInFeed
{
    public long Id { get; private set; }
    public long TerminationId { get; private set; }
    public long Change { get; private set; }
    /// <summary>Code of an item of the policy, or somebody's own words.</summary>
    public required string What { get; init; }
    public DateOnly OpenedOn { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; private set; }
    public string? Note { get; private set; }
    public Guid? PaperId { get; private set; }

    /// <summary>Key of its words, where it is an item of the policy.</summary>
    public string TextKey => "Disputes.Item." + What;

    public void Finish(DateOnly on, string note, Guid? paper) => (DoneOn, Note, PaperId) = (on, note, paper);
}

internal sealed class TerminationEvent
{
    public long Id { get; private set; }
    public long TerminationId { get; private set; }
    public DateTime At { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}

internal sealed class TerminationMap : IEntityTypeConfiguration<Termination>, IEntityTypeConfiguration<TerminationStep>, IEntityTypeConfiguration<TerminationItem>, IEntityTypeConfiguration<TerminationEvent>
{
    public void Configure(EntityTypeBuilder<Termination> builder)
    {
        builder.ToTable("terminations");
        builder.HasIndex(t => t.PublicId).IsUnique();
        builder.HasIndex(t => t.Code).IsUnique();
        foreach (var computed in new[] { nameof(Termination.NumberSeries), nameof(Termination.NumberYear), nameof(Termination.NeedsNumber), nameof(Termination.Current), nameof(Termination.IsOver), nameof(Termination.OpenItems) }) builder.Ignore(computed);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(t => t.AgreementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TerminationId);
        builder.HasMany(t => t.Items).WithOne().HasForeignKey(i => i.TerminationId);
        builder.HasMany(t => t.Events).WithOne().HasForeignKey(e => e.TerminationId);
    }

    public void Configure(EntityTypeBuilder<TerminationStep> builder) => builder.ToTable("termination_steps");

    public void Configure(EntityTypeBuilder<TerminationItem> builder)
    {
        builder.ToTable("termination_items");
        builder.Ignore(i => i.TextKey);
    }

    public void Configure(EntityTypeBuilder<TerminationEvent> builder) => builder.ToTable("termination_events");
}
