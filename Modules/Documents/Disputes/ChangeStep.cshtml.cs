using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>A step that is not late yet gets another day, or falls away.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class ChangeStepModel : DisputePage
{
    internal sealed record Form
    {
        public long Step { get; init; }
        public string Reason { get; init; } = "";
        public DateOnly DueOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { DueOn = Today.AddDays(14) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string? step, CancellationToken ct) => ActAsync((dispute, now) =>
    {
        if (step == "drop") dispute.DropStep(Input.Step, Input.Reason, Today, now, Actor);
        else dispute.MoveStep(Input.Step, Input.DueOn, Input.Reason, Today, now, Actor);
    }, ct);
}
