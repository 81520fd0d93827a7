using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>A step of one's own, beside those of the policy.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class AddStepModel : DisputePage
{
    internal sealed record Form
    {
        public string What { get; init; } = "";
        public DateOnly DueOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { DueOn = Today.AddDays(7) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((dispute, now) => dispute.AddStep(Input.What, Input.DueOn, Today, now, Actor), ct);
}
