using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

[Permission(StaffPermissions.EditCertificates)]
internal sealed class IssueModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string PersonCode { get; init; } = "";
        public string PersonName { get; init; } = "";
        public CertificateKind Kind { get; init; }
        public string Number { get; init; } = "";
        public string Issuer { get; init; } = "";
        public List<string> Types { get; init; } = [];
        public string? Grade { get; init; }
        public OutsideTrade? Trade { get; init; }
        /// <summary>Division codes of the cities in which it counts.</summary>
        public string? Cities { get; init; }
        public DateOnly IssuedOn { get; init; }
        public DateOnly? ExpiresOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    /// <summary>People who have a certificate already, to choose from while typing.</summary>
    public IReadOnlyList<(string Code, string Name)> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct)
    {
        Input = Input with { IssuedOn = company.LocalDay(time.Now()) };
        return LoadAsync(ct);
    }

    public override async Task LoadAsync(CancellationToken ct) =>
        People = [.. (await db.Set<Certificate>().AsNoTracking().Select(c => new { c.PersonCode, c.PersonName }).Distinct().OrderBy(p => p.PersonCode).Take(500).ToListAsync(ct)).Select(p => (p.PersonCode, p.PersonName))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var certificate = Certificate.Issue(new CertificateOrder(Input.PersonCode, Input.PersonName, Input.Kind, Input.Number, Input.Issuer, [.. Input.Types.Where(ProductTypes.Codes.Contains)], Input.Grade, Input.IssuedOn, Input.ExpiresOn, Input.Trade, Cities.Read(Input.Cities)), time.Now(), Actor);
        if (await db.Set<Certificate>().AnyAsync(c => c.Issuer == certificate.Issuer && c.Number == certificate.Number, ct)) throw new RuleViolation("Certificates.NumberTwice", certificate.Number) { Field = "Input.Number" };
        db.Add(certificate);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Certificates/Details/{certificate.PublicId}");
    }
}
