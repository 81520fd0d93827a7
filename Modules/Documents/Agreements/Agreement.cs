using System.Globalization;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;

namespace AfterSales.Documents.Agreements;

internal enum AgreementKind { Brand, Household, PropertyManager, Hotel, Dealer, Other }

/// <summary>What an agreement is on a day. Until it is signed that is what was done; from then on the calendar decides.</summary>
internal enum AgreementState { Draft, Review, Signed, Effective, Amended, Expiring, Ended, Terminated }

/// <summary>How far the writing of one version has come.</summary>
internal enum VersionStage { Draft, Review, Signed }

/// <summary>
/// An agreement with a customer, or a contract with a brand (clauses 6.1 to 6.3, 13.1, 13.2, 14.1): versions with their own effective day, each signed
/// before it counts; ends that are decided in time; a termination with ground, notice and paper.
/// </summary>
internal sealed class Agreement : Aggregate, IInFeed, INumbered
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public string? Code { get; private set; }
    /// <summary>True for the contract that this product is built to keep; there is one.</summary>
    public bool IsReference { get; private init; }
    public AgreementKind Kind { get; private init; }
    public string Title { get; private set; } = "";
    public string Party { get; private set; } = "";
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    /// <summary>First day on which it no longer counts because somebody ended it early.</summary>
    public DateOnly? TerminatedOn { get; private set; }
    /// <summary>Day from which a signed copy of every signed version is on file.</summary>
    public DateOnly? CopyFiledOn { get; private set; }
    public int NumberYear { get; private init; }
    public string NumberSeries => "AGR";
    public bool NeedsNumber => Code is null;
    public List<AgreementVersion> Versions { get; } = [];
    public List<AgreementEnd> Ends { get; } = [];
    public List<AgreementChange> Changes { get; } = [];
    public List<AgreementClause> Clauses { get; } = [];
    public List<AgreementEvent> Events { get; } = [];

    Agreement() { }

    public AgreementVersion? Open => Versions.Find(v => v.Stage != VersionStage.Signed);
    public AgreementVersion Newest => Versions.MaxBy(v => v.Number)!;
    public void GiveNumber(long sequence) => Code = string.Create(CultureInfo.InvariantCulture, $"AGR-{NumberYear}-{sequence:000000}");

    public static Agreement Write(AgreementKind kind, string title, string party, Terms terms, DateOnly today, DateTime now, Actor who, IReadOnlyList<AgreementClause>? clauses = null, Guid? publicId = null)
    {
        var agreement = new Agreement { PublicId = publicId ?? Kernel.PublicId.New(now), Kind = kind, NumberYear = today.Year, IsReference = clauses is not null };
        agreement.Name(title, party);
        agreement.Clauses.AddRange(clauses ?? []);
        agreement.Versions.Add(AgreementVersion.Of(1, agreement.Checked(terms), null, null));
        agreement.Done("Drafted", who, now);
        return agreement;
    }

    void Name(string title, string party)
    {
        Require(!string.IsNullOrWhiteSpace(title), "Agreements.TitleMissing", "Input.Title");
        Require(IsReference || !string.IsNullOrWhiteSpace(party), "Agreements.PartyMissing", "Input.Party");
        (Title, Party) = (title.Trim(), party?.Trim() ?? "");
    }

    Terms Checked(Terms terms)
    {
        Require(terms.EndsOn is null || terms.StartsOn is null || terms.EndsOn >= terms.StartsOn, "Agreements.EndsBeforeStart", "Input.EndsOn");
        Require(terms.ResponseHours is null or > 0, "Agreements.HoursPositive", "Input.ResponseHours");
        Require(terms.HandlingHours is null or > 0, "Agreements.HoursPositive", "Input.HandlingHours");
        Require(terms.ComplexDays is null or > 0, "Agreements.DaysPositive", "Input.ComplexDays");
        Require(terms.DiscountPercent is null or (>= 0 and <= 100), "Agreements.DiscountRange", "Input.DiscountPercent");
        Require(terms.SurveyPercent is null or (>= 0 and <= 100), "Agreements.SurveyRange", "Input.SurveyPercent");
        return terms;
    }

    public void Rewrite(string title, string party, Terms terms, DateTime now, Actor who)
    {
        var open = OpenIn(VersionStage.Draft);
        if (open.Number == 1) Name(title, party);
        open.Rewrite(Checked(terms));
        Done("Rewritten", who, now, open.Number.ToString(CultureInfo.InvariantCulture));
    }

    public void SendToReview(DateTime now, Actor who)
    {
        OpenIn(VersionStage.Draft).MoveTo(VersionStage.Review);
        Done("SentToReview", who, now);
    }

    public void SendBack(string reason, DateTime now, Actor who)
    {
        Require(!string.IsNullOrWhiteSpace(reason), "Agreements.ReasonMissing", "Input.Reason");
        OpenIn(VersionStage.Review).MoveTo(VersionStage.Draft);
        Done("SentBack", who, now, reason.Trim());
    }

    /// <summary>Signed by both sides on a day. It counts from its effective day on, and no two versions from the same day.</summary>
    public void Sign(DateOnly signedOn, DateOnly today, DateTime now, Actor who)
    {
        var open = OpenIn(VersionStage.Review);
        Require(!string.IsNullOrWhiteSpace(Party), "Agreements.PartyMissing");
        if (open.Terms.StartsOn is not { } from) throw new RuleViolation("Agreements.StartMissing");
        Require(signedOn <= today, "Agreements.SignedLater", "Input.SignedOn");
        if (Versions.Exists(v => v.Stage == VersionStage.Signed && v.Terms.StartsOn == from)) throw new RuleViolation("Agreements.TwoOnOneDay", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        open.Sign(signedOn);
        StartsOn ??= from;
        if (open.Number == 1)
        {
            EndsOn = open.Terms.EndsOn;
            if (EndsOn is { } end) Ends.Add(new AgreementEnd { EndsOn = end });
        }
        else Changes.Add(new AgreementChange { Kind = AgreementChangeKind.Amendment, Number = open.Number, ActOn = signedOn, NoticeOn = open.NoticeOn });
        CopyFiledOn = null;
        Done("Signed", who, now, open.Number.ToString(CultureInfo.InvariantCulture), from.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>A new version with its own effective day, announced to the other side.</summary>
    public void Amend(Terms terms, DateOnly? noticeOn, string reason, DateTime now, Actor who)
    {
        Require(Open is null, "Agreements.VersionOpen");
        Require(TerminatedOn is null, "Agreements.IsTerminated");
        Require(!string.IsNullOrWhiteSpace(reason), "Agreements.ReasonMissing", "Input.Reason");
        Require(terms.StartsOn is not null, "Agreements.StartMissing", "Input.StartsOn");
        Require(terms.StartsOn >= StartsOn, "Agreements.AmendBeforeStart", "Input.StartsOn");
        Require(EndsOn is null || terms.StartsOn <= EndsOn, "Agreements.AmendAfterEnd", "Input.StartsOn");
        if (Versions.Exists(v => v.Terms.StartsOn == terms.StartsOn)) throw new RuleViolation("Agreements.TwoOnOneDay", terms.StartsOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { Field = "Input.StartsOn" };
        Versions.Add(AgreementVersion.Of(Newest.Number + 1, Checked(terms with { EndsOn = EndsOn }), noticeOn, reason.Trim()));
        Done("Amended", who, now, terms.StartsOn!.Value.ToString("O", CultureInfo.InvariantCulture), reason.Trim());
    }

    /// <summary>The scan of what both signed, or the paper of a termination, is on file.</summary>
    public void FileCopy(int number, Guid documentId, DateOnly today, DateTime now, Actor who)
    {
        var version = Versions.Find(v => v.Number == number && v.Stage == VersionStage.Signed) ?? throw new RuleViolation("Agreements.NotSigned");
        version.FileCopy(documentId);
        Changes.Find(c => c.Kind == AgreementChangeKind.Amendment && c.Number == number)?.FilePaper(documentId);
        if (Versions.TrueForAll(v => v.Stage != VersionStage.Signed || v.CopyId is not null)) CopyFiledOn ??= today;
        Done("CopyFiled", who, now, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What comes after the end: renewed until a later day, or let go.</summary>
    public void Decide(DateOnly? renewUntil, DateOnly today, DateTime now, Actor who)
    {
        var end = Ends.Find(e => e.DecidedOn is null) ?? throw new RuleViolation("Agreements.NothingToDecide");
        Require(renewUntil is null || renewUntil > end.EndsOn, "Agreements.RenewLater", "Input.RenewUntil");
        Require(TerminatedOn is null, "Agreements.IsTerminated");
        end.Decide(today, renewUntil is not null);
        if (renewUntil is { } until)
        {
            EndsOn = until;
            Ends.Add(new AgreementEnd { EndsOn = until });
        }
        if (renewUntil is not null) Raise(new AgreementEndMoved(PublicId, LastDay));
        Done(renewUntil is null ? "LetEnd" : "Renewed", who, now, renewUntil?.ToString("O", CultureInfo.InvariantCulture) ?? "");
    }

    public void Terminate(string ground, DateOnly? noticeOn, DateOnly endsOn, Guid? paperId, DateOnly today, DateTime now, Actor who)
    {
        Require(StartsOn is not null, "Agreements.NotSigned");
        Require(TerminatedOn is null, "Agreements.IsTerminated");
        Require(!string.IsNullOrWhiteSpace(ground), "Agreements.ReasonMissing", "Input.Ground");
        Require(endsOn >= StartsOn, "Agreements.EndsBeforeStart", "Input.EndsOn");
        Require(noticeOn is null || noticeOn <= endsOn, "Agreements.NoticeAfterEnd", "Input.NoticeOn");
        TerminatedOn = endsOn;
        Ends.Find(e => e.DecidedOn is null && e.EndsOn > endsOn)?.Spare();
        var change = new AgreementChange { Kind = AgreementChangeKind.Termination, ActOn = today, NoticeOn = noticeOn };
        if (paperId is { } paper) change.FilePaper(paper);
        Changes.Add(change);
        Raise(new AgreementEndMoved(PublicId, LastDay));
        Done("Terminated", who, now, endsOn.ToString("O", CultureInfo.InvariantCulture), ground.Trim());
    }

    /// <summary>Last day on which it counts; null while it is open.</summary>
    public DateOnly? LastDay => TerminatedOn?.AddDays(-1) is { } terminated && (EndsOn is null || terminated < EndsOn) ? terminated : EndsOn;

    /// <summary>Tells the other modules what was signed, each version once.</summary>
    /// <returns>True when something was told.</returns>
    public bool Announce()
    {
        var news = Versions.Where(v => v is { Stage: VersionStage.Signed, Announced: false }).OrderBy(v => v.Number).ToList();
        foreach (var version in news)
        {
            version.Announce();
            Raise(new AgreementSigned(PublicId, Code!, version.Number, version.Terms.StartsOn!.Value, LastDay, version.Terms.Scope, new AgreementLimits(version.Terms.ResponseHours, version.Terms.HandlingHours, version.Terms.ComplexDays),
                new AgreementPrices(version.Terms.DiscountPercent, version.Terms.PricesOf, Terms.Split(version.Terms.Covers))) { SurveyPercent = version.Terms.SurveyPercent });
        }
        return news.Count > 0;
    }

    /// <summary>Notes in the history the versions whose day has come, each once.</summary>
    /// <returns>True when something took effect.</returns>
    public bool TakeEffect(DateOnly today)
    {
        var due = Versions.Where(v => v.Stage == VersionStage.Signed && !v.TookEffect && v.Terms.StartsOn <= today).OrderBy(v => v.Terms.StartsOn).ToList();
        foreach (var version in due)
        {
            version.TakeEffect();
            Done("TookEffect", Actor.System, version.Terms.StartsOn!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), version.Number.ToString(CultureInfo.InvariantCulture));
        }
        return due.Count > 0;
    }

    /// <summary>The version that counts on a day; null before its first.</summary>
    public AgreementVersion? VersionOn(DateOnly day) => TerminatedOn <= day || EndsOn < day ? null
        : Versions.Where(v => v.Stage == VersionStage.Signed && v.Terms.StartsOn <= day).MaxBy(v => v.Terms.StartsOn);

    /// <param name="expiringDays">Days before the end from which it shows as expiring, by policy.</param>
    public AgreementState StateOn(DateOnly day, int expiringDays) =>
        TerminatedOn <= day ? AgreementState.Terminated
        : StartsOn is null ? (Newest.Stage == VersionStage.Review ? AgreementState.Review : AgreementState.Draft)
        : EndsOn < day ? AgreementState.Ended
        : day < StartsOn ? AgreementState.Signed
        : EndsOn is { } end && end.DayNumber - day.DayNumber <= expiringDays && Ends.Exists(e => e.DecidedOn is null || e is { Renewed: false }) ? AgreementState.Expiring
        : VersionOn(day)?.Number > 1 ? AgreementState.Amended : AgreementState.Effective;

    AgreementVersion OpenIn(VersionStage stage) => Open is { } open && open.Stage == stage ? open : throw new RuleViolation(stage == VersionStage.Draft ? "Agreements.NoDraft" : "Agreements.NotInReview");

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        Events.Add(new AgreementEvent { At = at, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });
    }
}

/// <summary>What one version says.</summary>
/// <param name="StartsOn">First local day of this version.</param>
/// <param name="EndsOn">Last local day of the agreement.</param>
/// <param name="Customers">Scope in words: whom, which products.</param>
/// <param name="Sites">Places, one on a line: words that an address contains.</param>
/// <param name="PriceTerms">Price terms in words.</param>
/// <param name="TextZh">The whole text for Chinese readers, filled from a template and then edited.</param>
internal sealed record Terms(
    DateOnly? StartsOn, DateOnly? EndsOn, string? Customers, string? Products, string? Sites, int? ResponseHours, int? HandlingHours, int? DiscountPercent, string? PriceTerms, string? TextZh, string? TextEn)
{
    /// <summary>Working days for complex faults; null: the standard policy.</summary>
    public int? ComplexDays { get; init; }
    /// <summary>Code of the brand's contract whose orders it covers.</summary>
    public string? Contract { get; init; }
    /// <summary>Customers that it covers as they were typed, one on a line, and their public ids in the same order, with a space between.</summary>
    public string? CustomerLines { get; init; }
    public string? CustomerIds { get; init; }
    /// <summary>Codes of product types, with a space between; none: all.</summary>
    public string? ProductTypes { get; init; }
    /// <summary>Prices stay those of the list in force on this day.</summary>
    public DateOnly? PricesOf { get; init; }
    /// <summary>Codes of the kinds of fee lines that it pays for, with a space between.</summary>
    public string? Covers { get; init; }
    /// <summary>Share of a busy month's orders after which its contacts are asked how it went, in percent; null: the standard policy.</summary>
    public int? SurveyPercent { get; init; }

    public AgreementScope Scope => new(string.IsNullOrWhiteSpace(Contract) ? null : Contract.Trim(), [.. Split(CustomerIds).Select(Guid.Parse)], Split(ProductTypes),
        [.. (Sites ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

    public static IReadOnlyList<string> Split(string? codes) => (codes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
