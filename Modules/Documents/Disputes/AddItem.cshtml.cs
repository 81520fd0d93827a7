using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>Something else that is left to settle.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class AddItemModel : TerminationPage
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
        Input = new() { DueOn = Today.AddDays(14) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((termination, now) => termination.AddItem(Input.What, Input.DueOn, Today, now, Actor), ct);
}
