using AfterSales.Documents.Data;
using AfterSales.Documents.Search;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents.Records;

/// <summary>A page about one document that the person may see; a form made from an older version is shown what changed.</summary>
internal abstract class DocumentPage : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    public Document Document { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    protected T Ask<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
    protected DocumentsDbContext Db => Ask<DocumentsDbContext>();
    protected DateTime Now => Ask<TimeProvider>().Now();
    IQueryable<Document> Visible => Db.Set<Document>().VisibleTo(Ask<RecordAccess>().Of(User));

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Document = await Visible.AsNoTracking().OneAsync(Id, ct);
        Today = Ask<ICompany>().LocalDay(Now);
        ModelState.Remove(nameof(Version)); // a form shown again builds on what is there now
        Version = Document.Version;
    }

    /// <summary>Loads, acts, saves, tells the search, and goes back to the document.</summary>
    protected async Task<IActionResult> ActAsync(Func<Document, DateTime, Task> act, CancellationToken ct)
    {
        var document = await Visible.OneAsync(Id, ct);
        if (document.Version != Version) throw new ChangedMeanwhile(await WhatChangedAsync(ct));
        Today = Ask<ICompany>().LocalDay(Now);
        await act(document, Now);
        await Db.SaveChangesAsync(ct);
        await Ask<IndexDocuments>().SoonAsync(document.Id, ct);
        return LocalRedirect($"/Documents/Records/Details/{Id}");
    }

    protected Task<IActionResult> ActAsync(Action<Document, DateTime> act, CancellationToken ct) => ActAsync((document, now) =>
    {
        act(document, now);
        return Task.CompletedTask;
    }, ct);

    protected async Task LogAsync(Looked act, int? number, CancellationToken ct)
    {
        Db.Add(new DocumentView { DocumentId = Document.Id, At = Now, ActorId = Actor.Id, ActorName = Actor.Name, Act = act, Number = number });
        await Db.SaveChangesAsync(ct);
    }

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var document = await Visible.AsNoTracking().OneAsync(Id, ct);
        return [.. document.Events.OrderBy(e => e.Id).Skip(Version).Select(e => new Change(e.ActorName, e.At, Sentence(e)))]; // every act writes one event and raises the version by one
    }

    /// <summary>A line of the log in the reader's language.</summary>
    public string Sentence(DocumentEvent e) => T["Records.Act." + e.Act, [.. e.Args.Split('\u001f').Select(a => (object)(T.Has(a) ? T[a] : a)), "", ""]].TrimEnd();
}

/// <summary>Words for documents.</summary>
internal static class DocumentWords
{
    /// <summary>The title in the reader's language.</summary>
    public static string TitleFor(this Document document, Kernel.Text.Texts text) => document.TitleEn is { Length: > 0 } en && text["Records.Language"] == "en" ? en : document.Title;

    public static string PaperText(this Kernel.Text.Texts text, string code) => text.Has("Paper." + code) ? text["Paper." + code] : code.Replace('_', ' ');

    /// <summary>Page of a linked record, where there is one.</summary>
    public static string? Href(this DocumentLink link) => link.Kind switch
    {
        Contracts.LinkKinds.Order => "/Service/Requests/Details/" + Uri.EscapeDataString(link.Label),
        Contracts.LinkKinds.Customer => "/Service/Customers/Details/" + Uri.EscapeDataString(link.Key),
        Contracts.LinkKinds.Agreement => "/Documents/Agreements/Details/" + Uri.EscapeDataString(link.Key),
        _ => null,
    };

    /// <summary>Number of the document on labels and in lists: its code, or that it has none yet.</summary>
    public static string CodeOr(this Document document, Kernel.Text.Texts text) => document.Code ?? text["Records.NoCodeYet"];

    public static string SizeText(long bytes) => bytes < 1_000_000 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} KB") : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB");
}
