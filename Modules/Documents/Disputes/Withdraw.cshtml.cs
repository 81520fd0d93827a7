using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>Taken back before it was confirmed: the agreement goes on.</summary>
[Permission(DocumentsPermissions.SignAgreements)]
internal sealed class WithdrawModel : TerminationPage
{
    internal sealed record Form
    {
        public string Reason { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((termination, now) => termination.Withdraw(Input.Reason, Today, now, Actor), ct);
}
