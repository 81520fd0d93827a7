namespace AfterSales.Feedback.Surveys;

/// <summary>Sorts comments by what they speak of: words of a list, which policy keeps; a comment may speak of several things.</summary>
internal static class CommentThemes
{
    public const string Other = "other";

    /// <param name="themes">Each a code and its words, written <c>code: word, word</c>.</param>
    public static IReadOnlyList<string> Of(string words, IReadOnlyList<string> themes)
    {
        List<string> found = [.. themes.Select(t => t.Split(':', 2)).Where(t => t.Length == 2 && t[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(w => words.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(t => t[0].Trim())];
        return found.Count > 0 ? found : [Other];
    }
}
