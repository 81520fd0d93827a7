using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Certificates;

[Permission(StaffPermissions.EditCertificates)]
internal sealed class ResumeModel : CertificateActPage
{
    public sealed record Form
    {
        public DateOnly From { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { From = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((certificate, now) => certificate.Resume(Input.From, now, Actor), ct);
}
