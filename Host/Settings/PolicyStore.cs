using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Settings;

/// <summary>Every version of every policy, in memory; the database is asked at start and after a change.</summary>
internal sealed class PolicyStore : IPolicies, IKeptInMemory
{
    readonly Dictionary<Type, PolicyDefinition> _definitions;
    readonly IServiceScopeFactory _scopes;
    readonly Kept<IReadOnlyDictionary<string, IReadOnlyList<Entry>>> _versions;

    public PolicyStore(IEnumerable<IModule> modules, IServiceScopeFactory scopes)
    {
        (_definitions, _scopes) = (modules.SelectMany(m => m.Policies).ToDictionary(p => p.Type), scopes);
        _versions = new(Load);
    }

    internal sealed record Entry(int Version, DateTime EffectiveFrom, object Value, string By, DateTime At);

    public IReadOnlyCollection<PolicyDefinition> Definitions => _definitions.Values;

    public PolicyVersion<T> At<T>(DateTime utc) where T : class, new() => Typed<T>(VersionsOf(typeof(T)).Last(v => v.EffectiveFrom <= utc));

    public PolicyVersion<T> Version<T>(int version) where T : class, new() => Typed<T>(VersionsOf(typeof(T)).Single(v => v.Version == version));

    /// <summary>All versions, standard first, in the order in which they take effect.</summary>
    public IReadOnlyList<Entry> VersionsOf(Type policy)
    {
        var definition = _definitions[policy];
        return _versions.Value[definition.Key];
    }

    public IReadOnlyCollection<string> Tables => ["host.policy_versions"];

    public void Forget() => _versions.Forget();

    /// <summary>Adds a version. It may not take effect in the past: what already started keeps the policy it started under.</summary>
    public async Task AddAsync(HostDbContext db, string key, object value, DateTime effectiveFrom, Actor who, DateTime now, CancellationToken ct)
    {
        var definition = Definitions.Single(d => d.Key == key);
        if (effectiveFrom < now) throw new RuleViolation("Settings.Policies.NotInThePast") { Field = "EffectiveFrom" };
        var last = VersionsOf(definition.Type).Max(v => v.Version);
        if (VersionsOf(definition.Type).Any(v => v.EffectiveFrom == effectiveFrom && v.Version > 0)) throw new RuleViolation("Settings.Policies.SameStart") { Field = "EffectiveFrom" };
        db.Add(new PolicyVersionRow { Key = key, Version = last + 1, EffectiveFrom = effectiveFrom, Json = definition.Write(value), By = who.Name, At = now });
        await db.SaveChangesAsync(ct);
        Forget();
    }

    static PolicyVersion<T> Typed<T>(Entry entry) where T : class, new() => new(entry.Version, entry.EffectiveFrom, (T)entry.Value);

    Dictionary<string, IReadOnlyList<Entry>> Load()
    {
        using var scope = _scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<HostDbContext>().Set<PolicyVersionRow>().AsNoTracking().ToList().ToLookup(r => r.Key);
        return _definitions.Values.ToDictionary(d => d.Key, d => (IReadOnlyList<Entry>)
        [
            new Entry(0, DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), d.Standard, "", default),
            .. rows[d.Key].Select(r => new Entry(r.Version, r.EffectiveFrom, d.Read(r.Json), r.By, r.At)).OrderBy(e => e.EffectiveFrom).ThenBy(e => e.Version),
        ]);
    }
}
