using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>Rewrites the version that is still a draft.</summary>
[Permission(DocumentsPermissions.EditAgreements)]
internal sealed class EditModel : AgreementPage
{
    [BindProperty] public TermsForm Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = TermsForm.Of(Agreement, (Agreement.Open ?? Agreement.Newest).Terms);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (agreement, now) => agreement.Rewrite(Input.Title, Input.Party, await TypedAsync(Input, ct), now, Actor), ct);
}
