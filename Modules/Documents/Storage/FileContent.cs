using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Storage;

/// <summary>One line of the table of contents: a content that lies in the files folder under its checksum.</summary>
internal sealed class FileContent
{
    public required string Sha256 { get; init; }
    /// <summary>Bytes.</summary>
    public long Size { get; init; }
    /// <summary>As given by whoever kept it first.</summary>
    public required string MediaType { get; init; }
    public DateTime FirstKeptAt { get; init; }
    /// <summary>Counts from the last time that somebody brought it: a sweep leaves alone what was brought again meanwhile.</summary>
    public DateTime LastKeptAt { get; init; }
}

/// <summary>Somebody needs a content: while there is one claim it is not swept.</summary>
internal sealed class FileClaim
{
    public long Id { get; private set; }
    public required string Sha256 { get; init; }
    /// <summary><c>module.kind:id</c> of the row that needs it.</summary>
    public required string Owner { get; init; }
    public DateTime ClaimedAt { get; init; }
}

internal sealed class FileContentMap : IEntityTypeConfiguration<FileContent>, IEntityTypeConfiguration<FileClaim>
{
    public void Configure(EntityTypeBuilder<FileContent> builder)
    {
        builder.ToTable("files");
        builder.HasKey(f => f.Sha256);
        builder.HasIndex(f => f.LastKeptAt);
    }

    public void Configure(EntityTypeBuilder<FileClaim> builder)
    {
        builder.ToTable("file_claims");
        builder.HasIndex(c => new { c.Sha256, c.Owner }).IsUnique();
        builder.HasIndex(c => c.Owner);
        builder.HasOne<FileContent>().WithMany().HasForeignKey(c => c.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}
