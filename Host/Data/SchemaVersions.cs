using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AfterSales.Host.Data;

/// <param name="Schema">Schema of the module.</param>
/// <param name="Sqlite">Newest migration for SQLite that this executable carries.</param>
/// <param name="Postgres">The same step for PostgreSQL; it bears another time.</param>
internal sealed record SchemaVersion(string Schema, string Sqlite, string Postgres);

/// <summary>Which database schema this executable works with; read from its own assemblies, so no data folder is needed.</summary>
internal static class SchemaVersions
{
    public static IReadOnlyList<SchemaVersion> Of(IEnumerable<IModule> modules) =>
        [.. modules.Select(m => new SchemaVersion(m.Name.ToLowerInvariant(), Newest(m, "Sqlite"), Newest(m, "Postgres"))).Where(v => v.Sqlite.Length > 0).OrderBy(v => v.Schema, StringComparer.Ordinal)];

    static string Newest(IModule module, string provider) => module.Assembly.GetTypes()
        .Where(t => Of<DbContextAttribute>(t)?.ContextType.Name.StartsWith(provider, StringComparison.Ordinal) == true)
        .Select(t => Of<MigrationAttribute>(t)?.Id).OfType<string>().Order(StringComparer.Ordinal).LastOrDefault() ?? "";

    static T? Of<T>(Type type) where T : Attribute => (T?)Attribute.GetCustomAttribute(type, typeof(T), inherit: false);
}
