using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;

namespace AfterSales.Documents.Records;

/// <summary>
/// One paper on file, electronic, on paper, or both: collected, classified, coded, archived, disposed (clauses 8.1 to 8.4). Its content lies in the
/// file store; what was done to it, by whom and when, is its log.
/// </summary>
internal sealed partial class Document : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    /// <summary>Key by which another module filed it; null when a person did.</summary>
    public Guid? FiledKey { get; private init; }
    public RecordClass Class { get; private set; }
    /// <summary>What paper it is within its class, as a code.</summary>
    public string Paper { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>Title for English readers where it has one of its own.</summary>
    public string? TitleEn { get; private set; }
    /// <summary>Local day on which it was made; its year is the year of the code.</summary>
    public DateOnly MadeOn { get; private set; }
    public DocumentState State { get; private set; }
    public string? Code { get; private set; }
    public DateTime CollectedAt { get; private init; }
    public DateTime? ArchivedAt { get; private set; }
    public DateOnly? ArchivedOn { get; private set; }
    /// <summary>Last day of the retention; null: for good, or not archived yet.</summary>
    public DateOnly? KeepUntil { get; private set; }
    public bool NeedsPaper { get; private set; }
    public int PolicyVersion { get; private set; }
    public string? Room { get; private set; }
    public string? Cabinet { get; private set; }
    public string? Box { get; private set; }
    public DateOnly? PlacedOn { get; private set; }
    /// <summary>1 while the search index does not know the last act.</summary>
    public int IndexDue { get; private set; } = 1;
    /// <summary>Whether the text of the newest content could be read for the search.</summary>
    public TextState Text { get; private set; }
    /// <summary>Content whose text the search index holds.</summary>
    public string? TextSha { get; private set; }
    public DocumentCode? Coding { get; private set; }
    public List<DocumentVersion> Versions { get; } = [];
    public List<DocumentLink> Links { get; } = [];
    public List<Loan> Loans { get; } = [];
    public List<Disposal> Disposals { get; } = [];
    public List<DocumentEvent> Events { get; } = [];

    Document() { }

    public const string OwnerKind = "documents.record:";
    /// <summary>Who claims its contents in the file store.</summary>
    public string Owner => $"{OwnerKind}{PublicId:D}";
    public DocumentVersion? Current => Versions.MaxBy(v => v.Number);
    public bool IsLent => OpenLoan is not null;
    public Loan? OpenLoan => Loans.Find(l => l.ReturnedOn is null);
    public Disposal? OpenDisposal => Disposals.Find(d => d.Decision == DisposalDecision.Proposed);
    public string? Place => Room is null ? null : string.Join(" / ", new[] { Room, Cabinet, Box }.Where(p => !string.IsNullOrEmpty(p)));

    public static Document Collect(DocumentFacts facts, FileFacts? file, DateTime now, Actor who, Guid? filedKey = null, Guid? publicId = null)
    {
        var document = new Document { PublicId = publicId ?? Kernel.PublicId.New(now), FiledKey = filedKey, CollectedAt = now };
        document.Describe(facts);
        if (file is not null) document.Versions.Add(DocumentVersion.Of(1, file, null, now, who));
        document.Done("Collected", who, now, file?.Name ?? "");
        return document;
    }

    void Describe(DocumentFacts facts)
    {
        Require(!string.IsNullOrWhiteSpace(facts.Title), "Records.TitleMissing", "Input.Title");
        (Class, Paper, Title, TitleEn, MadeOn) = (facts.Class, string.IsNullOrWhiteSpace(facts.Paper) ? Contracts.Papers.Other : facts.Paper.Trim(), Cut(facts.Title)!, Cut(facts.TitleEn), facts.MadeOn);
        foreach (var link in facts.Links.Where(l => !Links.Exists(there => there.Kind == l.Kind && there.Key == l.Key))) Links.Add(link);
    }

    static string? Cut(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var t && t.Length > 200 ? t[..200] : t;

    /// <summary>A person decides what it is; until it has a code the class may be decided again.</summary>
    public void Classify(DocumentFacts facts, DateTime now, Actor who)
    {
        Require(State is DocumentState.Collected or DocumentState.Classified, "Records.HasCode");
        Describe(facts);
        State = DocumentState.Classified;
        Done("Classified", who, now, $"RecordClass.{Class}");
    }

    /// <summary>Gives the code: its number is drawn when this is saved, without gaps within class and year.</summary>
    public void GiveCode(RecordsPolicy policy, DateTime now, Actor who)
    {
        Require(State == DocumentState.Classified, "Records.NotClassified");
        Coding = DocumentCode.Of(this, policy.Of(Class).Prefix, MadeOn.Year);
        State = DocumentState.Coded;
        Done("Coded", who, now);
    }

    internal void TakeCode(string code) => Code = code;

    /// <summary>On file from today; its retention is counted from the day it was made, by the policy of today.</summary>
    public void Archive(RecordsPolicy policy, int policyVersion, DateOnly today, DateTime now, Actor who)
    {
        Require(State == DocumentState.Coded, "Records.NotCoded");
        var rule = policy.Of(Class);
        (State, ArchivedAt, ArchivedOn, NeedsPaper, PolicyVersion) = (DocumentState.Archived, now, today, rule.BothForms, policyVersion);
        KeepUntil = rule.KeepYears is { } years ? MadeOn.AddYears(years) : null;
        Done("Archived", who, now, KeepUntil?.ToString("O", CultureInfo.InvariantCulture) ?? "—");
    }

    /// <summary>Mends what was written about it; the log keeps what stood there. A code belongs to its class and year, so both stay once it is given.</summary>
    public void Correct(DocumentFacts facts, DateTime now, Actor who)
    {
        Require(State != DocumentState.Disposed, "Records.IsDisposed");
        Require(State < DocumentState.Coded || facts.Class == Class, "Records.ClassHasCode", "Input.Class");
        Require(State < DocumentState.Coded || facts.MadeOn.Year == MadeOn.Year, "Records.YearHasCode", "Input.MadeOn");
        var before = (Class, Paper, Title, TitleEn, MadeOn);
        Links.RemoveAll(l => !facts.Links.Any(k => k.Kind == l.Kind && k.Key == l.Key));
        Describe(facts);
        if (KeepUntil is { } until) KeepUntil = until.AddDays(MadeOn.DayNumber - before.MadeOn.DayNumber);
        List<string> changes = [];
        if (before.Title != Title) changes.Add($"{before.Title} → {Title}");
        if (before.TitleEn != TitleEn) changes.Add($"{before.TitleEn} → {TitleEn}");
        if (before.Paper != Paper) changes.Add($"{before.Paper} → {Paper}");
        if (before.MadeOn != MadeOn) changes.Add($"{before.MadeOn:O} → {MadeOn:O}");
        if (before.Class != Class) changes.Add($"{before.Class} → {Class}");
        Done("Corrected", who, now, string.Join("; ", changes));
    }

    public void AddVersion(FileFacts file, string? note, DateTime now, Actor who)
    {
        Require(State != DocumentState.Disposed, "Records.IsDisposed");
        Require(Current?.Sha256 != file.Sha256, "Records.SameContent", "Input.File");
        var number = (Current?.Number ?? 0) + 1;
        Versions.Add(DocumentVersion.Of(number, file, Cut(note), now, who));
        Done("VersionAdded", who, now, number.ToString(CultureInfo.InvariantCulture), file.Name);
    }

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        IndexDue = 1;
        Events.Add(new DocumentEvent { At = at, ActorId = who.Id, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });
    }
}

/// <summary>What is written about a document.</summary>
internal sealed record DocumentFacts(RecordClass Class, string? Paper, string Title, string? TitleEn, DateOnly MadeOn, IReadOnlyList<DocumentLink> Links);

/// <summary>A content as it was kept, and the name under which it is given out.</summary>
internal sealed record FileFacts(string Sha256, long Size, string MediaType, string Name);
