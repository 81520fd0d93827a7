using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Certificates;

/// <summary>For which outside trade, and in which cities, a certificate of an authority counts.</summary>
[Permission(StaffPermissions.EditCertificates)]
internal sealed class CountForModel : CertificateActPage
{
    public sealed record Form
    {
        public OutsideTrade? Trade { get; init; }
        /// <summary>Division codes of the cities in which it counts.</summary>
        public string? Cities { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { Trade = Certificate.Trade, Cities = Cities.Write(Certificate.CountsIn) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((certificate, now) => certificate.CountFor(Input.Trade, Cities.Read(Input.Cities), now, Actor), ct);
}
