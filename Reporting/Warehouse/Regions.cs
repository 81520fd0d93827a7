namespace AfterSales.Reporting.Warehouse;

/// <summary>The Chinese division list that ships with the product.</summary>
internal static class Regions
{
    /// <summary>A province has no city and no district, a city no district.</summary>
    public sealed record Region(string Code, string Province, string? City, string? District);

    static readonly Lazy<IReadOnlyList<Region>> Read = new(() => [.. Lines()]);

    public static IReadOnlyList<Region> Shipped => Read.Value;

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
