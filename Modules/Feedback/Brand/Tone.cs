namespace AfterSales.Feedback.Brand;

/// <summary>How somebody speaks of the service. A person sets it.</summary>
internal enum Tone { Positive, Neutral, Negative }

/// <summary>A suggestion with its reasons: the words that were counted.</summary>
internal sealed record ToneSuggestion(Tone Tone, IReadOnlyList<string> Good, IReadOnlyList<string> Bad)
{
    /// <summary>
    /// Counts words of the two lists, the longest first, each place of the text once; a good word right after a turning one counts as bad and the
    /// other way round. More good than bad is positive, more bad than good negative, anything else neutral.
    /// </summary>
    public static ToneSuggestion Of(string text, BrandPolicy policy)
    {
        var rest = text.ToLowerInvariant().ToCharArray();
        List<string> good = [], bad = [];
        IEnumerable<(string Word, bool IsGood)> words = [.. policy.GoodWords.Select(w => (w.ToLowerInvariant(), true)), .. policy.BadWords.Select(w => (w.ToLowerInvariant(), false))];
        foreach (var (word, isGood) in words.OrderByDescending(w => w.Word.Length).ThenBy(w => w.Word, StringComparer.Ordinal))
            for (var at = IndexOf(rest, word, 0); at >= 0; at = IndexOf(rest, word, at + word.Length))
            {
                var turn = TurnBefore(rest, at, policy);
                (isGood == (turn is null) ? good : bad).Add(turn is null ? word : IsLatin(word) ? $"{turn} {word}" : turn + word);
                Array.Fill(rest, '\0', at, word.Length); // each place once: 不满意 is not 满意 as well
            }
        return new ToneSuggestion(good.Count > bad.Count ? Tone.Positive : bad.Count > good.Count ? Tone.Negative : Tone.Neutral, good, bad);
    }

    /// <summary>A Latin word stands alone; Chinese is written without spaces.</summary>
    static int IndexOf(char[] text, string word, int from)
    {
        for (var at = from; at + word.Length <= text.Length; at++)
            if (text.AsSpan(at, word.Length).SequenceEqual(word) && (!IsLatin(word) || (!Letter(text, at - 1) && !Letter(text, at + word.Length)))) return at;
        return -1;
    }

    static string? TurnBefore(char[] text, int at, BrandPolicy policy)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ') end--;
        return policy.Turns.OrderByDescending(t => t.Length).FirstOrDefault(t => end >= t.Length && text.AsSpan(end - t.Length, t.Length).SequenceEqual(t.ToLowerInvariant()) && (!IsLatin(t) || !Letter(text, end - t.Length - 1)));
    }

    static bool IsLatin(string word) => char.IsAsciiLetter(word[0]);

    static bool Letter(char[] text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);
}
