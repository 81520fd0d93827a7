using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>The paper is back in its place.</summary>
[Permission(DocumentsPermissions.LendRecords)]
internal sealed class TakeBackModel : DocumentPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((document, now) => document.TakeBack(Today, now, Actor), ct);
}
