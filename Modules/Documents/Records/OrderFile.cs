using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Records;

/// <summary>What is on file for an order, kept beside the documents so that completeness is counted without them.</summary>
internal sealed class OrderFile : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public required string OrderNumber { get; init; }
    /// <summary>Codes of the archived papers, in order, with a space between.</summary>
    public string Papers { get; private set; } = "";
    /// <summary>Codes of the order kinds whose papers are all there, each between commas.</summary>
    public string CompleteFor { get; private set; } = ",";

    public void Holds(IEnumerable<string> papers, IReadOnlyList<PaperRule> rules)
    {
        var there = papers.Distinct().Order(StringComparer.Ordinal).ToList();
        Papers = string.Join(' ', there);
        CompleteFor = "," + string.Concat(rules.Where(r => r.Papers.All(there.Contains)).Select(r => r.Kind + ","));
    }
}

internal sealed class OrderFileMap : IEntityTypeConfiguration<OrderFile>
{
    public void Configure(EntityTypeBuilder<OrderFile> builder)
    {
        builder.ToTable("order_files");
        builder.HasIndex(f => f.OrderNumber).IsUnique();
    }
}
