using System.Text.Json;
using System.Text.Json.Serialization;
using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;

namespace AfterSales.Staff.Certificates;

/// <summary>What an outside authority's certificate lets its holder do.</summary>
internal enum OutsideTrade { Gas, Electrician, WorkAtHeight, Refrigeration }

/// <summary>An outside certificate that whoever works on a product type needs beside the type's own (policy, per city).</summary>
/// <param name="ProductType">Code.</param>
/// <param name="Cities">Cities that ask for it, as <see cref="Regions.CityOf"/> names them; none: everywhere.</param>
[JsonConverter(typeof(OutsideNeedText))]
internal sealed record OutsideNeed(string ProductType, OutsideTrade Trade, IReadOnlyList<string> Cities)
{
    /// <param name="city">Null where the place is not known: only what is needed everywhere is asked for.</param>
    public bool IsFor(string? productType, string? city) => productType == ProductType && (Cities.Count == 0 || (city is not null && Cities.Contains(city)));
}

/// <summary>Written as people type it in Settings: type, trade and the codes of the cities, e.g. <c>gas_storage gas 320500 330100</c>.</summary>
internal sealed class OutsideNeedText : JsonConverter<OutsideNeed>
{
    public override OutsideNeed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var words = (reader.GetString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !ProductTypes.Codes.Contains(words[0]) || !Code.All<OutsideTrade>().Contains(words[1]) || !words[2..].All(Cities.IsCity)) throw new JsonException();
        return new OutsideNeed(words[0], Code.Parse<OutsideTrade>(words[1]), [.. words[2..].Select(w => Regions.CityOf(w)!)]);
    }

    public override void Write(Utf8JsonWriter writer, OutsideNeed value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Join(' ', [value.ProductType, Code.Of(value.Trade), .. value.Cities.Select(Cities.CodeOf)]));
}

/// <summary>Cities as people type and read them.</summary>
internal static class Cities
{
    public static bool IsCity(string code) => Regions.CityOf(code) is not null;

    /// <summary>The city's own division code.</summary>
    public static string CodeOf(string city) => city.PadRight(6, '0');

    public static string? NameOf(string city) => Regions.NameOf(CodeOf(city));

    /// <summary>As <see cref="Read"/> reads them.</summary>
    /// <param name="cities">Apart by spaces, as they are kept.</param>
    public static string Write(string cities) => string.Join(' ', cities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CodeOf));

    /// <summary>The cities of division codes that were typed, one or more signs apart.</summary>
    /// <exception cref="RuleViolation">One of them is no city.</exception>
    public static IReadOnlyList<string> Read(string? typed)
    {
        var codes = (typed ?? "").Split([' ', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codes.FirstOrDefault(c => !IsCity(c)) is { } wrong) throw new RuleViolation("Certificates.NoCity", wrong) { Field = "Input.Cities" };
        return [.. codes.Select(c => Regions.CityOf(c)!).Distinct()];
    }
}
