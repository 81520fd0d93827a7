using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>A step is done: when, with what result, and its paper.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class FinishStepModel : DisputePage
{
    internal sealed record Form
    {
        public long Step { get; init; }
        public DateOnly On { get; init; }
        public string Result { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { On = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (dispute, now) =>
        dispute.FinishStep(Input.Step, Input.On, Input.Result, await FileAsync(dispute, Input.On, ct), Today, now, Actor), ct);
}
