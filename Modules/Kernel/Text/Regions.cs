using System.Diagnostics.CodeAnalysis;

namespace AfterSales.Kernel.Text;

/// <summary>The Chinese division list that ships with the product.</summary>
public static class Regions
{
    /// <summary>A province has no city and no district, a city no district.</summary>
    public sealed record Region(string Code, string Province, string? City, string? District);

    static readonly Lazy<IReadOnlyList<Region>> Read = new(() => [.. Lines()]);

    public static IReadOnlyList<Region> Shipped => Read.Value;

    static readonly Lazy<Dictionary<string, string>> Names = new(() => Shipped.ToDictionary(r => r.Code, r => (r.City == r.Province ? null : r.City) + r.District is { Length: > 0 } name ? name : r.Province));

    /// <summary>City and district of a division code; anything that is no code stays as it was typed.</summary>
    public static string? NameOf(string? region) => region is not null && Names.Value.TryGetValue(region, out var name) ? name : region;

    /// <summary>Whether it is a division code that the list knows, not somebody's own words.</summary>
    public static bool IsCode([NotNullWhen(true)] string? region) => region is not null && Names.Value.ContainsKey(region);

    /// <summary>
    /// The first digits that all districts of a city share; null for a province and for what is no division code. The four municipalities are one city each; a county directly under its
    /// province (90 in the third and fourth digit) is a city of its own.
    /// </summary>
    public static string? CityOf(string? region) =>
        !IsCode(region) ? null
        : region[..2] is "11" or "12" or "31" or "50" ? region[..2]
        : region.EndsWith("0000", StringComparison.Ordinal) ? null
        : region[2..4] == "90" ? region : region[..4];

    static IEnumerable<Region> Lines()
    {
        using var text = new StreamReader(typeof(Regions).Assembly.GetManifestResourceStream("regions-cn.tsv")!);
        Dictionary<string, string> names = [];
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var (code, name) = (line[..tab], line[(tab + 1)..]);
            names[code] = name;
            var province = names[code[..2] + "0000"];
            var isProvince = code.EndsWith("0000", StringComparison.Ordinal);
            var isCity = !isProvince && code.EndsWith("00", StringComparison.Ordinal);
            yield return new Region(code, province, isProvince ? null : names[code[..4] + "00"], isProvince || isCity ? null : name);
        }
    }
}
