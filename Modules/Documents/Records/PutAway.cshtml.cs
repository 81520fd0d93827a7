using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>Puts the paper copy into its place.</summary>
[Permission(DocumentsPermissions.FileRecords)]
internal sealed class PutAwayModel : DocumentPage
{
    internal sealed record Form
    {
        public string Room { get; init; } = "";
        public string? Cabinet { get; init; }
        public string? Box { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { Room = Document.Room ?? "", Cabinet = Document.Cabinet, Box = Document.Box };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((document, now) => document.PutAway(Input.Room, Input.Cabinet, Input.Box, Today, now, Actor), ct);
}
