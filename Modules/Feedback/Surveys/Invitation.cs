using System.Globalization;
using System.Net.Mail;
using AfterSales.Feedback.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;

namespace AfterSales.Feedback.Surveys;

/// <summary>How an answer reached us; scores are compared within one.</summary>
internal enum SurveyMethod { Link, Qr, Phone, OnSite, Paper }

/// <summary>How a call to a customer went.</summary>
internal enum CallResult { Reached, NoAnswer, Busy, WrongNumber, Refused }

/// <summary>
/// One customer asked once about one thing: unguessable links to it, the orders it is about, what was answered. It takes one answer, until its
/// last day; an answer can be changed for a day and then stays.
/// </summary>
internal sealed class Invitation : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public SurveyKind Kind { get; private init; }
    public long QuestionnaireId { get; private init; }
    public int QuestionnaireVersion { get; private init; }
    public int PolicyVersion { get; private init; }
    /// <summary>Who is asked: the customer's public id, or the phone number where the customer is unknown.</summary>
    public string ContactKey { get; private init; } = "";
    public string? ContactName { get; private init; }
    public string? Phone { get; private init; }
    /// <summary>Where links go by e-mail; known from an earlier invitation of the contact, or typed.</summary>
    public string? Email { get; private set; }
    public DateTime InvitedAt { get; private init; }
    public DateOnly InvitedDay { get; private init; }
    public DateTime ExpiresAt { get; private init; }
    /// <summary>Day of completion of the first order; null where it is not about an order.</summary>
    public DateOnly? FirstCompleted { get; private init; }
    /// <summary>Someone or something brought it to the customer: message out, code shown, person reached.</summary>
    public DateTime? DeliveredAt { get; private set; }
    public DateTime? RemindedAt { get; private set; }
    public DateOnly? RemindedDay { get; private set; }
    public DateTime? RefusedAt { get; private set; }
    /// <summary>What it asks about when that is no order, e.g. a complaint's public id.</summary>
    public Guid? AboutId { get; private init; }
    public List<InvitationToken> Tokens { get; } = [];
    public List<InvitedOrder> Orders { get; } = [];
    public List<CallAttempt> Attempts { get; } = [];
    public SurveyResponse? Response { get; private set; }
    /// <summary>The job that the answers are about: the first of the orders, which the customer's page names.</summary>
    public InvitedOrder? Job => Orders.MinBy(o => o.CompletedAt);

    Invitation() { }

    public static Invitation Of(SurveyKind kind, Questionnaire questionnaire, Addressee to, DateTime now, DateOnly today, DateTime expiresAt, DateOnly? firstCompleted, int policyVersion, Guid? about = null, Guid? publicId = null) => new()
    {
        PublicId = publicId ?? Kernel.PublicId.New(now), Kind = kind, QuestionnaireId = questionnaire.Id, QuestionnaireVersion = questionnaire.Current.Number, PolicyVersion = policyVersion, ContactKey = to.Key,
        ContactName = to.Name, Phone = to.Phone, Email = to.Email, InvitedAt = now, InvitedDay = today, ExpiresAt = expiresAt, FirstCompleted = firstCompleted, AboutId = about,
    };

    /// <summary>The invitation is about this order too.</summary>
    public void Include(OrderInBrief order)
    {
        Orders.Add(new InvitedOrder
        {
            OrderId = order.Id, Number = order.Number, Kind = order.Kind, Contract = order.Contract, Technician = order.Technician, TechnicianName = order.TechnicianName, TechnicianAccount = order.TechnicianAccount,
            Team = order.Team, ProductModel = order.ProductModel, ProductType = order.ProductType, Region = order.Region, CompletedAt = order.CompletedAt!.Value,
        });
        Acted();
    }

    /// <summary>Makes one more unguessable link; the words are given away once and only their hash is kept.</summary>
    public string GiveLink(SurveyMethod method, DateTime now)
    {
        var token = PublicToken.New();
        Tokens.Add(new InvitationToken { Hash = PublicToken.Hash(token)!, Method = method, MadeAt = now });
        Acted();
        return token;
    }

    public void Delivered(DateTime now)
    {
        DeliveredAt ??= now;
        Acted();
    }

    /// <summary>A link goes to the customer by message: the event carries it, in the transaction that stores its hash.</summary>
    public void Send(DateTime now) => Raise(new SurveyLinkMade(PublicId, GiveLink(SurveyMethod.Link, now), IsReminder: false));

    /// <summary>A link goes to an address that the customer gave, and later ones too.</summary>
    public void SendByMail(string? typed, DateTime now)
    {
        Require(now <= ExpiresAt && Response is null && RefusedAt is null, "Surveys.Closed");
        var address = typed.OrNull();
        Require(MailAddress.TryCreate(address, out var mail) && mail.Address == address && mail.Host.Contains('.', StringComparison.Ordinal), "Surveys.Email.Bad", "Email");
        Email = address;
        Raise(new SurveyLinkMade(PublicId, GiveLink(SurveyMethod.Link, now), IsReminder: false, address));
    }

    /// <summary>A code that was printed before the job was finished, e.g. on the receipt, opens this survey.</summary>
    public void TakeOver(PrintedCode code)
    {
        Tokens.Add(new InvitationToken { Hash = code.Hash, Method = SurveyMethod.Qr, MadeAt = code.MadeAt });
        Delivered(code.MadeAt > InvitedAt ? code.MadeAt : InvitedAt);
    }

    public void Remind(DateTime now, DateOnly today)
    {
        Require(RemindedAt is null && Response is null, "Surveys.RemindedAlready");
        (RemindedAt, RemindedDay) = (now, today);
        Raise(new SurveyLinkMade(PublicId, GiveLink(SurveyMethod.Link, now), IsReminder: true));
    }

    /// <summary>Whether an answer can be given or changed.</summary>
    public bool IsOpen(DateTime now, SurveyPolicy policy) => RefusedAt is null && now <= ExpiresAt && (Response is null || now <= Response.StartedAt + policy.Changeable.Elapsed);

    /// <summary>Takes what was answered so far; what is not named stays as it was.</summary>
    public void Answer(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, IReadOnlyList<Question> questions, AnswerSource source, DateTime now, DateOnly today, SurveyPolicy policy)
    {
        Require(IsOpen(now, policy), "Surveys.Closed");
        RefuseOwnJob(source);
        var given = Response?.Answers.ToDictionary(a => a.Question, a => a.Value) ?? [];
        foreach (var question in questions.Where(q => typed.ContainsKey(q.Code)))
            if (question.Read(typed[question.Code]) is { } answer) given[question.Code] = answer;
            else given.Remove(question.Code);
        var asked = questions.Asked(given).Select(q => q.Code).ToHashSet();
        foreach (var code in given.Keys.Where(c => !asked.Contains(c)).ToList()) given.Remove(code);
        if (given.Count == 0 && Response is null) return;
        if (Response is null) Raise(new SurveyAnswered(PublicId, Code.Of(Kind), [.. Orders.OrderBy(o => o.CompletedAt).Select(o => o.Number)], now));
        Response ??= new SurveyResponse { StartedAt = now, AnsweredDay = today, Method = source.Method, DeviceHash = source.DeviceHash, EnteredBy = source.EnteredBy?.Name, Language = source.Language };
        Response.Take(given, questions, source.Held);
        DeliveredAt ??= now;
        Acted();
    }

    /// <summary>An interviewer enters what the customer says; the technician who did the job may not.</summary>
    public void RefuseOwnJob(AnswerSource source)
    {
        if (source.EnteredBy is not { } who) return;
        Require(!Orders.Exists(o => o.TechnicianAccount == who.Id || (o.TechnicianAccount is null && o.Technician is not null && o.Technician == source.EnteredByUser)), "Surveys.Interview.OwnJob");
    }

    public void Called(CallResult result, string? note, DateTime now, Actor who)
    {
        Require(now <= ExpiresAt && Response is null && RefusedAt is null, "Surveys.Closed");
        Attempts.Add(new CallAttempt { At = now, Who = who.Name, Result = result, Note = note });
        if (result is CallResult.Reached or CallResult.Refused) DeliveredAt ??= now;
        if (result == CallResult.Refused) RefusedAt = now;
        Acted();
    }

    /// <summary>A quality officer looked at a held answer.</summary>
    public void Review(bool counts, Actor who, DateTime now)
    {
        Require(Response is { Held: not null, ReviewedAt: null }, "Surveys.NothingHeld");
        Response!.Review(counts, who.Name, now);
        Acted();
    }
}

/// <param name="Key">See <see cref="Invitation.ContactKey"/>.</param>
internal sealed record Addressee(string Key, string? Name, string? Phone)
{
    public string? Email { get; init; }

    /// <summary>Who is asked about an order, or null when nobody is known.</summary>
    public static Addressee? Of(OrderInBrief order) => order.CustomerId is { } customer ? new(customer.ToString("N"), order.ContactName, order.Phone) : order.Phone is { } phone ? new(phone, order.ContactName, phone) : null;
}

/// <summary>Where an answer comes from.</summary>
/// <param name="EnteredBy">The interviewer or clerk, who enters on behalf.</param>
/// <param name="EnteredByUser">The interviewer's user name: technicians may sign in under their code.</param>
/// <param name="Held">Why it is to be looked at before it counts: <c>staff_device</c> or <c>many_customers</c>.</param>
internal sealed record AnswerSource(SurveyMethod Method, string Language, string? DeviceHash = null, Actor? EnteredBy = null, string? EnteredByUser = null, string? Held = null);

/// <summary>An unguessable link: only its hash is kept.</summary>
internal sealed class InvitationToken
{
    public long Id { get; private set; }
    public long InvitationId { get; private set; }
    public required string Hash { get; init; }
    public SurveyMethod Method { get; init; }
    public DateTime MadeAt { get; init; }
}

/// <summary>An order that an invitation is about, with who did the job at that time: a later reassignment changes nothing here.</summary>
internal sealed class InvitedOrder : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long InvitationId { get; private set; }
    public Guid OrderId { get; init; }
    public required string Number { get; init; }
    public required string Kind { get; init; }
    public string? Contract { get; init; }
    public string? Technician { get; init; }
    public string? TechnicianName { get; init; }
    public string? TechnicianAccount { get; init; }
    public string? Team { get; init; }
    public string? ProductModel { get; init; }
    public string? ProductType { get; init; }
    public string? Region { get; init; }
    public DateTime CompletedAt { get; init; }
}

/// <summary>Hash of a code that stands on a paper of an order whose survey does not exist yet; it becomes a link of the invitation when the order completes.</summary>
internal sealed class PrintedCode
{
    public long Id { get; private set; }
    public Guid OrderId { get; init; }
    public required string Hash { get; init; }
    public DateTime MadeAt { get; init; }
}

internal sealed class CallAttempt
{
    public long Id { get; private set; }
    public long InvitationId { get; private set; }
    public DateTime At { get; init; }
    public required string Who { get; init; }
    public CallResult Result { get; init; }
    public string? Note { get; init; }
}

/// <summary>What a customer said.</summary>
internal sealed class SurveyResponse
{
    public long Id { get; private set; }
    public long InvitationId { get; private set; }
    public DateTime StartedAt { get; init; }
    public DateOnly AnsweredDay { get; init; }
    public SurveyMethod Method { get; init; }
    public string? Language { get; init; }
    public string? DeviceHash { get; init; }
    /// <summary>Who entered it on the customer's behalf.</summary>
    public string? EnteredBy { get; init; }
    public int? Rating { get; private set; }
    public int? Recommendation { get; private set; }
    public int? Effort { get; private set; }
    public string? Comment { get; private set; }
    public string? Held { get; private set; }
    public DateTime? ReviewedAt { get; private set; }
    public string? ReviewedBy { get; private set; }
    /// <summary>False while it waits for review, and for good when the review throws it out; then it is counted beside.</summary>
    public bool Counts { get; private set; } = true;
    public List<SurveyAnswer> Answers { get; } = [];

    internal void Take(Dictionary<string, string> given, IReadOnlyList<Question> questions, string? held)
    {
        Answers.RemoveAll(a => !given.TryGetValue(a.Question, out var value) || value != a.Value);
        foreach (var (code, value) in given.Where(g => !Answers.Exists(a => a.Question == g.Key))) Answers.Add(new SurveyAnswer { Question = code, Value = value });
        int? First(QuestionKind kind) => questions.Where(q => q.Kind == kind && given.ContainsKey(q.Code)).Select(q => (int?)int.Parse(given[q.Code], CultureInfo.InvariantCulture)).FirstOrDefault();
        (Rating, Recommendation, Effort) = (First(QuestionKind.Rating), First(QuestionKind.Recommendation), First(QuestionKind.Effort));
        Comment = string.Join('\n', questions.Where(q => q.Kind == QuestionKind.Text && given.ContainsKey(q.Code)).Select(q => given[q.Code])) is { Length: > 0 } words ? words : null;
        if (held is not null && Held is null) (Held, Counts) = (held, false);
    }

    internal void Review(bool counts, string who, DateTime now) => (Counts, ReviewedBy, ReviewedAt) = (counts, who, now);

    /// <summary>A rating or recommendation that asks for a call-back.</summary>
    public bool IsLow(SurveyPolicy policy) => Rating <= policy.LowRating || Recommendation <= policy.LowRecommendation;
}

internal sealed class SurveyAnswer
{
    public long Id { get; private set; }
    public long ResponseId { get; private set; }
    public required string Question { get; init; }
    public required string Value { get; init; }
}

/// <summary>A contact who does not want to be asked; lifted when they opt in again.</summary>
internal sealed class OptOut
{
    public long Id { get; private set; }
    public required string ContactKey { get; init; }
    public DateTime Since { get; init; }
    /// <summary>Who said so: the customer, or a person of ours whom the customer told.</summary>
    public required string By { get; init; }
    public DateTime? LiftedAt { get; private set; }
    public string? LiftedBy { get; private set; }

    public void Lift(DateTime now, Actor who) => (LiftedAt, LiftedBy) = (now, who.Name);
}
