using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Operations;

/// <summary>Something that the content policy stopped in somebody's browser, counted; who it was is not known.</summary>
internal sealed class ContentReport
{
    public long Id { get; private set; }
    /// <summary>What the policy allows only from us, e.g. <c>script-src-elem</c>.</summary>
    public required string Directive { get; init; }
    /// <summary>Where it wanted to come from: an origin without path, or a word such as <c>inline</c>.</summary>
    public required string Blocked { get; init; }
    /// <summary>Page on which it happened, without query; numbers, ids and tokens left out.</summary>
    public required string Page { get; init; }
    public required DateTime FirstAt { get; init; }
    public required DateTime LastAt { get; set; }
    public required long Count { get; set; }
}

internal sealed class ContentReportMap : IEntityTypeConfiguration<ContentReport>
{
    public void Configure(EntityTypeBuilder<ContentReport> builder)
    {
        builder.ToTable("content_reports");
        builder.HasIndex(r => new { r.Directive, r.Blocked, r.Page }).IsUnique();
    }
}
