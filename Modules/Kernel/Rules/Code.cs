using System.Collections.Concurrent;
using System.Text;

namespace AfterSales.Kernel;

/// <summary>
/// Stable snake_case codes of enum members (<c>OrderKind.TechnicalSupport</c> is <c>technical_support</c>): the one form in which
/// they are stored, imported, exported and given in URLs. Labels in the user's language are text with the key <c>Enum.Member</c>.
/// </summary>
public static class Code
{
    static readonly ConcurrentDictionary<Type, (Dictionary<object, string> ToCode, Dictionary<string, object> FromCode)> Maps = new();

    public static string Of<T>(T value) where T : struct, Enum => MapOf(typeof(T)).ToCode[value];

    /// <summary>Null for what is not known.</summary>
    public static string? Of<T>(T? value) where T : struct, Enum => value is { } known ? Of(known) : null;

    public static bool TryParse<T>(string? code, out T value) where T : struct, Enum
    {
        var found = MapOf(typeof(T)).FromCode.TryGetValue(code?.Trim() ?? "", out var boxed);
        value = found ? (T)boxed! : default;
        return found;
    }

    /// <exception cref="FormatException">The code is not one of the enum's.</exception>
    public static T Parse<T>(string code) where T : struct, Enum =>
        TryParse<T>(code, out var value) ? value : throw new FormatException($"'{code}' is not a {Snake(typeof(T).Name)}.");

    public static IReadOnlyCollection<string> All<T>() where T : struct, Enum => MapOf(typeof(T)).FromCode.Keys;

    /// <summary>PascalCase to snake_case; also names database columns.</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    static (Dictionary<object, string> ToCode, Dictionary<string, object> FromCode) MapOf(Type type) => Maps.GetOrAdd(type, static t =>
    {
        var values = Enum.GetValues(t).Cast<object>().ToList();
        return (values.ToDictionary(v => v, v => Snake(v.ToString()!)), values.ToDictionary(v => Snake(v.ToString()!), v => v));
    });
}
