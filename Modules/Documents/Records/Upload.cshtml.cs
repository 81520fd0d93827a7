using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Search;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>Brings many files at once; each becomes a document whose class is suggested from its name and text, for a person to confirm.</summary>
[Permission(DocumentsPermissions.FileRecords)]
[RequestSizeLimit(MostBytesOfOneForm)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytesOfOneForm, ValueCountLimit = 1024)]
internal sealed class UploadModel(DocumentsDbContext db, IFileStore files, Filing filing, ReadText read, IndexDocuments index, RecordAccess access, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    /// <summary>Guards the server; how large one file may be is policy.</summary>
    const long MostBytesOfOneForm = 1_000_000_000;

    internal sealed record Form
    {
        public RecordClass? Class { get; init; }
        public DateOnly? MadeOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public List<IFormFile> Files { get; set; } = [];
    public IReadOnlyList<RecordClass> Classes { get; private set; } = [];
    public IReadOnlyList<Document> Brought { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override Task LoadAsync(CancellationToken ct)
    {
        Classes = access.Of(User);
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Files.Count == 0) throw new RuleViolation("Records.Upload.NoFile") { Field = "Files" };
        if (Input.Class is { } wanted && !Classes.Contains(wanted)) throw new RuleViolation("Records.Upload.NotYourClass") { Field = "Input.Class" };
        List<Document> brought = [];
        foreach (var file in Files) brought.Add(await BringAsync(file, ct));
        await db.SaveChangesAsync(ct);
        foreach (var document in brought) await index.SoonAsync(document.Id, ct);
        Brought = brought;
        return brought is [var only] ? LocalRedirect($"/Documents/Records/Classify/{only.PublicId}") : Page();
    }

    async Task<Document> BringAsync(IFormFile sent, CancellationToken ct)
    {
        await using var content = sent.OpenReadStream();
        var kept = await files.Keep(content, MediaTypes.Of(content), ct);
        var name = FileNames.Safe(sent.FileName);
        var now = time.Now();
        var @class = Input.Class ?? ClassGuess.Of(policies.At<RecordsPolicy>(now).Value, name, (await read.OfAsync(kept.Sha256, kept.MediaType, ct, ClassGuess.Look)).Text);
        if (!Classes.Contains(@class)) @class = RecordClass.Other;
        var facts = new DocumentFacts(@class, null, FileNames.Title(name), null, Input.MadeOn ?? company.LocalDay(now), []);
        return filing.Collect(facts, new FileFacts(kept.Sha256, kept.Size, kept.MediaType, name), now, Actor);
    }
}
