using AfterSales.Documents.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Search;

/// <summary>A piece of what the search knows of a document: part 0 is what is written about it, the others its text, for highlights. The index itself is a table of the database's own kind.</summary>
internal sealed class SearchChunk
{
    public long Id { get; private set; }
    public long DocumentId { get; init; }
    public int Part { get; init; }
    public required string Text { get; init; }
}

internal sealed class SearchChunkMap : IEntityTypeConfiguration<SearchChunk>
{
    public void Configure(EntityTypeBuilder<SearchChunk> builder)
    {
        builder.ToTable("search_chunks");
        builder.HasIndex(c => new { c.DocumentId, c.Part }).IsUnique();
        builder.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId);
    }
}
