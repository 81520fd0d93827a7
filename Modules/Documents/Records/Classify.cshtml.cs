using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Records;

/// <summary>What is typed about a document, for the two pages that take it.</summary>
internal abstract class FactsPage : DocumentPage
{
    internal sealed record Form
    {
        public RecordClass Class { get; init; }
        public string Paper { get; init; } = Papers.Other;
        public string Title { get; init; } = "";
        public string? TitleEn { get; init; }
        public DateOnly MadeOn { get; init; }
        /// <summary>Numbers of orders, one on a line.</summary>
        public string? Orders { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<RecordClass> Classes => Ask<RecordAccess>().Of(User);
    public static IReadOnlyList<string> KnownPapers { get; } = [Papers.FeeNote, Papers.VisitReport, Papers.VisitPhoto, Papers.FactoryCheck, Papers.HazardNotice, Papers.Quote, Papers.Signature, Papers.ReplyLetter,
        Papers.Certificate, Papers.AttendanceSheet, Papers.MonthlyReport, Papers.CheckReport, Papers.SignedCopy, Papers.Notice, Papers.Other];

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { Class = Document.Class, Paper = Document.Paper, Title = Document.Title, TitleEn = Document.TitleEn, MadeOn = Document.MadeOn, Orders = string.Join('\n', Document.Links.Where(l => l.Kind == LinkKinds.Order).Select(l => l.Label)) };
        return Page();
    }

    /// <summary>What was typed; links that are not typed here stay.</summary>
    protected DocumentFacts Typed(Document document)
    {
        if (!Classes.Contains(Input.Class)) throw new RuleViolation("Records.Upload.NotYourClass") { Field = "Input.Class" };
        var orders = (Input.Orders ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Distinct().Select(n => document.Links.Find(l => l.Kind == LinkKinds.Order && l.Label == n) ?? new DocumentLink { Kind = LinkKinds.Order, Key = n, Label = n });
        return new DocumentFacts(Input.Class, Input.Paper, Input.Title, Input.TitleEn, Input.MadeOn, [.. document.Links.Where(l => l.Kind != LinkKinds.Order), .. orders]);
    }
}

/// <summary>Decides what a document is and, unless told otherwise, gives it its code and files it.</summary>
[Permission(DocumentsPermissions.FileRecords)]
internal sealed class ClassifyModel : FactsPage
{
    public Task<IActionResult> OnPostAsync(string? step, CancellationToken ct) => ActAsync(async (document, now) =>
    {
        if (step == "classify" || document.State == DocumentState.Classified) document.Classify(Typed(document), now, Actor);
        if (step != "classify") await Ask<Filing>().CompleteAsync(document, Typed(document), now, Actor, ct);
    }, ct);
}
