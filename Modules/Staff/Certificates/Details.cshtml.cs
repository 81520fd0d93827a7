using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;

namespace AfterSales.Staff.Certificates;

[Permission(StaffPermissions.ReadCertificates)]
internal sealed class DetailsModel(IDispatchRoster roster) : CertificateActPage
{
    /// <summary>Visits that are planned for this person and that nobody lets them make any more.</summary>
    public int ToReassign { get; private set; }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        ToReassign = (await roster.ToReassignAsync(ct)).Count(v => v.Technician == Certificate.PersonCode);
    }

    /// <summary>What can be done to it now, the likeliest first.</summary>
    public IReadOnlyList<string> Acts => Certificate.RevokedOn is not null ? []
        : [.. Certificate.ExpiresOn is null ? Array.Empty<string>() : ["Renew"], Certificate.OpenSuspension is null ? "Suspend" : "Resume", "Revoke", .. Certificate.Kind == CertificateKind.Authority ? ["CountFor"] : Array.Empty<string>(), .. Certificate.On(Today) is CertificateState.Expired ? Array.Empty<string>() : ["Print"]];
}
