using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Requests;

/// <summary>A person's own name for a set of list filters.</summary>
internal sealed class SavedView
{
    const int LongestName = 40;
    const int LongestQuery = 1000;

    public long Id { get; private set; }
    public required string AccountId { get; init; }
    public required string Name { get; init; }
    /// <summary>The filters as they stand in the URL.</summary>
    public required string Query { get; init; }

    /// <exception cref="RuleViolation">Without a name, or one that no button holds.</exception>
    public static SavedView Keep(string account, string? name, string? query)
    {
        if (name.OrNull() is not { } kept) throw new RuleViolation("Requests.Views.NameMissing") { Field = "name" };
        if (kept.Length > LongestName || query?.Length > LongestQuery) throw new RuleViolation("Requests.Views.TooLong", LongestName) { Field = "name" };
        return new SavedView { AccountId = account, Name = kept, Query = query ?? "" };
    }
}

internal sealed class SavedViewMap : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.HasIndex(v => v.AccountId);
    }
}
