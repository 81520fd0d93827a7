using AfterSales.Documents.Contracts;
using AfterSales.Kernel.Clocks;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Requests;

/// <summary>
/// What one signed version of an agreement means for orders: whom it covers from when on, its own time limits and price terms. It never changes but for
/// its last day; an order keeps the one of its receipt for life.
/// </summary>
internal sealed class AgreementTerms
{
    public long Id { get; private set; }
    public Guid AgreementId { get; private init; }
    public string Code { get; private init; } = "";
    public int Number { get; private init; }
    public DateOnly FromDay { get; private init; }
    public DateOnly? UntilDay { get; private set; }
    public string? Contract { get; private init; }
    /// <summary>Codes with a space between; empty: all.</summary>
    public string ProductTypes { get; private init; } = "";
    /// <summary>One on a line; empty: everywhere.</summary>
    public string Sites { get; private init; } = "";
    public int? ResponseHours { get; private init; }
    public int? HandlingHours { get; private init; }
    public int? ComplexDays { get; private init; }
    public int? DiscountPercent { get; private init; }
    public DateOnly? PricesOf { get; private init; }
    /// <summary>Share of a busy month's orders after which its contacts are asked, in percent; null: the standard policy.</summary>
    public int? SurveyPercent { get; private init; }
    /// <summary>Codes of fee kinds with a space between.</summary>
    public string Covers { get; private init; } = "";
    public List<AgreementCustomer> Customers { get; } = [];

    AgreementTerms() { }

    /// <summary>As people write it: <c>AGR-2026-000001/2</c>.</summary>
    public string Name => $"{Code}/{Number}";

    public static AgreementTerms Of(AgreementSigned signed)
    {
        var terms = new AgreementTerms
        {
            AgreementId = signed.AgreementId, Code = signed.Code, Number = signed.Version, FromDay = signed.From, UntilDay = signed.Until, Contract = signed.Scope.Contract,
            ProductTypes = string.Join(' ', signed.Scope.ProductTypes), Sites = string.Join('\n', signed.Scope.Sites), ResponseHours = signed.Limits.ResponseHours, HandlingHours = signed.Limits.HandlingHours,
            ComplexDays = signed.Limits.ComplexDays, DiscountPercent = signed.Prices.DiscountPercent, PricesOf = signed.Prices.PricesOf, Covers = string.Join(' ', signed.Prices.Covers), SurveyPercent = signed.SurveyPercent,
        };
        terms.Customers.AddRange(signed.Scope.Customers.Select(c => new AgreementCustomer { CustomerId = c }));
        return terms;
    }

    public void EndOn(DateOnly? day) => UntilDay = day;

    /// <summary>The standard policy with the agreement's own limits in it. Special cases and safety stay as they are.</summary>
    public SlaPolicy Over(SlaPolicy standard) => standard with
    {
        Response = ResponseHours is { } response ? TimeLimit.Hours(response) : standard.Response,
        GeneralHandling = HandlingHours is { } handling ? TimeLimit.Hours(handling) : standard.GeneralHandling,
        ComplexHandling = ComplexDays is { } days ? TimeLimit.WorkingDays(days) : standard.ComplexHandling,
    };

    /// <summary>Whether product and place are among what it covers.</summary>
    public bool Covering(ProductType? type, string? address) =>
        (ProductTypes.Length == 0 || (type is { } t && ProductTypes.Split(' ').Contains(Kernel.Code.Of(t))))
        && (Sites.Length == 0 || (address is not null && Sites.Split('\n').Any(s => address.Contains(s, StringComparison.OrdinalIgnoreCase))));
}

/// <summary>A customer that an agreement names.</summary>
internal sealed class AgreementCustomer
{
    public long Id { get; private set; }
    public long TermsId { get; private set; }
    /// <summary>Public id.</summary>
    public Guid CustomerId { get; init; }
}

internal sealed class AgreementTermsMap : IEntityTypeConfiguration<AgreementTerms>, IEntityTypeConfiguration<AgreementCustomer>
{
    public void Configure(EntityTypeBuilder<AgreementTerms> builder)
    {
        builder.ToTable("agreement_terms");
        builder.Ignore(t => t.Name);
        builder.HasIndex(t => new { t.AgreementId, t.Number }).IsUnique();
        builder.HasMany(t => t.Customers).WithOne().HasForeignKey(c => c.TermsId);
    }

    public void Configure(EntityTypeBuilder<AgreementCustomer> builder)
    {
        builder.ToTable("agreement_customers");
        builder.HasIndex(c => c.CustomerId);
    }
}
