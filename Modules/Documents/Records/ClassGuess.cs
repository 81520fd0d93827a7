namespace AfterSales.Documents.Records;

/// <summary>What class a paper seems to be, from its name and its first words; a person confirms it.</summary>
internal static class ClassGuess
{
    /// <summary>Characters of the text that are looked at.</summary>
    public const int Look = 4000;

    /// <summary>The class with the most of its words; a word in the name weighs as much as three in the text. Without any: other.</summary>
    public static RecordClass Of(RecordsPolicy policy, string name, string? text)
    {
        var start = text is null ? "" : text[..Math.Min(text.Length, Look)];
        var (best, most) = (RecordClass.Other, 0);
        foreach (var rule in policy.Classes)
        {
            if (!Kernel.Code.TryParse<RecordClass>(rule.Class, out var @class)) continue;
            var score = rule.Words.Sum(w => (name.Contains(w, StringComparison.OrdinalIgnoreCase) ? 3 : 0) + (start.Contains(w, StringComparison.OrdinalIgnoreCase) ? 1 : 0));
            if (score > most) (best, most) = (@class, score);
        }
        return best;
    }
}
