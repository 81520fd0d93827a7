using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.Roster;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>Answers dispatch: who is certified for a type on a day.</summary>
internal sealed class StaffDirectory(StaffDbContext db, ICompany company) : IStaffDirectory
{
    public async Task<IReadOnlyDictionary<string, Away>> AwayAsync(DateTime from, DateTime to, CancellationToken ct)
    {
        var book = await DutyBook.ReadAsync(db, company.LocalDay(from), company.LocalDay(to), ct);
        Dictionary<string, Away> away = [];
        foreach (var employee in book.People)
            if (book.Away(employee, from, to, company) is { } why) away[employee.Number] = why;
        return away;
    }

    public async Task<IReadOnlySet<string>> CertifiedAsync(string? productType, DateOnly day, CancellationToken ct) =>
        await db.Set<Certificate>().AsNoTracking().ValidOn(day).Where(c => c.Types.Any(t => productType == null || t.Code == productType))
            .Select(c => c.PersonCode).Distinct().ToHashSetAsync(ct);

    public async Task<string?> CertificateAsync(string personCode, string? productType, DateOnly day, CancellationToken ct) =>
        await db.Set<Certificate>().AsNoTracking().ValidOn(day).Where(c => c.PersonCode == personCode && c.Types.Any(t => productType == null || t.Code == productType))
            .OrderByDescending(c => c.ExpiresOn == null).ThenByDescending(c => c.ExpiresOn).Select(c => c.Number).FirstOrDefaultAsync(ct);
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
