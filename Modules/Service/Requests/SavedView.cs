using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Requests;

/// <summary>A person's own name for a set of list filters.</summary>
internal sealed class SavedView
{
    public long Id { get; private set; }
    public required string AccountId { get; init; }
    public required string Name { get; init; }
    /// <summary>The filters as they stand in the URL.</summary>
    public required string Query { get; init; }
}

internal sealed class SavedViewMap : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.HasIndex(v => v.AccountId);
    }
}
