using AfterSales.Kernel.Pages;

namespace AfterSales.Staff.Certificates;

[Permission(StaffPermissions.ReadCertificates)]
internal sealed class DetailsModel : CertificateActPage
{
    /// <summary>What can be done to it now, the likeliest first.</summary>
    public IReadOnlyList<string> Acts => Certificate.RevokedOn is not null ? []
        : [.. Certificate.ExpiresOn is null ? Array.Empty<string>() : ["Renew"], Certificate.OpenSuspension is null ? "Suspend" : "Resume", "Revoke"];
}
