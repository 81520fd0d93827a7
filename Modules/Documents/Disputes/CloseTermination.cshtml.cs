using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>The termination is over: nothing is left to settle.</summary>
[Permission(DocumentsPermissions.SignAgreements)]
internal sealed class CloseTerminationModel : TerminationPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((termination, now) => termination.Close(Today, now, Actor), ct);
}
