using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>Files the signed copy of a version that has none yet.</summary>
[Permission(DocumentsPermissions.EditAgreements)]
internal sealed class FileCopyModel : AgreementPage
{
    [BindProperty] public IFormFile? Copy { get; set; }
    [BindProperty] public int Number { get; set; }
    public IEnumerable<AgreementVersion> Waiting => Agreement.Versions.Where(v => v.Stage == VersionStage.Signed && v.CopyId is null).OrderBy(v => v.Number);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (agreement, now) =>
    {
        if (Copy is not { } copy) throw new RuleViolation("Records.Upload.NoFile") { Field = "Copy" };
        var document = await Ask<FileSignedCopy>().FileAsync(agreement, copy, agreement.Versions.Find(v => v.Number == Number)?.SignedOn ?? Today, now, Actor, ct);
        agreement.FileCopy(Number, document.PublicId, Today, now, Actor);
    }, ct);
}
