using System.Data;
using System.Xml.Linq;
using AfterSales.Host.Data;
using AfterSales.Kernel.Composition;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Hosts;

/// <summary>One key of data protection, as all hosts on a PostgreSQL share it. Empty on SQLite, where keys lie in the data folder.</summary>
internal sealed class DataProtectionKey
{
    public long Id { get; private set; }
    /// <summary>Name of the key, <c>key-…</c> or <c>revocation-…</c>.</summary>
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeyMap : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.HasIndex(k => k.Name).IsUnique();
    }
}

/// <summary>
/// Keys that sign and encrypt cookies, forms and kept secrets, in the database that all hosts share: a session begun on one goes on at the other. Keys of
/// this host's data folder, from the time when it was alone, are taken over once.
/// </summary>
internal sealed class SharedKeys(IServiceScopeFactory scopes, DataFolder folder) : IXmlRepository
{
    readonly Lock _taking = new();
    bool _taken;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        lock (_taking)
        {
            if (!_taken) TakeOver(db);
            _taken = true;
        }
        return [.. db.Set<DataProtectionKey>().AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        Insert(scope.ServiceProvider.GetRequiredService<HostDbContext>(), friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }

    void TakeOver(HostDbContext db)
    {
        foreach (var file in Directory.EnumerateFiles(folder.Keys, "*.xml").Order(StringComparer.Ordinal)) Insert(db, Path.GetFileNameWithoutExtension(file), XElement.Load(file).ToString(SaveOptions.DisableFormatting));
    }

    static void Insert(HostDbContext db, string name, string xml) =>
        db.Database.ExecuteSql($"INSERT INTO host.data_protection_keys (name, xml) VALUES ({name}, {xml}) ON CONFLICT (name) DO NOTHING");
}
