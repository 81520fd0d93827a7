using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Certificates;

/// <summary>A copy on paper with a link of its own, by which a customer sees at the door whether it is valid.</summary>
[Permission(StaffPermissions.EditCertificates)]
internal sealed class PrintModel(ICompany company) : CertificateActPage
{
    public string CompanyName => company.Name;
    public bool HasPublicAddress => company.PublicUrl is not null;
    /// <summary>Shown once, with the page that follows the act: only its hash is kept.</summary>
    public string? Link { get; private set; }
    public QrCode? Qr { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var token = PublicToken.New();
        await ActAsync((certificate, now) =>
        {
            if (certificate.On(Today) is CertificateState.Revoked or CertificateState.Expired) throw new RuleViolation("Certificates.Print.NotValid");
            certificate.Seal(PublicToken.Hash(token)!, now, Actor);
        }, ct);
        var at = company.PublicUrl ?? new Uri($"{Request.Scheme}://{Request.Host}/");
        Link = new Uri(at, "/v/" + token).ToString();
        Qr = QrCode.Of(Link);
        await LoadAsync(ct);
        return Page();
    }
}
