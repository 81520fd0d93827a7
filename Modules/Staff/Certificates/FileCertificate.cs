using System.Globalization;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>Puts what a certificate says on file with Documents (clause 8.2); renewed, it is a new version of the same paper.</summary>
internal sealed class FileCertificate(StaffDbContext db, IFileStore files, ICompany company, Texts text, TimeProvider time) : IHandle<CertificateIssued>
{
    public async Task HandleAsync(CertificateIssued @event, CancellationToken ct)
    {
        var certificate = await db.Set<Certificate>().AsNoTracking().Include(c => c.Types).SingleAsync(c => c.PublicId == @event.CertificateId, ct);
        var paper = new PrintedPaper(text, company.Name, "Paper.certificate", certificate.Number)
            .Fact("Certificates.Person", $"{certificate.PersonName} ({certificate.PersonCode})").Fact("Certificates.Kind", $"{text.Of($"CertificateKind.{certificate.Kind}", Texts.Chinese)} {certificate.Grade}".TrimEnd()).Fact("Certificates.Issuer", certificate.Issuer)
            .Fact("Certificates.Types", string.Join("、", certificate.Types.Select(t => text.Of(CertificateWords.TypeKey(t.Code), Texts.Chinese)))).Fact("Certificates.IssuedOn", Day(certificate.IssuedOn)).Fact("Certificates.ExpiresOn", certificate.ExpiresOn is { } end ? Day(end) : text.Of("Certificates.Never", Texts.Chinese));
        var kept = await files.Keep(new MemoryStream(paper.ToBytes()), PrintedPaper.MediaType, ct);
        var employee = await db.Set<People.Employee>().Where(e => e.Number == certificate.PersonCode).Select(e => (Guid?)e.PublicId).FirstOrDefaultAsync(ct);
        RecordLink[] links = [new(LinkKinds.Employee, employee?.ToString("D") ?? certificate.PersonCode, certificate.PersonCode)];
        db.Publish(new RecordToFile(certificate.PublicId, RecordClasses.Training, Papers.Certificate, $"{certificate.PersonName} {certificate.Number} 资格证书", $"{certificate.PersonName} {certificate.Number} certificate", kept.Sha256, $"{certificate.Number}.html", PrintedPaper.MediaType, time.Now(), links), time.Now());
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
