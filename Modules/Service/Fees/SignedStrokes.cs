using System.Text.Json;
using AfterSales.Kernel;

namespace AfterSales.Service.Fees;

/// <summary>What was drawn on the glass: strokes of points, as the signature pad gives them. Kept small and clean, never as a picture.</summary>
internal static class SignedStrokes
{
    const int MostCharacters = 200_000, FewestPoints = 5;

    /// <returns>The strokes as JSON, <c>[[[x,y],...],...]</c>; null when nothing was drawn.</returns>
    /// <exception cref="RuleViolation">It is no drawing.</exception>
    public static string? Read(string? posted)
    {
        if (string.IsNullOrWhiteSpace(posted) || posted == "[]") return null;
        if (posted.Length > MostCharacters) throw new RuleViolation("Fees.Sign.Strokes");
        try
        {
            using var document = JsonDocument.Parse(posted);
            var strokes = document.RootElement.EnumerateArray().Select(stroke => stroke.GetProperty("points").EnumerateArray()
                .Select(p => new[] { Math.Round(p.GetProperty("x").GetDouble(), 1), Math.Round(p.GetProperty("y").GetDouble(), 1) }).ToArray()).ToArray();
            return strokes.Sum(s => s.Length) < FewestPoints ? throw new RuleViolation("Fees.Sign.TooShort") : JsonSerializer.Serialize(strokes);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RuleViolation("Fees.Sign.Strokes");
        }
    }

    /// <summary>Strokes as lines of an SVG: <c>x,y x,y</c>.</summary>
    public static IReadOnlyList<string> Lines(string? kept) => kept is null ? []
        : [.. JsonSerializer.Deserialize<double[][][]>(kept)!.Select(s => string.Join(' ', s.Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{p[0]:0.#},{p[1]:0.#}"))))];

    /// <summary>The frame that holds all strokes.</summary>
    public static string ViewBox(string? kept)
    {
        var points = kept is null ? [] : JsonSerializer.Deserialize<double[][][]>(kept)!.SelectMany(s => s).ToList();
        if (points.Count == 0) return "0 0 100 40";
        var (left, top) = (points.Min(p => p[0]), points.Min(p => p[1]));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{left - 4:0.#} {top - 4:0.#} {points.Max(p => p[0]) - left + 8:0.#} {points.Max(p => p[1]) - top + 8:0.#}");
    }
}
