using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>Decides what comes after the end: renewed until a later day, or let go.</summary>
[Permission(DocumentsPermissions.SignAgreements)]
internal sealed class DecideModel : AgreementPage
{
    internal sealed record Form
    {
        public DateOnly? RenewUntil { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { RenewUntil = Agreement.EndsOn?.AddYears(1) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string? step, CancellationToken ct) => ActAsync((agreement, now) => agreement.Decide(step == "end" ? null : Input.RenewUntil, Today, now, Actor), ct);
}
