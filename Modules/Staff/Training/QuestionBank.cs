using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Staff.Training;

internal enum BankQuestionKind { Single, Multiple, TrueFalse }

/// <summary>A question of a course's bank. Once somebody has answered it, its words stay: it is retired and a better one written.</summary>
internal sealed class BankQuestion : Aggregate
{
    public Guid PublicId { get; private init; }
    public long CourseId { get; private init; }
    public BankQuestionKind Kind { get; private init; }
    public string Text { get; private init; } = "";
    /// <summary>Shown after the test.</summary>
    public string? Why { get; private init; }
    public bool IsRetired { get; private set; }
    public List<BankChoice> Choices { get; } = [];

    BankQuestion() { }

    /// <param name="choices">One per line; a right one begins with an asterisk.</param>
    public static BankQuestion Write(long courseId, BankQuestionKind kind, string? text, string? choices, string? why, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(text), "Training.Question.TextMissing", "Question.Text");
        var question = new BankQuestion { PublicId = publicId ?? Kernel.PublicId.New(now), CourseId = courseId, Kind = kind, Text = text!.Trim(), Why = why.OrNull() };
        var lines = (choices ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        question.Choices.AddRange(lines.Select((line, i) => new BankChoice { Position = i + 1, Text = line.TrimStart('*').Trim(), IsRight = line[0] == '*' }));
        var right = question.Choices.Count(c => c.IsRight);
        Require(question.Choices.Count is >= 2 and <= 8 && (kind != BankQuestionKind.TrueFalse || question.Choices.Count == 2), "Training.Question.ChoicesWrong", "Question.Choices");
        Require(kind == BankQuestionKind.Multiple ? right > 0 : right == 1, kind == BankQuestionKind.Multiple ? "Training.Question.NoRight" : "Training.Question.OneRight", "Question.Choices");
        Require(question.Choices.TrueForAll(c => c.Text.Length > 0), "Training.Question.ChoicesWrong", "Question.Choices");
        return question;
    }

    public void Retire()
    {
        IsRetired = true;
        Acted();
    }

    /// <summary>Right means exactly the right choices; part of them is wrong.</summary>
    public bool IsRight(IEnumerable<int> chosen) => Choices.Where(c => c.IsRight).Select(c => c.Position).ToHashSet().SetEquals(chosen);
}

internal sealed class BankChoice
{
    public long Id { get; private set; }
    public long BankQuestionId { get; private set; }
    public int Position { get; init; }
    public required string Text { get; init; }
    public bool IsRight { get; init; }
}

/// <summary>When a test is sat: before the training, after it (it is the theory score), or again.</summary>
internal enum TestStage { Before, After }

/// <summary>One person's test. It is sat once: after it was handed in, or its time is over, nothing changes.</summary>
internal sealed class Sitting : Aggregate
{
    /// <summary>Answers that were on their way when the time ended.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public long SessionId { get; private init; }
    public long CourseId { get; private init; }
    public long ParticipantId { get; private init; }
    public TestStage Stage { get; private init; }
    public string TokenHash { get; private init; } = "";
    public DateTime StartedAt { get; private init; }
    public DateTime DueAt { get; private init; }
    public DateTime? HandedInAt { get; private set; }
    /// <summary>Share of questions answered rightly; null while it is being sat.</summary>
    public double? Share { get; private set; }
    public List<SittingAnswer> Answers { get; } = [];

    Sitting() { }

    /// <param name="random">Draws the questions and their order.</param>
    public static Sitting Begin(Session session, Course course, Participant participant, TestStage stage, IReadOnlyList<BankQuestion> bank, string tokenHash, Random random, DateTime now)
    {
        Require(session.State == SessionState.Planned, "Training.Session.NotOpen");
        Require(bank.Count > 0, "Training.Test.NoQuestions");
        var sitting = new Sitting { SessionId = session.Id, CourseId = course.Id, ParticipantId = participant.Id, Stage = stage, TokenHash = tokenHash, StartedAt = now, DueAt = now.AddMinutes(course.TestMinutes) };
        BankQuestion[] drawn = [.. bank];
        random.Shuffle(drawn);
        sitting.Answers.AddRange(drawn.Take(course.TestQuestions ?? drawn.Length).Select((q, i) => new SittingAnswer { QuestionId = q.Id, Position = i + 1 }));
        return sitting;
    }

    public bool IsOpen(DateTime now) => HandedInAt is null && now <= DueAt + Grace;

    public void Answer(long questionId, IReadOnlyList<int> chosen, DateTime now)
    {
        Require(IsOpen(now), "Training.Test.IsOver");
        Answers.Find(a => a.QuestionId == questionId)?.Choose(chosen);
        Acted();
    }

    /// <summary>Hands it in: by the person, or by the clock.</summary>
    public void HandIn(IReadOnlyDictionary<long, BankQuestion> bank, DateTime now)
    {
        if (HandedInAt is not null) return;
        foreach (var answer in Answers) answer.Judge(bank[answer.QuestionId].IsRight(answer.Positions));
        (HandedInAt, Share) = (now < DueAt ? now : DueAt, (double)Answers.Count(a => a.IsRight == true) / Answers.Count);
        Acted();
    }
}

internal sealed class SittingAnswer
{
    public long Id { get; private set; }
    public long SittingId { get; private set; }
    public long QuestionId { get; init; }
    public int Position { get; init; }
    /// <summary>Positions of the choices, with commas; null: not answered.</summary>
    public string? Chosen { get; private set; }
    public bool? IsRight { get; private set; }

    public IEnumerable<int> Positions => Chosen is null ? [] : Chosen.Split(',').Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture));

    internal void Choose(IReadOnlyList<int> chosen) => Chosen = chosen.Count == 0 ? null : string.Join(',', chosen.Order());
    internal void Judge(bool right) => IsRight = right;
}

/// <summary>What a link opens for whoever holds it, no account needed.</summary>
internal enum LinkPurpose { SignIn, TestBefore, TestAfter, Reaction }

/// <summary>A link of a session, shown as a QR code in the room. Only its hash is kept.</summary>
internal sealed class SessionLink : Aggregate
{
    public long SessionId { get; init; }
    public LinkPurpose Purpose { get; init; }
    public required string TokenHash { get; init; }
    public DateTime From { get; init; }
    public DateTime Until { get; init; }

    public bool IsOpen(DateTime now) => now >= From && now <= Until;
}

/// <summary>How a question does: source Ebel and Frisbie, Essentials of Educational Measurement.</summary>
/// <param name="Difficulty">Share of those asked who answered rightly: easy near 1, hard near 0.</param>
/// <param name="Discrimination">Share right among the best 27 % of papers minus share right among the worst 27 %; null with too few papers.</param>
internal sealed record ItemStatistics(long QuestionId, int N, double Difficulty, double? Discrimination);

internal static class ItemAnalysis
{
    /// <summary>Tail of the papers that is compared (Kelley 1939).</summary>
    const double Tail = 0.27;

    /// <param name="papers">Each paper: share right, and its answers by question.</param>
    /// <param name="fewest">Papers without which there is no discrimination.</param>
    public static IReadOnlyList<ItemStatistics> Of(IReadOnlyList<(double Share, IReadOnlyDictionary<long, bool> Right)> papers, int fewest) =>
        [.. papers.SelectMany(p => p.Right.Keys).Distinct().Order().Select(q => Of(q, [.. papers.Where(p => p.Right.ContainsKey(q))], fewest))];

    static ItemStatistics Of(long question, List<(double Share, IReadOnlyDictionary<long, bool> Right)> papers, int fewest)
    {
        double ShareOf(IEnumerable<(double Share, IReadOnlyDictionary<long, bool> Right)> some) => some.Average(p => p.Right[question] ? 1.0 : 0.0);
        var difficulty = ShareOf(papers);
        if (papers.Count < fewest) return new ItemStatistics(question, papers.Count, difficulty, null);
        var size = Math.Max(1, (int)Math.Round(papers.Count * Tail, MidpointRounding.AwayFromZero));
        var ranked = papers.OrderByDescending(p => p.Share).ToList();
        return new ItemStatistics(question, papers.Count, difficulty, ShareOf(ranked.Take(size)) - ShareOf(ranked.TakeLast(size)));
    }
}
