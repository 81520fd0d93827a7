using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AfterSales.Kernel;

namespace AfterSales.Feedback.Surveys;

/// <summary>Rating 1 to 5, recommendation 0 to 10, effort 1 to 7 (7 is the least), one or several of a list, words.</summary>
internal enum QuestionKind { Rating, Recommendation, Effort, Single, Multiple, Text }

/// <summary>One choice of a list, in both languages.</summary>
internal sealed record Choice(string Code, string Zh, string En)
{
    public string In(CultureInfo culture) => culture.Name.StartsWith("en", StringComparison.Ordinal) ? En : Zh;
}

/// <summary>Asked only when an earlier question was answered within bounds or by one of some choices.</summary>
/// <param name="Question">Code of the earlier question.</param>
internal sealed record Condition(string Question, int? AtLeast = null, int? AtMost = null, string? Choice = null);

/// <summary>One question of a questionnaire, in both languages.</summary>
/// <param name="Code">Stable name, by which answers of several versions are compared.</param>
internal sealed record Question(string Code, QuestionKind Kind, string Zh, string En)
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public Condition? OnlyIf { get; init; }

    /// <summary>Lowest and highest number of a scale; null where the answer is no number.</summary>
    [JsonIgnore]
    public (int From, int To)? Scale => Kind switch { QuestionKind.Rating => (1, 5), QuestionKind.Recommendation => (0, 10), QuestionKind.Effort => (1, 7), _ => null };

    public string In(CultureInfo culture) => culture.Name.StartsWith("en", StringComparison.Ordinal) ? En : Zh;

    /// <summary>Whether the question is to be asked, given what was answered so far.</summary>
    public bool IsAsked(IReadOnlyDictionary<string, string> answers)
    {
        if (OnlyIf is not { } condition) return true;
        if (!answers.TryGetValue(condition.Question, out var given) || given.Length == 0) return false;
        if (condition.Choice is { } choice) return given.Split(',').Contains(choice);
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && !(n < condition.AtLeast) && !(n > condition.AtMost);
    }

    /// <summary>The answer as it is stored: a number, choice codes joined by commas, words; null where nothing was said.</summary>
    /// <exception cref="RuleViolation">Not an answer that the question offers.</exception>
    public string? Read(IEnumerable<string?> typed)
    {
        var given = typed.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).ToList();
        if (given.Count == 0) return null;
        if (Kind == QuestionKind.Text) return given[0].Length <= MaxText ? given[0] : throw new RuleViolation("Surveys.TextTooLong", MaxText) { Field = Code };
        if (Scale is { } scale)
            return given.Count == 1 && int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= scale.From && n <= scale.To ? n.ToString(CultureInfo.InvariantCulture) : throw NotOffered();
        if (Kind == QuestionKind.Single && given.Count > 1) throw NotOffered();
        return given.TrueForAll(g => Choices.Any(c => c.Code == g)) ? string.Join(',', Choices.Select(c => c.Code).Where(given.Contains)) : throw NotOffered();
    }

    public const int MaxText = 1000;

    RuleViolation NotOffered() => new("Surveys.NotOffered", Zh) { Field = Code };
}

/// <summary>The questions of one version as they are stored.</summary>
internal static class QuestionList
{
    static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<Question> questions) => JsonSerializer.Serialize(questions, Json);

    public static IReadOnlyList<Question> Read(string document) => JsonSerializer.Deserialize<List<Question>>(document, Json)!;

    /// <summary>Questions to be asked after some answers, in order. A question whose condition rests on one that is not asked any more is not asked either.</summary>
    public static IReadOnlyList<Question> Asked(this IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string> answers)
    {
        Dictionary<string, string> valid = [];
        List<Question> asked = [];
        foreach (var question in questions.Where(q => q.IsAsked(valid)))
        {
            asked.Add(question);
            if (answers.TryGetValue(question.Code, out var answer)) valid[question.Code] = answer;
        }
        return asked;
    }
}
