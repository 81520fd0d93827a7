using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Requests;

/// <summary>A picture that the customer sent with the request. It is drawn anew before it is kept and carries no position.</summary>
internal sealed class OrderPhoto
{
    public long Id { get; private set; }
    public long OrderId { get; private set; }
    public required Guid PublicId { get; init; }
    /// <summary>Checksum of the content in the file store.</summary>
    public required string Sha256 { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class OrderPhotoMap : IEntityTypeConfiguration<OrderPhoto>
{
    public void Configure(EntityTypeBuilder<OrderPhoto> builder)
    {
        builder.ToTable("order_photos");
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => p.OrderId);
    }
}
