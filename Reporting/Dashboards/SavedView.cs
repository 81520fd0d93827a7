using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Reporting.Dashboards;

/// <summary>A question of the explorer under a name, for oneself or for everybody.</summary>
internal sealed class SavedView : Aggregate
{
    const int LongestName = 80;

    public Guid PublicId { get; private init; }
    public string OwnerId { get; private init; } = "";
    public string Owner { get; private init; } = "";
    public string Name { get; private init; } = "";
    /// <summary>Address within the explorer, from the question mark on.</summary>
    public string Query { get; private init; } = "";
    public bool IsShared { get; private init; }
    public DateTime SavedAt { get; private init; }

    SavedView() { }

    public static SavedView Save(string? name, string query, bool shared, DateTime now, Actor who, Guid id)
    {
        Require(name.OrNull() is { Length: <= LongestName }, "Dashboards.View.NameMissing", "ViewName", LongestName);
        var view = new SavedView { PublicId = id, OwnerId = who.Id, Owner = who.Name, Name = name!.Trim(), Query = query, IsShared = shared, SavedAt = now };
        view.Acted();
        return view;
    }

    public string Link => ExplorerLinks.ExplorerPath + Query;
}

internal sealed class SavedViewMap : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.Ignore(v => v.Link);
        builder.HasIndex(v => v.PublicId).IsUnique();
        builder.HasIndex(v => v.OwnerId);
    }
}
