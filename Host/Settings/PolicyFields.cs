using System.Text.Json;
using System.Text.Json.Nodes;
using AfterSales.Kernel;
using AfterSales.Kernel.Policies;

namespace AfterSales.Host.Settings;

/// <param name="Name">Property of the policy record; its label is the text <c>Policy.{key}.{Name}</c>.</param>
/// <param name="Value">As typed: a number, a period such as 24h, true or false, or a JSON list.</param>
internal sealed record PolicyField(string Name, string Value, bool IsList, bool IsSwitch);

internal sealed record PolicyChange(string Name, string Before, string After);

/// <summary>A policy document as form fields, so that every policy of every module is edited by one page.</summary>
internal static class PolicyFields
{
    public static IReadOnlyList<PolicyField> Of(PolicyDefinition definition, object value) =>
        [.. Document(definition, value).Select(p => new PolicyField(p.Key, Text(p.Value), p.Value is JsonArray, p.Value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False))];

    public static IReadOnlyList<PolicyChange> Changes(PolicyDefinition definition, object before, object after) =>
        [.. Of(definition, before).Zip(Of(definition, after)).Where(p => p.First.Value != p.Second.Value).Select(p => new PolicyChange(p.First.Name, p.First.Value, p.Second.Value))];

    /// <exception cref="RuleViolation">A field cannot be read; names the field.</exception>
    public static object Read(PolicyDefinition definition, object current, IReadOnlyDictionary<string, string?> typed)
    {
        var document = Document(definition, current);
        foreach (var field in Of(definition, current))
        {
            if (!typed.TryGetValue(field.Name, out var text)) continue;
            document[field.Name] = Node(document[field.Name], text ?? "", "Policy." + definition.Key + "." + field.Name);
        }
        try
        {
            return definition.Read(document.ToJsonString());
        }
        catch (JsonException wrong)
        {
            throw new RuleViolation("Settings.Policies.BadValue", "Policy." + definition.Key + "." + (wrong.Path?.TrimStart('$', '.') ?? ""));
        }
    }

    static JsonObject Document(PolicyDefinition definition, object value) => JsonNode.Parse(definition.Write(value))!.AsObject();

    static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list when list.All(i => i?.GetValueKind() == JsonValueKind.String) => string.Join(", ", list.Select(i => i!.GetValue<string>())),
        JsonArray list => list.ToJsonString(),
        _ => node.ToString(),
    };

    static JsonNode? Node(JsonNode? like, string text, string label)
    {
        try
        {
            return like switch
            {
                JsonArray list when list.All(i => i?.GetValueKind() == JsonValueKind.String) => new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(i => (JsonNode)i)]),
                JsonArray => JsonNode.Parse(text),
                null => JsonNode.Parse(text.Length == 0 ? "null" : text),
                _ => like.GetValueKind() switch
                {
                    JsonValueKind.String => JsonValue.Create(text.Trim()),
                    JsonValueKind.True or JsonValueKind.False => JsonValue.Create(bool.Parse(text)),
                    _ => JsonNode.Parse(text),
                },
            };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw new RuleViolation("Settings.Policies.BadValue", label);
        }
    }
}
