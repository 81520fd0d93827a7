using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>Ends an agreement early: ground, notice, day, paper.</summary>
[Permission(DocumentsPermissions.SignAgreements)]
internal sealed class TerminateModel : AgreementPage
{
    internal sealed record Form
    {
        public string Ground { get; init; } = "";
        public DateOnly? NoticeOn { get; init; }
        public DateOnly EndsOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public IFormFile? Paper { get; set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { EndsOn = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (agreement, now) =>
    {
        Guid? paper = Paper is { } sent ? (await Ask<FileSignedCopy>().FileAsync(agreement, sent, Today, now, Actor, ct)).PublicId : null;
        agreement.Terminate(Input.Ground, Input.NoticeOn, Input.EndsOn, paper, Today, now, Actor);
    }, ct);
}
