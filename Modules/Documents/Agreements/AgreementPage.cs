using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
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

    /// <summary>What was signed is told, and what is due today takes effect, with the act.</summary>
    protected override Task SaveAsync(Agreement acted, CancellationToken ct)
    {
        acted.Announce();
        acted.TakeEffect(Today);
        return Db.SaveChangesAsync(ct);
    }

    protected Task<Terms> TypedAsync(TermsForm form, CancellationToken ct) => form.TermsAsync(Ask<ICustomerLookup>(), ct);

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
    public int? ComplexDays { get; init; }
    public string? Contract { get; init; }
    /// <summary>Customers covered, one on a line, by whole name or telephone number.</summary>
    public string? CustomerLines { get; init; }
    public List<string> ProductTypes { get; init; } = [];
    public DateOnly? PricesOf { get; init; }
    public List<string> Covers { get; init; } = [];
    public int? SurveyPercent { get; init; }
    public string? PriceTerms { get; init; }
    public string? TextZh { get; init; }
    public string? TextEn { get; init; }
    public DateOnly? NoticeOn { get; init; }
    public string? Reason { get; init; }

    Terms Typed => new(StartsOn, EndsOn, Customers, Products, Sites, ResponseHours, HandlingHours, DiscountPercent, PriceTerms, TextZh, TextEn)
    {
        ComplexDays = ComplexDays, Contract = Contract.OrNull(), CustomerLines = CustomerLines.OrNull(), PricesOf = PricesOf, SurveyPercent = SurveyPercent,
        ProductTypes = string.Join(' ', ProductTypes.Intersect(Service.Contracts.ProductTypes.Codes)).OrNull(), Covers = string.Join(' ', Covers.Intersect(Covered)).OrNull(),
    };

    /// <summary>Kinds of fee lines that an agreement can pay for.</summary>
    public static readonly string[] Covered = ["call_out", "material", "work_at_height", "labour", "part"];

    /// <summary>What was typed, with the customers that are meant.</summary>
    /// <exception cref="RuleViolation">A line means nobody, or several.</exception>
    public async Task<Terms> TermsAsync(ICustomerLookup customers, CancellationToken ct)
    {
        List<Guid> ids = [];
        foreach (var line in (CustomerLines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            ids.Add(await customers.MeantByAsync(line, ct) switch
            {
                [var one] => one.Id,
                [] => throw new RuleViolation("Agreements.CustomerUnknown", line) { Field = "Input.CustomerLines" },
                var several => throw new RuleViolation("Agreements.CustomerSeveral", line, several.Count) { Field = "Input.CustomerLines" },
            });
        return Typed with { CustomerIds = string.Join(' ', ids.Distinct().Select(i => i.ToString("D"))).OrNull() };
    }

    public static TermsForm Of(Agreement agreement, Terms terms) => new()
    {
        Title = agreement.Title, Party = agreement.Party, Kind = agreement.Kind, StartsOn = terms.StartsOn, EndsOn = terms.EndsOn, Customers = terms.Customers, Products = terms.Products, Sites = terms.Sites,
        ResponseHours = terms.ResponseHours, HandlingHours = terms.HandlingHours, DiscountPercent = terms.DiscountPercent, PriceTerms = terms.PriceTerms, TextZh = terms.TextZh, TextEn = terms.TextEn,
        ComplexDays = terms.ComplexDays, Contract = terms.Contract, CustomerLines = terms.CustomerLines, ProductTypes = [.. Terms.Split(terms.ProductTypes)], PricesOf = terms.PricesOf, Covers = [.. Terms.Split(terms.Covers)], SurveyPercent = terms.SurveyPercent,
    };
}
