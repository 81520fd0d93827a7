using System.Text.Json;
using System.Text.Json.Serialization;

namespace AfterSales.Kernel.Import;

/// <summary>How a foreign table is read: which column is which, what its values mean, how its times are written.</summary>
public sealed record ImportMap
{
    /// <summary>Foreign header to one or several of our columns.</summary>
    [JsonConverter(typeof(OneOrMany))]
    public Dictionary<string, string[]> Columns { get; init; } = [];
    /// <summary>Per column: foreign cell to ours; <c>*</c> is the rest.</summary>
    public Dictionary<string, Dictionary<string, string>> Values { get; init; } = [];
    /// <summary>Accepted formats of times; none: ISO 8601.</summary>
    public string[] Dates { get; init; } = [];
    public string? TimeZone { get; init; }
    public Dictionary<string, string> Constants { get; init; } = [];
    /// <summary>What to do with technicians, models and fault codes that nobody knows: create (default) or reject.</summary>
    public string Unknown { get; init; } = "create";
    public string? Delimiter { get; init; }
    public string? Encoding { get; init; }
    /// <summary>Texts that mean an empty cell.</summary>
    public string[] Missing { get; init; } = [];

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, RespectNullableAnnotations = true,
    };

    /// <exception cref="RuleViolation">The map cannot be read; the sentence says where.</exception>
    public static ImportMap Parse(string json)
    {
        try
        {
            var map = JsonSerializer.Deserialize<ImportMap>(json, Json) ?? new ImportMap();
            if (map.Values.FirstOrDefault(v => v.Value is null || v.Value.Values.Any(one => one is null)).Key is { } nothing) throw new JsonException($"values.{nothing} names nothing.");
            if (map.Dates.Concat(map.Missing).Concat(map.Constants.Values).Any(text => text is null)) throw new JsonException("dates, missing and constants are texts.");
            if (map.Unknown is not ("create" or "reject")) throw new RuleViolation("Import.Map.Unknown", map.Unknown);
            if (map.TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(map.TimeZone, out _)) throw new RuleViolation("Import.Map.TimeZone", map.TimeZone);
            return map;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new RuleViolation("Import.Map.Unreadable", wrong.Message);
        }
    }

    sealed class OneOrMany : JsonConverter<Dictionary<string, string[]>>
    {
        public override Dictionary<string, string[]> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader, options)!.ToDictionary(p => p.Key, p => p.Value.ValueKind switch
            {
                JsonValueKind.String => [p.Value.GetString()!],
                JsonValueKind.Array => p.Value.EnumerateArray().Select(v => v.GetString() ?? throw new JsonException($"columns.{p.Key} names nothing.")).ToArray(),
                _ => throw new JsonException($"columns.{p.Key} must be a column name or a list of them."),
            });

        public override void Write(Utf8JsonWriter writer, Dictionary<string, string[]> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
    }
}
