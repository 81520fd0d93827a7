using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents.Agreements;

/// <summary>A page about one agreement; a form made from an older version is shown what changed.</summary>
internal abstract class AgreementPage : ActPage<Agreement>
{
    public Agreement Agreement => Record;
    public AgreementState State => Agreement.StateOn(Today, Ask<IPolicies>().At<AgreementPolicy>(Now).Value.ExpiringDays);

    protected DocumentsDbContext Db => Ask<DocumentsDbContext>();
    protected override string Home => $"/Documents/Agreements/Details/{Id}";

    protected override async Task<Agreement> FindAsync(bool toChange, CancellationToken ct) =>
        await (toChange ? Db.Set<Agreement>() : Db.Set<Agreement>().AsNoTracking()).WithAll().FirstOrDefaultAsync(a => a.PublicId == Id, ct) ?? throw new NotThere();

    /// <summary>What is due today takes effect with the act.</summary>
    protected override Task SaveAsync(Agreement acted, CancellationToken ct)
    {
        acted.TakeEffect(Today);
        return Db.SaveChangesAsync(ct);
    }

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var agreement = await FindAsync(toChange: false, ct);
        return [.. agreement.Events.OrderBy(e => e.Id).Skip(Version).Select(e => new Change(e.ActorName, e.At, Sentence(e)))]; // every act writes one event and raises the version by one
    }

    public string Sentence(AgreementEvent e) => T["Agreements.Act." + e.Act, [.. e.Args.Split('\u001f'), "", ""]].TrimEnd();
}

/// <summary>What is typed about a version, for the pages that take it.</summary>
internal sealed record TermsForm
{
    public string Title { get; init; } = "";
    public string Party { get; init; } = "";
    public AgreementKind Kind { get; init; } = AgreementKind.Household;
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Customers { get; init; }
    public string? Products { get; init; }
    public string? Sites { get; init; }
    public int? ResponseHours { get; init; }
    public int? HandlingHours { get; init; }
    public int? DiscountPercent { get; init; }
    public string? PriceTerms { get; init; }
    public string? TextZh { get; init; }
    public string? TextEn { get; init; }
    public DateOnly? NoticeOn { get; init; }
    public string? Reason { get; init; }

    public Terms Terms => new(StartsOn, EndsOn, Customers, Products, Sites, ResponseHours, HandlingHours, DiscountPercent, PriceTerms, TextZh, TextEn);

    public static TermsForm Of(Agreement agreement, Terms terms) => new()
    {
        Title = agreement.Title, Party = agreement.Party, Kind = agreement.Kind, StartsOn = terms.StartsOn, EndsOn = terms.EndsOn, Customers = terms.Customers, Products = terms.Products, Sites = terms.Sites,
        ResponseHours = terms.ResponseHours, HandlingHours = terms.HandlingHours, DiscountPercent = terms.DiscountPercent, PriceTerms = terms.PriceTerms, TextZh = terms.TextZh, TextEn = terms.TextEn,
    };
}
