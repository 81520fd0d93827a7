using AfterSales.Documents.Search;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>Everything about one document: what it is, where it lies, who has it, what was done, who looked.</summary>
[Permission(DocumentsPermissions.ReadRecords)]
internal sealed class DetailsModel : DocumentPage
{
    public IReadOnlyList<DocumentView> Views { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await LogAsync(Looked.Viewed, null, ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Views = await Db.Set<DocumentView>().AsNoTracking().Where(v => v.DocumentId == Document.Id).OrderByDescending(v => v.Id).Take(50).ToListAsync(ct);
    }

    /// <summary>What can be done to it now by this person, the likeliest first.</summary>
    public IReadOnlyList<string> Acts
    {
        get
        {
            if (Document.State == DocumentState.Disposed) return [];
            List<string> acts = [];
            if (May(DocumentsPermissions.FileRecords))
            {
                if (Document.State < DocumentState.Archived) acts.Add("Classify");
                if (Document.State >= DocumentState.Coded) acts.Add("PutAway");
                acts.AddRange(["NewVersion", "Correct"]);
            }
            if (May(DocumentsPermissions.LendRecords) && Document.Room is not null) acts.Add(Document.IsLent ? "TakeBack" : "Lend");
            if (Document.OpenDisposal is null && Document.KeepUntil < Today && May(DocumentsPermissions.ProposeDisposal)) acts.Add("ProposeDisposal");
            if (Document.OpenDisposal is not null && May(DocumentsPermissions.ApproveDisposal)) acts.Add("DecideDisposal");
            return acts;
        }
    }
}
