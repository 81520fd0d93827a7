using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AfterSales.Kernel.Data;

/// <summary>
/// How every module's model is stored: snake_case names, a real schema or a table prefix, UTC instants, money in whole fen,
/// enums as codes, public ids as big-endian bytes on SQLite (so that they sort by time), a version as concurrency token.
/// </summary>
static class ModelConventions
{
    public static void Apply(ModelBuilder model, string schema, bool sqlite)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            Name(entity, schema, sqlite);
            foreach (var property in entity.GetProperties()) Store(property, sqlite);
            foreach (var part in entity.GetComplexProperties())
                foreach (var property in part.ComplexType.GetProperties())
                {
                    property.SetColumnName($"{Code.Snake(part.Name)}_{Code.Snake(property.Name)}");
                    Store(property, sqlite);
                }
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType)) entity.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
            if (typeof(IInFeed).IsAssignableFrom(entity.ClrType)) model.Entity(entity.ClrType).HasIndex(nameof(IInFeed.Change)).IsUnique();
        }
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}" + (key.IsPrimaryKey() ? "" : "_" + Columns(key.Properties)));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName($"ix_{entity.GetTableName()}_{Columns(index.Properties)}");
            foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName($"fk_{entity.GetTableName()}_{Columns(foreignKey.Properties)}");
        }
    }

    static string Columns(IEnumerable<IReadOnlyProperty> properties) => string.Join('_', properties.Select(p => p.GetColumnName()));

    static void Name(IMutableEntityType entity, string schema, bool sqlite)
    {
        var table = Code.Snake(entity.GetTableName()!);
        if (sqlite) entity.SetTableName(table.StartsWith(schema + "_", StringComparison.Ordinal) ? table : $"{schema}_{table}");
        else
        {
            entity.SetTableName(table);
            entity.SetSchema(schema);
        }
        foreach (var property in entity.GetProperties()) property.SetColumnName(Code.Snake(property.GetColumnName()));
    }

    static void Store(IMutableProperty property, bool sqlite)
    {
        if (property.GetValueConverter() is not null) return;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(DateTime)) property.SetValueConverter(UtcInstant);
        else if (type == typeof(Guid) && sqlite) property.SetValueConverter(BigEndianGuid);
        else if (type.IsEnum)
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumCodeConverter<>).MakeGenericType(type))!);
    }

    static readonly ValueConverter<DateTime, DateTime> UtcInstant =
        new(v => v.Kind == DateTimeKind.Utc ? v : NotUtc(v), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    /// <summary>
    /// Money is not found as a property by itself: this makes it one, in every model. Enums are told beforehand, or a mapping to numbers is made for each
    /// of them first, code compiled for it and thrown away: a tenth of what the start compiles.
    /// </summary>
    public static void FindTypes(ModelConfigurationBuilder conventions, Assembly module)
    {
        conventions.Properties<Money>().HaveConversion<WholeFen>();
        foreach (var type in module.GetTypes().Where(t => t.IsEnum && !t.IsGenericType)) conventions.Properties(type).HaveConversion(typeof(EnumCodeConverter<>).MakeGenericType(type));
    }

    sealed class WholeFen() : ValueConverter<Money, long>(m => m.Fen, fen => new Money(fen));

    static readonly ValueConverter<Guid, byte[]> BigEndianGuid = new(g => g.ToByteArray(true), b => new Guid(b, true));

    static DateTime NotUtc(DateTime value) => throw new InvalidOperationException($"{value:O} is not UTC; convert it with the company's time zone first.");

    sealed class EnumCodeConverter<T>() : ValueConverter<T, string>(v => Code.Of(v), c => Code.Parse<T>(c)) where T : struct, Enum;
}
