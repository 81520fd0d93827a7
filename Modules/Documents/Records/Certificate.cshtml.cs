using AfterSales.Kernel.Pages;

namespace AfterSales.Documents.Records;

/// <summary>Proof of a disposal, to be printed: what, when, how, by which two people.</summary>
[Permission(DocumentsPermissions.ReadRecords)]
internal sealed class CertificateModel : DocumentPage
{
    public Disposal Disposal { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Disposal = Document.Disposals.Find(d => d.Decision == DisposalDecision.Approved) ?? throw new NotThere();
    }
}
