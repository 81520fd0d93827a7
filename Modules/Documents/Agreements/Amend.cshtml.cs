using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>A new version with its own effective day; it is reviewed and signed like the first.</summary>
[Permission(DocumentsPermissions.EditAgreements)]
internal sealed class AmendModel : AgreementPage
{
    [BindProperty] public TermsForm Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = TermsForm.Of(Agreement, Agreement.Newest.Terms) with { StartsOn = null };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (agreement, now) => agreement.Amend(await TypedAsync(Input, ct), Input.NoticeOn, Input.Reason ?? "", now, Actor), ct);
}
