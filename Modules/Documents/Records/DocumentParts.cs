using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Records;

/// <summary>The code of a document: a row of its own, so that its number is drawn in the save that codes it.</summary>
internal sealed class DocumentCode : INumbered
{
    public long Id { get; private set; }
    public long DocumentId { get; private set; }
    public Document Document { get; private init; } = null!;
    public string NumberSeries { get; private init; } = "";
    public int NumberYear { get; private init; }
    public long Sequence { get; private set; }
    public bool NeedsNumber => Sequence == 0;

    public static DocumentCode Of(Document document, string prefix, int year) => new() { Document = document, NumberSeries = prefix, NumberYear = year };

    public void GiveNumber(long sequence)
    {
        Sequence = sequence;
        Document.TakeCode(string.Create(CultureInfo.InvariantCulture, $"{NumberSeries}-{NumberYear}-{sequence:000000}"));
    }
}

/// <summary>One content of a document; the highest number counts.</summary>
internal sealed class DocumentVersion
{
    public long Id { get; private set; }
    public long DocumentId { get; private set; }
    public int Number { get; private init; }
    public required string Sha256 { get; init; }
    public required string FileName { get; init; }
    public required string MediaType { get; init; }
    public long Size { get; init; }
    public string? Note { get; init; }
    public DateTime At { get; init; }
    public required string By { get; init; }

    public static DocumentVersion Of(int number, FileFacts file, string? note, DateTime now, Actor who) =>
        new() { Number = number, Sha256 = file.Sha256, FileName = file.Name, MediaType = file.MediaType, Size = file.Size, Note = note, At = now, By = who.Name };
}

/// <summary>A record of any module that the document belongs to.</summary>
internal sealed class DocumentLink
{
    public long Id { get; private set; }
    public long DocumentId { get; private set; }
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required string Label { get; init; }
}

/// <summary>The paper is with somebody until a day.</summary>
internal sealed class Loan : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public long DocumentId { get; private set; }
    public required string Borrower { get; init; }
    public DateOnly LentOn { get; init; }
    public DateOnly DueOn { get; init; }
    public required string LentBy { get; init; }
    public DateOnly? ReturnedOn { get; private set; }
    public string? TakenBackBy { get; private set; }

    public void Return(DateOnly day, Actor who) => (ReturnedOn, TakenBackBy) = (day, who.Name);
}

internal enum DisposalDecision { Proposed, Approved, Rejected }

/// <summary>A disposal asked for by one person and decided by another; its number stands on the certificate.</summary>
internal sealed class Disposal : INumbered
{
    public long Id { get; private set; }
    public long DocumentId { get; private set; }
    public string NumberSeries => "DC";
    public int NumberYear { get; init; }
    public long Sequence { get; private set; }
    public bool NeedsNumber => Sequence == 0;
    public required string Reason { get; init; }
    public required string Method { get; init; }
    public DateTime ProposedAt { get; init; }
    public required string ProposedById { get; init; }
    public required string ProposedBy { get; init; }
    public DisposalDecision Decision { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public string Number => string.Create(CultureInfo.InvariantCulture, $"DC-{NumberYear}-{Sequence:000000}");

    public void GiveNumber(long sequence) => Sequence = sequence;

    public void Decide(DisposalDecision decision, DateTime at, Actor who) => (Decision, DecidedAt, DecidedBy) = (decision, at, who.Name);
}

/// <summary>One act on a document: who, when, what.</summary>
internal sealed class DocumentEvent
{
    public long Id { get; private set; }
    public long DocumentId { get; private set; }
    public DateTime At { get; init; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}

internal enum Looked { Viewed, Downloaded, LabelPrinted }

/// <summary>Who looked at a document or took a copy of it; grows beside the document and changes nothing on it.</summary>
internal sealed class DocumentView
{
    public long Id { get; private set; }
    public long DocumentId { get; init; }
    public DateTime At { get; init; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    public Looked Act { get; init; }
    public int? Number { get; init; }
}

internal sealed class DocumentMap : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<DocumentCode>, IEntityTypeConfiguration<DocumentVersion>, IEntityTypeConfiguration<DocumentLink>,
    IEntityTypeConfiguration<Loan>, IEntityTypeConfiguration<Disposal>, IEntityTypeConfiguration<DocumentEvent>, IEntityTypeConfiguration<DocumentView>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("records");
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => d.FiledKey).IsUnique();
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => new { d.State, d.Class });
        builder.HasIndex(d => d.KeepUntil);
        builder.HasIndex(d => d.ArchivedOn);
        builder.HasIndex(d => d.IndexDue).HasFilter("index_due = 1");
        builder.HasOne(d => d.Coding).WithOne(c => c.Document).HasForeignKey<DocumentCode>(c => c.DocumentId);
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DocumentId);
        builder.HasMany(d => d.Links).WithOne().HasForeignKey(l => l.DocumentId);
        builder.HasMany(d => d.Loans).WithOne().HasForeignKey(l => l.DocumentId);
        builder.HasMany(d => d.Disposals).WithOne().HasForeignKey(l => l.DocumentId);
        builder.HasMany(d => d.Events).WithOne().HasForeignKey(e => e.DocumentId);
        foreach (var computed in new[] { nameof(Document.Owner), nameof(Document.Current), nameof(Document.IsLent), nameof(Document.OpenLoan), nameof(Document.OpenDisposal), nameof(Document.Place) }) builder.Ignore(computed);
    }

    public void Configure(EntityTypeBuilder<DocumentCode> builder)
    {
        builder.ToTable("record_codes");
        builder.Ignore(c => c.NeedsNumber);
        builder.HasIndex(c => new { c.NumberSeries, c.NumberYear, c.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("record_versions");
        builder.HasIndex(v => new { v.DocumentId, v.Number }).IsUnique();
        builder.HasIndex(v => v.Sha256);
    }

    public void Configure(EntityTypeBuilder<DocumentLink> builder)
    {
        builder.ToTable("record_links");
        builder.HasIndex(l => new { l.Kind, l.Key });
        builder.HasIndex(l => new { l.Kind, l.Label });
    }

    public void Configure(EntityTypeBuilder<Loan> builder)
    {
        builder.ToTable("record_loans");
        builder.HasIndex(l => l.DueOn).HasFilter("returned_on IS NULL");
    }

    public void Configure(EntityTypeBuilder<Disposal> builder)
    {
        builder.ToTable("record_disposals");
        builder.Ignore(d => d.NumberSeries);
        builder.Ignore(d => d.NeedsNumber);
        builder.Ignore(d => d.Number);
        builder.HasIndex(d => new { d.NumberYear, d.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DocumentEvent> builder) => builder.ToTable("record_events");

    public void Configure(EntityTypeBuilder<DocumentView> builder)
    {
        builder.ToTable("record_views");
        builder.HasIndex(v => v.DocumentId);
        builder.HasOne<Document>().WithMany().HasForeignKey(v => v.DocumentId);
    }
}
