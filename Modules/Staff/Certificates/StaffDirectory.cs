using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.Roster;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>Answers dispatch: who is certified for a type on a day, and holds what the city asks for beside.</summary>
internal sealed class StaffDirectory(StaffDbContext db, ICompany company, IPolicies policies, TimeProvider time) : IStaffDirectory
{
    public async Task<IReadOnlyDictionary<string, Away>> AwayAsync(DateTime from, DateTime to, CancellationToken ct)
    {
        var book = await DutyBook.ReadAsync(db, company.LocalDay(from), company.LocalDay(to), ct);
        Dictionary<string, Away> away = [];
        foreach (var employee in book.People)
            if (book.Away(employee, from, to, company) is { } why) away[employee.Number] = why;
        return away;
    }

    public async Task<IReadOnlySet<string>> CertifiedAsync(string? productType, DateOnly day, string? region, CancellationToken ct)
    {
        var certified = await HoldersAsync(ValidOn(day).For(productType), ct);
        foreach (var need in NeedsOf(productType, day, region)) certified.IntersectWith(await HoldersAsync(ValidOn(day).Of(need.Trade, Regions.CityOf(region)), ct));
        return certified;
    }

    public async Task<string?> CertificateAsync(string personCode, string? productType, DateOnly day, string? region, CancellationToken ct)
    {
        if (await LacksAsync(personCode, productType, day, region, ct) is not null) return null;
        return await ValidOn(day).For(productType).Where(c => c.PersonCode == personCode)
            .OrderByDescending(c => c.ExpiresOn == null).ThenByDescending(c => c.ExpiresOn).Select(c => c.Number).FirstOrDefaultAsync(ct);
    }

    public async Task<string?> LacksAsync(string personCode, string? productType, DateOnly day, string? region, CancellationToken ct)
    {
        foreach (var need in NeedsOf(productType, day, region))
            if (!await ValidOn(day).Of(need.Trade, Regions.CityOf(region)).AnyAsync(c => c.PersonCode == personCode, ct)) return "OutsideTrade." + need.Trade;
        return null;
    }

    IQueryable<Certificate> ValidOn(DateOnly day) => db.Set<Certificate>().AsNoTracking().ValidOn(day);

    static Task<HashSet<string>> HoldersAsync(IQueryable<Certificate> certificates, CancellationToken ct) => certificates.Select(c => c.PersonCode).Distinct().ToHashSetAsync(ct);

    /// <summary>By the policy in force on the day.</summary>
    IEnumerable<OutsideNeed> NeedsOf(string? productType, DateOnly day, string? region) =>
        policies.At<StaffPolicy>(company.CalendarAt(time.Now()).StartOf(day)).Value.OutsideNeeds.Where(n => n.IsFor(productType, Regions.CityOf(region)));
}

/// <summary>Takes over certificates that another module knows of.</summary>
internal sealed class RegisterCertificates(StaffDbContext db, TimeProvider time) : IRegisterCertificates
{
    public async Task RegisterAsync(IReadOnlyCollection<CertificateFacts> certificates, CancellationToken ct)
    {
        db.TellsNobody = true; // the papers are where they came from
        var numbers = certificates.Select(c => c.Number).ToList();
        var known = (await db.Set<Certificate>().AsNoTracking().Where(c => numbers.Contains(c.Number)).Select(c => new { c.Issuer, c.Number }).ToListAsync(ct)).Select(c => (c.Issuer, c.Number)).ToHashSet();
        foreach (var facts in certificates.Where(c => known.Add((c.Issuer, c.Number))))
            db.Add(Certificate.Issue(new CertificateOrder(facts.PersonCode, facts.PersonName, Code.Parse<CertificateKind>(facts.Kind), facts.Number, facts.Issuer, facts.ProductTypes, facts.Grade, facts.IssuedOn, facts.ExpiresOn),
                time.Now(), Actor.System, CertificateId.Of(facts.Issuer, facts.Number)));
        await db.SaveChangesAsync(ct);
        db.TellsNobody = false;
    }
}

/// <summary>The same document taken over again, into another installation too, has the same id.</summary>
internal static class CertificateId
{
    public static Guid Of(string issuer, string number) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\u001f{number}")).AsSpan(0, 16));
}
