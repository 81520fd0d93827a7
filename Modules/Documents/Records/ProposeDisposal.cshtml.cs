using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>First of two people: the retention is over, the document may go.</summary>
[Permission(DocumentsPermissions.ProposeDisposal)]
internal sealed class ProposeDisposalModel : DocumentPage
{
    internal sealed record Form
    {
        public string Reason { get; init; } = "";
        public string Method { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((document, now) => document.ProposeDisposal(Input.Reason, Input.Method, Today, now, Actor), ct);
}
