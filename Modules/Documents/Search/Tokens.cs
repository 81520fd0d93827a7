using System.Globalization;
using System.Text;

namespace AfterSales.Documents.Search;

/// <summary>
/// Words as the index keeps them: Chinese as overlapping pairs of characters, everything else as runs of letters and digits in lower case. So a
/// Chinese word of any length is a phrase of pairs, found in the middle of a sentence without a dictionary, the same on both databases.
/// </summary>
internal static class Tokens
{
    const int LongestWord = 64;

    /// <param name="Text">Pair of characters, single character, or word.</param>
    /// <param name="IsWhole">False for what may be the beginning of a longer token: a single Chinese character, the last word that is being typed.</param>
    internal readonly record struct Token(string Text, bool IsWhole);

    /// <summary>All tokens of a text, in order. The last character of a Chinese run stands alone after its pair, so that single characters are found by beginning.</summary>
    public static List<string> Of(string text) => [.. Read(text, false).Select(t => t.Text)];

    /// <summary>Tokens of one typed word: a phrase. Of a text that has the word, these tokens stand side by side.</summary>
    public static List<Token> OfTyped(string word) => [.. Read(word, true)];

    static IEnumerable<Token> Read(string text, bool typed)
    {
        var word = new StringBuilder();
        var run = new List<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            var c = Plain(rune);
            if (IsHan(c))
            {
                if (word.Length > 0) yield return Flush(word, true);
                run.Add(c.ToString());
                continue;
            }
            foreach (var token in Pairs(run, last: false)) yield return token;
            run.Clear();
            if (Rune.IsLetterOrDigit(c))
            {
                if (word.Length < LongestWord) word.Append(Rune.ToLowerInvariant(c).ToString());
            }
            else if (word.Length > 0) yield return Flush(word, true);
        }
        if (word.Length > 0) yield return Flush(word, !typed);
        foreach (var token in Pairs(run, last: typed)) yield return token;
    }

    static Token Flush(StringBuilder word, bool isWhole)
    {
        var text = word.ToString();
        word.Clear();
        return new Token(text, isWhole);
    }

    /// <param name="last">The end of a typed word: what follows in the text is not known, so no character stands alone.</param>
    static IEnumerable<Token> Pairs(List<string> run, bool last)
    {
        for (var i = 0; i + 1 < run.Count; i++) yield return new Token(run[i] + run[i + 1], true);
        if (run.Count > 0 && (!last || run.Count == 1)) yield return new Token(run[^1], !last);
    }

    /// <summary>Full-width letters and digits as the narrow ones they stand for.</summary>
    static Rune Plain(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;

    static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0x3040 and <= 0x30FF) or 0x3007;

    /// <summary>What is asked, one phrase for each typed word; nothing to ask when no letter was typed.</summary>
    public static IReadOnlyList<IReadOnlyList<Token>> Phrases(string typed) =>
        [.. typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Take(8).Select(OfTyped).Where(p => p.Count > 0)];

    /// <summary>As SQLite's FTS5 asks: <c>"热水 水器" AND "e1" *</c>.</summary>
    public static string ForSqlite(IReadOnlyList<IReadOnlyList<Token>> phrases) =>
        string.Join(" AND ", phrases.Select(p => $"\"{string.Join(' ', p.Select(t => t.Text))}\"{(p[^1].IsWhole ? "" : " *")}"));

    /// <summary>As PostgreSQL's tsquery asks: <c>('热水' &lt;-&gt; '水器') &amp; 'e1':*</c>. A single character is a token of its own there.</summary>
    public static string ForPostgres(IReadOnlyList<IReadOnlyList<Token>> phrases) =>
        string.Join(" & ", phrases.Select(p => $"({string.Join(" <-> ", p.Select(t => $"'{t.Text}'{(t.IsWhole || IsHan(t.Text.EnumerateRunes().First()) ? "" : ":*")}"))})"));

    /// <summary>
    /// Tokens with their positions, as a tsvector is written: no configuration of the server decides what a word is. The first character of a pair
    /// stands beside it: asked for by beginning, a common character would be thousands of tokens, and the planner would guess how many rows.
    /// </summary>
    public static string AsVector(IEnumerable<string> tokens) => string.Join(' ', tokens.SelectMany((t, i) => Parts(t).Select(p => (Text: p, At: Math.Min(i + 1, 16383)))).GroupBy(t => t.Text)
        .Select(g => $"'{g.Key}':{string.Join(',', g.Take(250).Select(t => t.At.ToString(CultureInfo.InvariantCulture)))}"));

    static IEnumerable<string> Parts(string token)
    {
        yield return token;
        var first = token.EnumerateRunes().First();
        if (IsHan(first) && token.Length > first.Utf16SequenceLength) yield return first.ToString();
    }
}
