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
internal abstract class AgreementPage : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    public Agreement Agreement { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public AgreementState State => Agreement.StateOn(Today, Ask<IPolicies>().At<AgreementPolicy>(Now).Value.ExpiringDays);

    protected T Ask<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
    protected DocumentsDbContext Db => Ask<DocumentsDbContext>();
    protected DateTime Now => Ask<TimeProvider>().Now();

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Agreement = await OneAsync(Db.Set<Agreement>().AsNoTracking(), ct);
        Today = Ask<ICompany>().LocalDay(Now);
        ModelState.Remove(nameof(Version)); // a form shown again builds on what is there now
        Version = Agreement.Version;
    }

    async Task<Agreement> OneAsync(IQueryable<Agreement> agreements, CancellationToken ct) => await agreements.WithAll().FirstOrDefaultAsync(a => a.PublicId == Id, ct) ?? throw new NotThere();

    protected async Task<IActionResult> ActAsync(Func<Agreement, DateTime, Task> act, CancellationToken ct)
    {
        var agreement = await OneAsync(Db.Set<Agreement>(), ct);
        if (agreement.Version != Version) throw new ChangedMeanwhile(await WhatChangedAsync(ct));
        Today = Ask<ICompany>().LocalDay(Now);
        await act(agreement, Now);
        agreement.TakeEffect(Today);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Agreements/Details/{Id}");
    }

    protected Task<IActionResult> ActAsync(Action<Agreement, DateTime> act, CancellationToken ct) => ActAsync((agreement, now) =>
    {
        act(agreement, now);
        return Task.CompletedTask;
    }, ct);

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var agreement = await OneAsync(Db.Set<Agreement>().AsNoTracking(), ct);
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
