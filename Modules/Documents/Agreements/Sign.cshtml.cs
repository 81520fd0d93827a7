using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>Both sides have signed; the copy can be filed with it or later.</summary>
[Permission(DocumentsPermissions.SignAgreements)]
internal sealed class SignModel : AgreementPage
{
    [BindProperty] public SignForm Input { get; set; } = new();
    [BindProperty] public IFormFile? Copy { get; set; }

    internal sealed record SignForm
    {
        public DateOnly SignedOn { get; init; }
    }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { SignedOn = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (agreement, now) =>
    {
        var number = agreement.Open?.Number ?? 0;
        agreement.Sign(Input.SignedOn, Today, now, Actor);
        if (Copy is { } copy) agreement.FileCopy(number, (await Ask<FileSignedCopy>().FileAsync(agreement, copy, Input.SignedOn, now, Actor, ct)).PublicId, Today, now, Actor);
    }, ct);
}
