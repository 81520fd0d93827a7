using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Accounts;

/// <summary>Where the company differs from the product: a role holds a permission that it does not come with, or lacks one that it does.</summary>
internal sealed class PermissionGrant
{
    public long Id { get; private set; }
    public required string Permission { get; init; }
    public required string Role { get; init; }
    public required bool IsHeld { get; set; }
}

internal sealed class PermissionGrantMap : IEntityTypeConfiguration<PermissionGrant>
{
    public void Configure(EntityTypeBuilder<PermissionGrant> builder)
    {
        builder.ToTable("permission_grants");
        builder.HasIndex(g => new { g.Permission, g.Role }).IsUnique();
    }
}
