using System.Security.Cryptography;
using System.Text;

namespace AfterSales.Risk.Checks;

/// <summary>A job that can be drawn.</summary>
/// <param name="Key">Stable, e.g. the order's number.</param>
/// <param name="SubjectAccount">Account of who did it; null when that person cannot sign in.</param>
internal readonly record struct Drawable(string Key, string? SubjectAccount);

/// <param name="Index">Position in the frame.</param>
/// <param name="Checker">Account of who is to check it.</param>
internal readonly record struct Drawn(int Index, string Checker);

/// <summary>
/// Draws at random, so that anybody can draw again: lots are hashes of the seed and the job's key, those with the smallest lots are drawn. Each goes to
/// the checker who has fewest so far, and never to whoever did the job. The order of the frame does not matter.
/// </summary>
internal static class Sampling
{
    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Jobs that at least one of the checkers may check.</summary>
    public static int Eligible(IReadOnlyList<Drawable> frame, IReadOnlyList<string> checkers) => frame.Count(d => checkers.Any(c => c != d.SubjectAccount));

    /// <param name="size">How many; all that can be drawn where there are fewer.</param>
    public static IReadOnlyList<Drawn> Draw(IReadOnlyList<Drawable> frame, string seed, int size, IReadOnlyList<string> checkers)
    {
        var load = checkers.Distinct().ToDictionary(c => c, _ => 0);
        var lots = frame.Select((d, i) => (Drawable: d, Index: i)).Where(f => load.Keys.Any(c => c != f.Drawable.SubjectAccount)).Select(f => (f.Drawable, f.Index, Lot: Lot(seed, f.Drawable.Key)))
            .OrderBy(f => f.Lot, StringComparer.Ordinal).ThenBy(f => f.Drawable.Key, StringComparer.Ordinal).Take(size).ToList();
        List<Drawn> drawn = [];
        foreach (var (job, index, lot) in lots)
        {
            var checker = load.Where(c => c.Key != job.SubjectAccount).OrderBy(c => c.Value).ThenBy(c => Lot(lot, c.Key), StringComparer.Ordinal).First().Key;
            load[checker]++;
            drawn.Add(new Drawn(index, checker));
        }
        return drawn;
    }

    /// <summary>SHA-256 over all that could be drawn: a draw can be checked against the list that it was made from.</summary>
    public static string HashOf(IEnumerable<Drawable> frame) => Hash(string.Join('\n', frame.Select(d => d.Key).Order(StringComparer.Ordinal)));

    static string Lot(string seed, string key) => Hash($"{seed}\u001f{key}");

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
