using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>Hands the paper to somebody until a day.</summary>
[Permission(DocumentsPermissions.LendRecords)]
internal sealed class LendModel : DocumentPage
{
    internal sealed record Form
    {
        public string Borrower { get; init; } = "";
        public DateOnly DueOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { DueOn = Today.AddDays(Ask<IPolicies>().At<RecordsPolicy>(Now).Value.LoanDays) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((document, now) => document.Lend(Input.Borrower, Input.DueOn, Today, now, Actor), ct);
}
