using System.Globalization;
using System.Text;

namespace AfterSales.Documents.Records;

/// <summary>Names as people give them to files, made harmless for whoever saves them again. Content is never stored under such a name.</summary>
internal static class FileNames
{
    const int Longest = 120;
    static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "CON", "PRN", "AUX", "NUL" };

    /// <summary>The last part of a path, without control and direction marks and what file systems refuse, at most 120 characters, its extension kept.</summary>
    public static string Safe(string? given)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var c in last)
            if (!char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format) clean.Append("<>:\"|?*".Contains(c, StringComparison.Ordinal) ? '_' : c);
        var name = clean.ToString().Trim().TrimEnd('.', ' ').TrimStart('.');
        var extension = Path.GetExtension(name) is { Length: <= 10 } e ? e : "";
        var stem = name[..^extension.Length].TrimEnd('.', ' ');
        if (stem.Length == 0) stem = "file";
        if (IsReserved(stem.Split('.')[0])) stem = "_" + stem;
        var room = Longest - extension.Length;
        if (stem.Length > room) stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)];
        return stem + extension;
    }

    /// <summary>What the name says the document is called: without extension.</summary>
    public static string Title(string safe) => Path.GetFileNameWithoutExtension(safe).Replace('_', ' ').Trim() is { Length: > 0 } title ? title : safe;

    /// <summary>Names that mean a device on Windows.</summary>
    static bool IsReserved(string stem) => Reserved.Contains(stem) || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
}
