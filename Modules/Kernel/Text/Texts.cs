using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace AfterSales.Kernel.Text;

/// <summary>
/// Every sentence the product shows, in both languages, by key. Keys begin with the capability folder and are unique across modules, so one
/// lookup serves pages, rules, the command line and messages.
/// </summary>
public sealed class Texts
{
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    readonly FrozenDictionary<string, string> _zh;
    readonly FrozenDictionary<string, string> _en;

    /// <exception cref="InvalidOperationException">Two modules use the same key.</exception>
    public Texts(IEnumerable<ResourceManager> resources)
    {
        Dictionary<string, string> zh = [], en = [];
        foreach (var resource in resources)
        {
            Read(resource, CultureInfo.InvariantCulture, en);
            Read(resource, Chinese, zh);
        }
        (_zh, _en) = (zh.ToFrozenDictionary(), en.ToFrozenDictionary());
    }

    static void Read(ResourceManager resource, CultureInfo culture, Dictionary<string, string> into)
    {
        var set = resource.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new InvalidOperationException($"{resource.BaseName} has no text for '{culture.Name}'.");
        foreach (DictionaryEntry entry in set)
            if (!into.TryAdd((string)entry.Key, (string)entry.Value!))
                throw new InvalidOperationException($"Text key {entry.Key} of {resource.BaseName} exists in another module.");
    }

    /// <summary>The sentence in the current UI language; a missing key shows as itself, so that it is seen and mended.</summary>
    public string this[string key] => Of(key, CultureInfo.CurrentUICulture);

    public string this[string key, params object?[] args] => Of(key, CultureInfo.CurrentUICulture, args);

    public string Of(string key, CultureInfo culture, params object?[] args)
    {
        var table = culture.Name.StartsWith("en", StringComparison.Ordinal) ? _en : _zh;
        if (table.GetValueOrDefault(key) is not { } text) return key; // whatever braces it has, it is no pattern
        return args.Length == 0 ? text : string.Format(culture, text, args);
    }

    public bool Has(string key) => _zh.ContainsKey(key);

    /// <summary>Label of an enum member: key <c>EnumName.Member</c>.</summary>
    public string Of<T>(T member) where T : struct, Enum => this[$"{typeof(T).Name}.{member}"];

    public string Of(RuleViolation violation) => this[violation.Key, [.. violation.Args.Select(Shown)]];

    /// <summary>A sentence that was kept as key and values, in the reader's language; values that are text keys themselves are translated.</summary>
    public string OfKept(string key, IEnumerable<string> args) => this[key, [.. args.Select(Shown)]];

    /// <summary>An argument that is itself a text key or an enum member is shown in the reader's language.</summary>
    object? Shown(object? arg) => arg switch
    {
        Enum member => this[$"{member.GetType().Name}.{member}"],
        string key when Has(key) => this[key],
        _ => arg,
    };
}
