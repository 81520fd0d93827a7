using System.Text.Json;

namespace AfterSales.Kernel.Policies;

/// <summary>
/// Everything in the contract's rules that has a number: data with an effective date, never a constant. A record keeps the version under
/// which it started, so editing a policy never changes history.
/// </summary>
/// <typeparam name="T">A record whose default instance is the standard policy, in force from the beginning of time.</typeparam>
/// <param name="Version">0 is the standard; later ones count up.</param>
/// <param name="EffectiveFrom">First instant (UTC) at which it applies.</param>
public sealed record PolicyVersion<T>(int Version, DateTime EffectiveFrom, T Value) where T : class, new();

/// <summary>A policy as Settings knows it: key, type, and how its document is read.</summary>
public sealed record PolicyDefinition(string Key, Type Type, object Standard)
{
    public static PolicyDefinition Of<T>(string key) where T : class, new() => new(key, typeof(T), new T());
    public object Read(string json) => JsonSerializer.Deserialize(json, Type, Json)!;
    public string Write(object value) => JsonSerializer.Serialize(value, Type, Json);

    static readonly JsonSerializerOptions Json = new() { WriteIndented = true };
}

/// <summary>All policy versions, in memory: asked for by every clock.</summary>
public interface IPolicies
{
    /// <summary>The version in force for something that begins at <paramref name="utc"/>.</summary>
    PolicyVersion<T> At<T>(DateTime utc) where T : class, new();
    /// <summary>A version that a record kept.</summary>
    PolicyVersion<T> Version<T>(int version) where T : class, new();
}
