using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Stickers;

/// <summary>
/// A QR sticker on a heater: it opens the request form with the product already chosen. Printed for a model or blank; bound to one heater when somebody
/// stands before it. It names a product, never a person.
/// </summary>
internal sealed class Sticker
{
    public long Id { get; private set; }
    /// <summary>128 random bits; printed, so kept in clear.</summary>
    public required string Code { get; init; }
    public required DateTime MadeAt { get; init; }
    public long? ModelId { get; private set; }
    public long? ApplianceId { get; private set; }
    public string? Note { get; init; }

    public static Sticker Print(long? modelId, string? note, DateTime now) => new() { Code = PublicToken.New(), ModelId = modelId, MadeAt = now, Note = note.OrNull() };

    /// <exception cref="RuleViolation">It already sits on another heater.</exception>
    public void BindTo(Appliance appliance)
    {
        if (ApplianceId is { } other && other != appliance.Id) throw new RuleViolation("Stickers.Bind.Taken") { Field = "Input.Code" };
        (ApplianceId, ModelId) = (appliance.Id, appliance.ModelId ?? ModelId);
    }
}

internal sealed class StickerMap : IEntityTypeConfiguration<Sticker>
{
    public void Configure(EntityTypeBuilder<Sticker> builder)
    {
        builder.ToTable("stickers");
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasOne<ProductModel>().WithMany().HasForeignKey(s => s.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Appliance>().WithMany().HasForeignKey(s => s.ApplianceId).OnDelete(DeleteBehavior.Restrict);
    }
}
