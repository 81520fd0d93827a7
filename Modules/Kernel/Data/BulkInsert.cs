using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AfterSales.Kernel.Data;

/// <summary>
/// Stores many new aggregates with their child rows, one prepared statement per table and nothing tracked: several times as fast as saving
/// tracked entities, and through the same mappings, so the rows are the same. Ids are given back to the objects.
/// </summary>
sealed class BulkInsert(ModuleDbContext db) : IAsyncDisposable
{
    readonly Dictionary<Type, Table> _tables = [];

    public async Task AddAsync(object row, CancellationToken ct)
    {
        var table = TableOf(row.GetType());
        var id = await table.InsertAsync(row, ct);
        foreach (var children in table.Children)
            foreach (var child in children.Of(row))
            {
                children.ForeignKey.SetValue(child, id);
                await AddAsync(child, ct);
            }
    }

    Table TableOf(Type type) => _tables.TryGetValue(type, out var there) ? there : _tables[type] = new Table(db, db.Model.FindEntityType(type)!);

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables.Values) await table.DisposeAsync();
    }

    sealed class Table : IAsyncDisposable
    {
        readonly DbCommand _insert;
        readonly System.Reflection.FieldInfo _id;
        readonly (DbParameter Parameter, IClrPropertyGetter Value, Func<object?, object?>? Convert)[] _columns;

        public IReadOnlyList<Collection> Children { get; }

        public Table(ModuleDbContext db, IEntityType type)
        {
            var sql = db.GetService<ISqlGenerationHelper>();
            var (name, schema) = (type.GetTableName()!, type.GetSchema());
            var store = StoreObjectIdentifier.Table(name, schema);
            var key = type.FindPrimaryKey()!.Properties.Single();
            _id = key.FieldInfo!;
            _insert = db.Database.GetDbConnection().CreateCommand();
            _insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var properties = type.GetFlattenedProperties().Where(p => p != key).ToList();
            _columns = [.. properties.Select((p, i) =>
            {
                var mapping = p.GetRelationalTypeMapping();
                var parameter = mapping.CreateParameter(_insert, "@p" + i, null, nullable: true);
                _insert.Parameters.Add(parameter);
                return (parameter, p.GetGetter(), mapping.Converter?.ConvertToProvider);
            })];
            _insert.CommandText = $"INSERT INTO {sql.DelimitIdentifier(name, schema)} ({string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(store)!)))}) "
                + $"VALUES ({string.Join(", ", _columns.Select(c => c.Parameter.ParameterName))}) RETURNING {sql.DelimitIdentifier(key.GetColumnName(store)!)}";
            _insert.Prepare();
            Children = [.. type.GetNavigations().Where(n => n.IsCollection && !n.IsOnDependent).Select(n => new Collection(n))];
        }

        public async Task<long> InsertAsync(object row, CancellationToken ct)
        {
            foreach (var (parameter, value, convert) in _columns)
            {
                var raw = value.GetClrValueUsingContainingEntity(row);
                parameter.Value = raw is null ? DBNull.Value : convert is null ? raw : convert(raw) ?? DBNull.Value;
            }
            var id = (long)(await _insert.ExecuteScalarAsync(ct))!;
            _id.SetValue(row, id);
            return id;
        }

        public ValueTask DisposeAsync() => _insert.DisposeAsync();
    }

    sealed class Collection(INavigation navigation)
    {
        public System.Reflection.FieldInfo ForeignKey { get; } = navigation.ForeignKey.Properties.Single().FieldInfo!;

        public IEnumerable<object> Of(object row) => (IEnumerable<object>?)navigation.GetGetter().GetClrValueUsingContainingEntity(row) ?? [];
    }
}
