using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Certificates;

[Permission(StaffPermissions.EditCertificates)]
internal sealed class RenewModel : CertificateActPage
{
    public sealed record Form
    {
        public DateOnly Until { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { Until = (Certificate.ExpiresOn ?? Today).AddYears(1) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((certificate, now) => certificate.Renew(Input.Until, now, Actor, Today), ct);
}
