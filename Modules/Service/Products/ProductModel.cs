using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Products;

internal enum ProductType { GasInstantaneous, GasStorage, ElectricStorage, ElectricInstantaneous, HeatPump, Solar }

/// <summary>A model of water heater with its own fault codes.</summary>
internal sealed class ProductModel : Aggregate
{
    /// <summary>The model under which imports file fault codes of rows that name no model.</summary>
    public const string UnknownCode = "unknown";

    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public ProductType? Type { get; private set; }
    /// <summary>As it stands on the nameplate, e.g. 13 L/min or 60 L.</summary>
    public string? Capacity { get; private set; }
    /// <summary>False for models that an import met and nobody has described yet.</summary>
    public bool IsComplete => Type is not null;
    public List<FaultCode> FaultCodes { get; } = [];

    ProductModel() { }

    public static ProductModel Register(string code, string? name, ProductType? type)
    {
        if (string.IsNullOrWhiteSpace(code)) throw new RuleViolation("Products.CodeMissing") { Field = "Code" };
        var model = new ProductModel { Code = code.Trim(), Name = string.IsNullOrWhiteSpace(name) ? code.Trim() : name.Trim(), Type = type };
        model.Acted();
        return model;
    }

    public void Describe(string name, ProductType type)
    {
        (Name, Type) = (name.Trim(), type);
        Acted();
    }

    public void Hold(string? capacity)
    {
        Capacity = capacity.OrNull();
        Acted();
    }

    public FaultCode AddFault(string code, string? meaning, Complexity? complexity, bool isSafety)
    {
        if (FaultCodes.Any(f => f.Code == code)) throw new RuleViolation("Products.FaultTwice", code) { Field = "FaultCode" };
        var fault = new FaultCode { Code = code, Meaning = meaning ?? code, Complexity = complexity, IsSafety = isSafety };
        FaultCodes.Add(fault);
        Acted();
        return fault;
    }
}

/// <summary>A fault of one model. Its complexity decides the handling limit unless somebody re-grades it.</summary>
internal sealed class FaultCode
{
    public long Id { get; private set; }
    public long ModelId { get; private set; }
    public required string Code { get; init; }
    public required string Meaning { get; init; }
    /// <summary>Null for codes that an import met and nobody has graded yet; counts as general.</summary>
    public Complexity? Complexity { get; init; }
    public bool IsSafety { get; init; }
}

/// <summary>One water heater at one place.</summary>
internal sealed class Appliance : Aggregate
{
    public Guid PublicId { get; private init; }
    public long? CustomerId { get; private set; }
    public long? ModelId { get; private set; }
    public string? Serial { get; private set; }
    public string? Address { get; private set; }
    public DateOnly? PurchasedOn { get; private set; }
    public DateOnly? InstalledOn { get; private set; }
    public DateOnly? ProducedOn { get; private set; }
    /// <summary>Serial number of the unit that this one replaced, and when; its warranty starts anew that day.</summary>
    public string? ReplacesSerial { get; private set; }
    public DateOnly? ExchangedOn { get; private set; }

    Appliance() { }

    public static Appliance Register(long? customerId, long? modelId, string? serial, string? address, DateOnly? purchasedOn, DateTime now, Guid? publicId = null)
    {
        var appliance = new Appliance
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), CustomerId = customerId, ModelId = modelId, Serial = serial.OrNull(), Address = address.OrNull(), PurchasedOn = purchasedOn,
        };
        appliance.Acted();
        return appliance;
    }

    /// <summary>What papers say about it; an exchanged unit names the one it replaced.</summary>
    public void Date(DateOnly? purchasedOn, DateOnly? installedOn, DateOnly? producedOn, string? replacesSerial, DateOnly? exchangedOn)
    {
        Require(producedOn is null || ((purchasedOn is null || producedOn <= purchasedOn) && (installedOn is null || producedOn <= installedOn)), "Products.Dates.Produced", "Input.ProducedOn");
        Require(purchasedOn is null || installedOn is null || purchasedOn <= installedOn, "Products.Dates.Installed", "Input.InstalledOn");
        Require(exchangedOn is null == replacesSerial.OrNull() is null, "Products.Dates.Exchanged", "Input.ExchangedOn");
        (PurchasedOn, InstalledOn, ProducedOn, ReplacesSerial, ExchangedOn) = (purchasedOn, installedOn, producedOn, replacesSerial.OrNull(), exchangedOn);
        Acted();
    }

    /// <summary>It stands at another place, belongs to somebody else, or is found to be of another model.</summary>
    public void Settle(long? customerId, long? modelId, string? address)
    {
        (CustomerId, ModelId, Address) = (customerId, modelId, address.OrNull());
        Acted();
    }

    /// <summary>The owner's record was merged with another one, or taken apart again.</summary>
    public void BelongTo(long customerId)
    {
        CustomerId = customerId;
        Acted();
    }
}

internal sealed class ProductMap : IEntityTypeConfiguration<ProductModel>, IEntityTypeConfiguration<FaultCode>, IEntityTypeConfiguration<Appliance>
{
    public void Configure(EntityTypeBuilder<ProductModel> builder)
    {
        builder.ToTable("models");
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasMany(m => m.FaultCodes).WithOne().HasForeignKey(f => f.ModelId);
    }

    public void Configure(EntityTypeBuilder<FaultCode> builder)
    {
        builder.ToTable("fault_codes");
        builder.HasIndex(f => new { f.ModelId, f.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Appliance> builder)
    {
        builder.ToTable("appliances");
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasIndex(a => a.Serial);
        builder.HasIndex(a => a.CustomerId);
        builder.HasIndex(a => a.Address).HasFilter("serial IS NULL"); // without a serial number an appliance is known by its place
        builder.HasOne<Customers.Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProductModel>().WithMany().HasForeignKey(a => a.ModelId).OnDelete(DeleteBehavior.Restrict);
    }
}
