using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>One thing less that is left to settle.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class FinishItemModel : TerminationPage
{
    internal sealed record Form
    {
        public long Item { get; init; }
        public string Note { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (termination, now) => termination.FinishItem(Input.Item, Input.Note, await FileAsync(termination, Today, ct), Today, now, Actor), ct);
}
