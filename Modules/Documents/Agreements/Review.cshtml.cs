using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>Hands the draft over for review, or back to whoever writes it.</summary>
[Permission(DocumentsPermissions.EditAgreements)]
internal sealed class ReviewModel : AgreementPage
{
    [BindProperty] public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync(string? step, CancellationToken ct) => ActAsync((agreement, now) =>
    {
        if (step == "back") agreement.SendBack(Reason ?? "", now, Actor);
        else agreement.SendToReview(now, Actor);
    }, ct);
}
