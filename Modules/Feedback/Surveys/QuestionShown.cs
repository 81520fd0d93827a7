namespace AfterSales.Feedback.Surveys;

/// <summary>A question as a page shows it.</summary>
/// <param name="Given">What was answered so far; nothing is ever chosen beforehand.</param>
/// <param name="IsFirst">Shown large.</param>
internal sealed record QuestionShown(Question Question, string? Given, string Words, bool IsFirst);
