using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>How it ended, with the paper that binds both sides.</summary>
[Permission(DocumentsPermissions.SignAgreements)]
internal sealed class ResolveModel : DisputePage
{
    internal sealed record Form
    {
        public DisputeOutcome Outcome { get; init; }
        public DateOnly On { get; init; }
        public string Text { get; init; } = "";
        public decimal? Amount { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { On = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (dispute, now) =>
        dispute.Resolve(Input.Outcome, Input.On, Input.Text, Input.Amount is { } amount ? Money.From(amount) : null, await FileAsync(dispute, Input.On, ct), Today, now, Actor), ct);
}
