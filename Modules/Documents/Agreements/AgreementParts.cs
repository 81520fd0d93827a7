using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Documents.Agreements;

/// <summary>The agreement as written at one time; an amendment is the next one.</summary>
internal sealed class AgreementVersion
{
    public long Id { get; private set; }
    public long AgreementId { get; private set; }
    public int Number { get; private init; }
    public VersionStage Stage { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public DateOnly? NoticeOn { get; private init; }
    public string? Reason { get; private init; }
    /// <summary>Document that holds the signed copy.</summary>
    public Guid? CopyId { get; private set; }
    public bool TookEffect { get; private set; }
    /// <summary>The other modules know of it.</summary>
    public bool Announced { get; private set; }
    public int? ComplexDays { get; private set; }
    public string? Contract { get; private set; }
    public string? CustomerLines { get; private set; }
    public string? CustomerIds { get; private set; }
    public string? ProductTypes { get; private set; }
    public DateOnly? PricesOf { get; private set; }
    public string? Covers { get; private set; }
    public int? SurveyPercent { get; private set; }
    public DateOnly? EffectiveFrom { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public string? Customers { get; private set; }
    public string? Products { get; private set; }
    public string? Sites { get; private set; }
    public int? ResponseHours { get; private set; }
    public int? HandlingHours { get; private set; }
    public int? DiscountPercent { get; private set; }
    public string? PriceTerms { get; private set; }
    public string? TextZh { get; private set; }
    public string? TextEn { get; private set; }

    public Terms Terms => new(EffectiveFrom, EndsOn, Customers, Products, Sites, ResponseHours, HandlingHours, DiscountPercent, PriceTerms, TextZh, TextEn)
    {
        ComplexDays = ComplexDays, Contract = Contract, CustomerLines = CustomerLines, CustomerIds = CustomerIds, ProductTypes = ProductTypes, PricesOf = PricesOf, Covers = Covers, SurveyPercent = SurveyPercent,
    };

    public static AgreementVersion Of(int number, Terms terms, DateOnly? noticeOn, string? reason)
    {
        var version = new AgreementVersion { Number = number, NoticeOn = noticeOn, Reason = reason };
        version.Rewrite(terms);
        return version;
    }

    public void Rewrite(Terms terms)
    {
        (EffectiveFrom, EndsOn, Customers, Products, Sites, ResponseHours, HandlingHours, DiscountPercent, PriceTerms, TextZh, TextEn) =
        (terms.StartsOn, terms.EndsOn, terms.Customers, terms.Products, terms.Sites, terms.ResponseHours, terms.HandlingHours, terms.DiscountPercent, terms.PriceTerms, terms.TextZh, terms.TextEn);
        (ComplexDays, Contract, CustomerLines, CustomerIds, ProductTypes, PricesOf, Covers, SurveyPercent) = (terms.ComplexDays, terms.Contract, terms.CustomerLines, terms.CustomerIds, terms.ProductTypes, terms.PricesOf, terms.Covers, terms.SurveyPercent);
    }

    public void MoveTo(VersionStage stage) => Stage = stage;
    public void Sign(DateOnly on) => (Stage, SignedOn) = (VersionStage.Signed, on);
    public void FileCopy(Guid document) => CopyId = document;
    public void TakeEffect() => TookEffect = true;
    public void Announce() => Announced = true;
}

/// <summary>A day on which the agreement ends unless somebody decides otherwise, and when that was decided.</summary>
internal sealed class AgreementEnd : IInFeed
{
    public long Id { get; private set; }
    public long AgreementId { get; private set; }
    public long Change { get; private set; }
    public DateOnly EndsOn { get; init; }
    public DateOnly? DecidedOn { get; private set; }
    public bool Renewed { get; private set; }
    /// <summary>The agreement was terminated before this end was decided on.</summary>
    public bool Spared { get; private set; }

    public void Spare() => Spared = true;

    public void Decide(DateOnly on, bool renewed) => (DecidedOn, Renewed) = (on, renewed);
}

internal enum AgreementChangeKind { Amendment, Termination }

/// <summary>An amendment or termination as an act, with the notice and the paper that belong to it (clauses 6.3, 13.2, 14.3).</summary>
internal sealed class AgreementChange : IInFeed
{
    public long Id { get; private set; }
    public long AgreementId { get; private set; }
    public long Change { get; private set; }
    public AgreementChangeKind Kind { get; init; }
    /// <summary>Version that an amendment made.</summary>
    public int? Number { get; init; }
    public DateOnly ActOn { get; init; }
    public DateOnly? NoticeOn { get; init; }
    public Guid? PaperId { get; private set; }

    public void FilePaper(Guid document) => PaperId = document;
}

/// <summary>One clause of the reference contract.</summary>
internal sealed class AgreementClause
{
    public long Id { get; private set; }
    public long AgreementId { get; private set; }
    public int Position { get; init; }
    public required string Number { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    /// <summary>What it asks.</summary>
    public required string TextZh { get; init; }
    public required string TextEn { get; init; }
}

internal sealed class AgreementEvent
{
    public long Id { get; private set; }
    public long AgreementId { get; private set; }
    public DateTime At { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}

internal sealed class AgreementMap : IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<AgreementVersion>, IEntityTypeConfiguration<AgreementEnd>, IEntityTypeConfiguration<AgreementChange>,
    IEntityTypeConfiguration<AgreementClause>, IEntityTypeConfiguration<AgreementEvent>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements");
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasIndex(a => a.Code).IsUnique();
        builder.HasIndex(a => a.EndsOn);
        builder.Ignore(a => a.NumberSeries);
        builder.Ignore(a => a.NeedsNumber);
        builder.Ignore(a => a.Open);
        builder.Ignore(a => a.Newest);
        builder.Ignore(a => a.LastDay);
        builder.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AgreementId);
        builder.HasMany(a => a.Ends).WithOne().HasForeignKey(v => v.AgreementId);
        builder.HasMany(a => a.Changes).WithOne().HasForeignKey(v => v.AgreementId);
        builder.HasMany(a => a.Clauses).WithOne().HasForeignKey(v => v.AgreementId);
        builder.HasMany(a => a.Events).WithOne().HasForeignKey(v => v.AgreementId);
    }

    public void Configure(EntityTypeBuilder<AgreementVersion> builder)
    {
        builder.ToTable("agreement_versions");
        builder.Ignore(v => v.Terms);
        builder.HasIndex(v => new { v.AgreementId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgreementEnd> builder) => builder.ToTable("agreement_ends");
    public void Configure(EntityTypeBuilder<AgreementChange> builder) => builder.ToTable("agreement_changes");
    public void Configure(EntityTypeBuilder<AgreementClause> builder) => builder.ToTable("agreement_clauses");
    public void Configure(EntityTypeBuilder<AgreementEvent> builder) => builder.ToTable("agreement_events");
}
