using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>What one side says, with its paper.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class PositionModel : DisputePage
{
    internal sealed record Form
    {
        public PositionSide Side { get; init; }
        public DateOnly On { get; init; }
        public string Text { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { On = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (dispute, now) =>
        dispute.TakePosition(Input.Side, Input.On, Input.Text, await FileAsync(dispute, Input.On, ct), Today, now, Actor), ct);
}
