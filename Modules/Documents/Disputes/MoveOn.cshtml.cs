using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>To the next stage: mediation, arbitration, court.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class MoveOnModel : DisputePage
{
    internal sealed record Form
    {
        public DisputeStage Stage { get; init; }
        public DateOnly On { get; init; }
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { On = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((dispute, now) => dispute.MoveOn(Input.Stage, Input.On, Input.Reason, Today, Policy, Calendar, now, Actor), ct);
}
