using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AfterSales.Kernel;

namespace AfterSales.Host.Integrations;

/// <summary>Fields of a body that no operation would take.</summary>
internal sealed class BadFields(IReadOnlyList<(string Pointer, RuleViolation Why)> fields) : Exception("Fields are wrong.")
{
    public IReadOnlyList<(string Pointer, RuleViolation Why)> Fields { get; } = fields;
}

/// <summary>How bodies are written and read: camelCase, enums as their codes, nothing that nobody knows, nothing twice.</summary>
internal static class ApiBody
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // a misspelt field is an error, not a wish that nobody hears
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // never inside a page
        options.Converters.Add(new JsonStringEnumConverter(new CodeNames(), allowIntegerValues: false));
        return options;
    }

    sealed class CodeNames : JsonNamingPolicy
    {
        public override string ConvertName(string name) => Code.Snake(name);
    }

    /// <summary>Looks at the attributes of every body before the operation sees it.</summary>
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        List<(string, RuleViolation)> wrong = [];
        foreach (var body in call.Arguments.OfType<Kernel.Api.IApiBody>()) Look(body, "", wrong);
        return wrong.Count == 0 ? await next(call) : throw new BadFields(wrong);
    }

    static void Look(Kernel.Api.IApiBody body, string at, List<(string, RuleViolation)> wrong)
    {
        foreach (var property in body.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (pointer, value) = ($"{at}/{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}", property.GetValue(body));
            if (property.IsDefined(typeof(RequiredAttribute)) && value is null or "") wrong.Add((pointer, new RuleViolation("Shell.ValueMissing")));
            if (property.GetCustomAttribute<MaxLengthAttribute>() is { Length: var most } && value is string { Length: var length } && length > most) wrong.Add((pointer, new RuleViolation("Api.TooLong", most)));
            if (value is Kernel.Api.IApiBody part) Look(part, pointer, wrong);
            if (value is IEnumerable<Kernel.Api.IApiBody> parts)
                foreach (var (i, each) in parts.Index()) Look(each, $"{pointer}/{i}", wrong);
        }
    }

    /// <summary>Rules name the field of the form: <c>Input.Phone</c> is <c>/phone</c>.</summary>
    public static string? Pointer(string? field) => field is null ? null : "/" + JsonNamingPolicy.CamelCase.ConvertName(field[(field.LastIndexOf('.') + 1)..]);

    /// <summary><c>$.phones[0].number</c> is <c>/phones/0/number</c>.</summary>
    public static string PointerOfPath(string? path) => (path ?? "$").TrimStart('$').Replace("['", "/", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).Replace('[', '/').Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
