using AfterSales.Kernel.Data;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Requests;

/// <summary>A brand's contract as far as orders need it: its code. The contract itself is a record in Documents.</summary>
internal sealed class BrandContract : Aggregate
{
    /// <summary>The contract that an order without a named one belongs to.</summary>
    public const string DefaultCode = BrandContracts.Default;

    public required string Code { get; init; }
    public required string Name { get; set; }
}

internal sealed class BrandContractMap : IEntityTypeConfiguration<BrandContract>
{
    public void Configure(EntityTypeBuilder<BrandContract> builder)
    {
        builder.ToTable("contracts");
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasData(new { Id = -1L, Version = 0, Code = BrandContract.DefaultCode, Name = "" }); // below any generated id; its label is text
    }
}
