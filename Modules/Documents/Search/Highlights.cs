namespace AfterSales.Documents.Search;

/// <summary>Shows typed words inside a text.</summary>
internal static class Highlights
{
    const int Before = 30, Length = 160;

    /// <summary>The words around the first hit; every typed word inside is marked. Without a hit the beginning of the text.</summary>
    public static Extract Of(string text, string typed)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var words = typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 0).ToList();
        var first = words.Select(w => line.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Max(0, first - Before);
        if (start > 0 && char.IsLowSurrogate(line[start])) start++;
        var end = Math.Min(line.Length, start + Length);
        if (end < line.Length && end > start && char.IsHighSurrogate(line[end - 1])) end--;
        var shown = (start > 0 ? "… " : "") + line[start..end] + (end < line.Length ? " …" : "");
        List<(string, bool)> parts = [];
        for (var at = 0; at < shown.Length;)
        {
            var hit = words.Select(w => (At: shown.IndexOf(w, at, StringComparison.OrdinalIgnoreCase), w.Length)).Where(h => h.At >= 0).OrderBy(h => h.At).ThenByDescending(h => h.Length).FirstOrDefault((At: -1, Length: 0));
            if (hit.At < 0)
            {
                parts.Add((shown[at..], false));
                break;
            }
            if (hit.At > at) parts.Add((shown[at..hit.At], false));
            parts.Add((shown.Substring(hit.At, hit.Length), true));
            at = hit.At + hit.Length;
        }
        return new Extract(parts);
    }
}
