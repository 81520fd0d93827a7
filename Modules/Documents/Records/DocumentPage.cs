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
internal abstract class DocumentPage : ActPage<Document>
{
    public Document Document => Record;

    protected DocumentsDbContext Db => Ask<DocumentsDbContext>();
    protected override string Home => $"/Documents/Records/Details/{Id}";
    IQueryable<Document> Visible => Db.Set<Document>().VisibleTo(Ask<RecordAccess>().Of(User));

    protected override Task<Document> FindAsync(bool toChange, CancellationToken ct) => (toChange ? Visible : Visible.AsNoTracking()).OneAsync(Id, ct);

    /// <summary>Saves and tells the search.</summary>
    protected override async Task SaveAsync(Document acted, CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        await Ask<IndexDocuments>().SoonAsync(acted.Id, ct);
    }

    protected async Task LogAsync(Looked act, int? number, CancellationToken ct)
    {
        Db.Add(new DocumentView { DocumentId = Document.Id, At = Now, ActorId = Actor.Id, ActorName = Actor.Name, Act = act, Number = number });
        await Db.SaveChangesAsync(ct);
    }

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var document = await FindAsync(toChange: false, ct);
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
    public static string? Href(this DocumentLink link) => HrefOf(link.Kind, link.Key, link.Label);

    public static string? HrefOf(string kind, string key, string label) => kind switch
    {
        Contracts.LinkKinds.Order => "/Service/Requests/Details/" + Uri.EscapeDataString(label),
        Contracts.LinkKinds.Customer => "/Service/Customers/Details/" + Uri.EscapeDataString(key),
        Contracts.LinkKinds.Dispute => "/Documents/Disputes/Details/" + Uri.EscapeDataString(key),
        Contracts.LinkKinds.Termination => "/Documents/Disputes/Termination/" + Uri.EscapeDataString(key),
        Contracts.LinkKinds.Agreement => "/Documents/Agreements/Details/" + Uri.EscapeDataString(key),
        _ => null,
    };

    /// <summary>Number of the document on labels and in lists: its code, or that it has none yet.</summary>
    public static string CodeOr(this Document document, Kernel.Text.Texts text) => document.Code ?? text["Records.NoCodeYet"];

    public static string SizeText(long bytes) => bytes < 1_000_000 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} KB") : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB");
}
