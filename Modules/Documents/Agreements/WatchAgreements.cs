using System.Globalization;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Agreements;

/// <summary>When people are reminded of an end.</summary>
internal sealed record AgreementPolicy
{
    public const string Key = "documents.agreements";

    /// <summary>Days before the end on which the bell rings, once for each (clause 14.1).</summary>
    public IReadOnlyList<int> RemindDays { get; init; } = [90, 30, 7];
    /// <summary>Days before the end from which an agreement shows as expiring.</summary>
    public int ExpiringDays { get; init; } = 90;
}

/// <summary>Lets signed versions take effect on their day, reminds of ends that nobody decided on, and keeps the reference contract on record.</summary>
internal sealed class WatchAgreements(DocumentsDbContext db, ReferenceContract reference, IBell bell, ICompany company, IPolicies policies) : IJobStep
{
    public static readonly JobDefinition Job = new("documents.watch-agreements", typeof(WatchAgreements), "0 5 0,7 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var today = company.LocalDay(slotUtc);
        await reference.EnsureAsync(today, slotUtc, ct);
        var due = await db.Set<Agreement>().WithAll().Where(a => a.Versions.Any(v => v.Stage == VersionStage.Signed && (!v.Announced || (!v.TookEffect && v.EffectiveFrom <= today)))).OrderBy(a => a.Id).ToListAsync(ct);
        foreach (var agreement in due)
        {
            agreement.Announce();
            agreement.TakeEffect(today);
        }
        await db.SaveChangesAsync(ct);
        return new JobOutcome(due.Count + await RemindAsync(today, policies.At<AgreementPolicy>(slotUtc).Value.RemindDays, ct));
    }

    async Task<int> RemindAsync(DateOnly today, IReadOnlyList<int> days, CancellationToken ct)
    {
        if (days.Count == 0) return 0;
        var ending = await db.Set<Agreement>().AsNoTracking().Where(a => a.TerminatedOn == null && a.Ends.Any(e => e.DecidedOn == null && e.EndsOn >= today && e.EndsOn <= today.AddDays(days.Max()))).OrderBy(a => a.EndsOn).ThenBy(a => a.Id).ToListAsync(ct);
        foreach (var agreement in ending)
        {
            var mark = days.Where(d => agreement.EndsOn!.Value.DayNumber - today.DayNumber <= d).Min(); // the nearest mark that is past: a server that slept over a day still rings
            await bell.RingAsync(Recipients.WithPermission(DocumentsPermissions.EditAgreements), new Notice($"agreement-ends:{agreement.PublicId:N}:{agreement.EndsOn:O}:{mark}", "Agreements.Ends",
                [agreement.Title, agreement.Party, agreement.EndsOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], $"/Documents/Agreements/Details/{agreement.PublicId}"), ct);
        }
        return ending.Count;
    }
}

/// <summary>The contract that the whole product is built to keep, as a record with all its clauses and the grounds of the policy; its parties and dates are written in by the company.</summary>
internal sealed class ReferenceContract(DocumentsDbContext db, IPolicies policies, Texts text)
{
    /// <summary>The same record in every installation.</summary>
    public static readonly Guid PublicId = new("0197f000-0000-7000-8000-00000000c0de");

    public async Task EnsureAsync(DateOnly today, DateTime now, CancellationToken ct)
    {
        if (!await db.Set<Agreement>().AnyAsync(a => a.IsReference, ct)) await WriteAsync(today, now, ct);
        var contract = await db.Set<Agreement>().AsNoTracking().FirstAsync(a => a.IsReference, ct);
        if (await db.Set<Ground>().AnyAsync(g => g.AgreementId == contract.Id, ct)) return;
        db.AddRange(policies.At<DisputePolicy>(now).Value.Grounds.Select((g, i) => Ground.Name(contract.Id, g, contract.StartsOn ?? today, now, new Guid($"0197f000-0000-7000-8001-{i:x12}"))));
        await db.SaveChangesAsync(ct);
    }

    async Task WriteAsync(DateOnly today, DateTime now, CancellationToken ct)
    {
        var contract = Agreement.Write(AgreementKind.Brand, text.Of("Agreements.Reference", Texts.Chinese), "", new Terms(null, null, null, null, null, null, null, null, null, null, null) { Contract = BrandContracts.Default }, today, now, Actor.System, AgreementTexts.ReferenceClauses(), PublicId);
        db.Add(contract);
        await db.SaveChangesAsync(ct);
    }
}

internal static class AgreementQueries
{
    public static readonly string[] Views = ["all", "drafts", "effective", "ending", "undecided", "no_copy", "ended"];

    public static IQueryable<Agreement> WithAll(this IQueryable<Agreement> agreements) =>
        agreements.Include(a => a.Versions).Include(a => a.Ends).Include(a => a.Changes).Include(a => a.Events).Include(a => a.Clauses).AsSplitQuery();

    public static IQueryable<Agreement> Shown(this IQueryable<Agreement> agreements, string view, DateOnly today, int expiringDays)
    {
        var soon = today.AddDays(expiringDays);
        return view switch
        {
            "drafts" => agreements.Where(a => a.Versions.Any(v => v.Stage != VersionStage.Signed)),
            "effective" => agreements.InForce(today),
            "ending" => agreements.InForce(today).Where(a => a.EndsOn <= soon),
            "undecided" => agreements.InForce(today).Where(a => a.Ends.Any(e => e.DecidedOn == null && e.EndsOn <= soon)),
            "no_copy" => agreements.InForce(today).Where(a => a.CopyFiledOn == null),
            "ended" => agreements.Where(a => a.EndsOn < today || a.TerminatedOn <= today),
            _ => agreements,
        };
    }

    public static IQueryable<Agreement> InForce(this IQueryable<Agreement> agreements, DateOnly today) =>
        agreements.Where(a => a.StartsOn <= today && (a.EndsOn == null || a.EndsOn >= today) && (a.TerminatedOn == null || a.TerminatedOn > today));
}
