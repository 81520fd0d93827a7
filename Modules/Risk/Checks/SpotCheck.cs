using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Risk.Contracts;
using AfterSales.Service.Contracts;

namespace AfterSales.Risk.Checks;

/// <summary>What a question of a check list found.</summary>
internal enum CheckFinding { Yes, No, NotApplicable }

/// <summary>One answer as given on the phone.</summary>
internal sealed record GivenAnswer(int Ordinal, CheckFinding? Finding, string? Note);

/// <summary>
/// One drawn job being checked (clause 4.3): answers by weight make a score, findings lead to an action, a failed one entitles the customer to what was
/// paid. Never done by whoever did the job.
/// </summary>
internal sealed class SpotCheck : Aggregate, IInFeed, INumbered
{
    int _year;

    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public CheckSample Sample { get; private init; } = null!;
    public long SampleId { get; private init; }
    public CheckMethod Method { get; private init; }
    public Guid OrderId { get; private init; }
    public string OrderNumber { get; private init; } = "";
    public string? ContactName { get; private init; }
    public string? Phone { get; private init; }
    public string? Contract { get; private init; }
    public string? Technician { get; private init; }
    public string? TechnicianName { get; private init; }
    public string? TechnicianAccount { get; private init; }
    public string? Team { get; private init; }
    public string? ProductModel { get; private init; }
    public string? ProductType { get; private init; }
    public string? Region { get; private init; }
    public string CheckerId { get; private set; } = "";
    public string CheckerName { get; private set; } = "";
    public DateOnly Due { get; private init; }
    public int PassScore { get; private init; }
    public DateTime? DoneAt { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public double? Score { get; private set; }
    public bool? Passed { get; private set; }
    public string? Remark { get; private set; }
    /// <summary>Owed back to the customer because it failed; null until Service has answered.</summary>
    public Money? RefundOwed { get; private set; }
    public List<CheckAnswer> Answers { get; } = [];
    public List<CheckPhoto> Photos { get; } = [];

    public string NumberSeries => "QC";
    public int NumberYear => _year;
    public bool NeedsNumber => Number.Length == 0;
    public void GiveNumber(long sequence) => Number = $"QC-{_year}-{sequence:000000}";

    public bool IsDone => DoneOn is not null;
    public IEnumerable<CheckAnswer> Findings => Answers.Where(a => a.Finding == CheckFinding.No).OrderBy(a => a.Ordinal);

    SpotCheck() { }

    public static SpotCheck Drawn(CheckSample sample, CheckPlan plan, CheckList list, OrderInBrief order, Checker checker, DateOnly due, DateOnly today, DateTime now, Guid? publicId = null)
    {
        Require(order.TechnicianAccount is null || order.TechnicianAccount != checker.AccountId, "Checks.OwnJob");
        var check = new SpotCheck
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), Sample = sample, Method = plan.Method, OrderId = order.Id, OrderNumber = order.Number, ContactName = order.ContactName, Phone = order.Phone, Contract = order.Contract,
            Technician = order.Technician, TechnicianName = order.TechnicianName, TechnicianAccount = order.TechnicianAccount, Team = order.Team, ProductModel = order.ProductModel, ProductType = order.ProductType, Region = order.Region,
            CheckerId = checker.AccountId, CheckerName = checker.Name, Due = due, PassScore = list.PassScore, _year = today.Year,
        };
        check.Answers.AddRange(list.Questions.OrderBy(q => q.Ordinal).Select((q, i) => new CheckAnswer { Ordinal = i + 1, Zh = q.Zh, En = q.En, Weight = q.Weight, IsCritical = q.IsCritical }));
        return check;
    }

    /// <summary>Somebody else is to do it.</summary>
    public void HandOver(Checker checker)
    {
        Require(!IsDone, "Checks.IsDone");
        Require(TechnicianAccount is null || TechnicianAccount != checker.AccountId, "Checks.OwnJob");
        (CheckerId, CheckerName) = (checker.AccountId, checker.Name);
        Acted();
    }

    /// <summary>Keeps what was answered so far.</summary>
    public void Note(IEnumerable<GivenAnswer> given, string? remark, Actor who)
    {
        RequireMine(who);
        foreach (var said in given)
            Answers.Find(a => a.Ordinal == said.Ordinal)?.Say(said.Finding, said.Note.OrNull());
        Remark = remark.OrNull();
        Acted();
    }

    /// <summary>Ends it: the score is the weight of what was in order, of a hundred of what applied.</summary>
    public void Finish(DateOnly today, DateTime now, Actor who)
    {
        RequireMine(who);
        Require(Answers.TrueForAll(a => a.Finding is not null), "Checks.Unanswered", null, Answers.Count(a => a.Finding is null));
        Require(Findings.All(a => a.Note is not null), "Checks.FindingWithoutWords");
        Require(Answers.Exists(a => a.Finding != CheckFinding.NotApplicable), "Checks.NothingApplies");
        Score = ScoreOf(Answers);
        Passed = Score >= PassScore && !Findings.Any(a => a.IsCritical);
        (DoneAt, DoneOn, CheckerId, CheckerName) = (now, today, who.Id, who.Name);
        Raise(new CheckDone(PublicId));
        if (Passed == false) Raise(new CheckFailed(PublicId, Number, OrderId, OrderNumber, Score.Value, now));
        Acted();
    }

    /// <returns>0 to 100, one decimal; what does not apply counts neither way.</returns>
    public static double ScoreOf(IEnumerable<CheckAnswer> answers)
    {
        var applies = answers.Where(a => a.Finding != CheckFinding.NotApplicable).ToList();
        return Math.Round(100.0 * applies.Where(a => a.Finding == CheckFinding.Yes).Sum(a => a.Weight) / applies.Sum(a => a.Weight), 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>A picture taken on the spot; its content is kept already.</summary>
    public CheckPhoto Photograph(string sha256, int? question, DateTime now, Actor who)
    {
        RequireMine(who);
        var photo = new CheckPhoto { PublicId = Kernel.PublicId.New(now), Sha256 = sha256, Question = question, At = now };
        Photos.Add(photo);
        Raise(new FileClaimed(sha256, $"risk.check:{photo.PublicId:N}"));
        Acted();
        return photo;
    }

    void RequireMine(Actor who)
    {
        Require(!IsDone, "Checks.IsDone");
        Require(TechnicianAccount is null || TechnicianAccount != who.Id, "Checks.OwnJob");
    }

    public void Owed(Money amount)
    {
        RefundOwed ??= amount;
        Acted();
    }
}

internal sealed class CheckAnswer
{
    public long Id { get; private set; }
    public long CheckId { get; private set; }
    public int Ordinal { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    public int Weight { get; init; }
    public bool IsCritical { get; init; }
    public CheckFinding? Finding { get; private set; }
    /// <summary>What was found; a no needs it.</summary>
    public string? Note { get; private set; }

    public string In(System.Globalization.CultureInfo culture) => culture.Name.StartsWith("en", StringComparison.Ordinal) ? En : Zh;

    internal void Say(CheckFinding? finding, string? note) => (Finding, Note) = (finding, note);
}

internal sealed class CheckPhoto
{
    public long Id { get; private set; }
    public long CheckId { get; private set; }
    public Guid PublicId { get; init; }
    public required string Sha256 { get; init; }
    /// <summary>Ordinal of the question that it shows; null: the job as a whole.</summary>
    public int? Question { get; init; }
    public DateTime At { get; init; }
}
