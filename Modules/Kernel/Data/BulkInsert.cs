using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AfterSales.Kernel.Data;

/// <summary>
/// Stores many new aggregates with their child rows, one prepared statement per table and nothing tracked: many times as fast as saving
/// tracked entities, and through the same mappings, so the rows are the same. Ids are given back to the objects.
/// </summary>
sealed class BulkInsert(ModuleDbContext db) : IAsyncDisposable
{
    readonly Dictionary<Type, Table> _tables = [];

    public async ValueTask AddAsync(object row, CancellationToken ct)
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
        readonly IRowStatement _insert;
        readonly System.Reflection.FieldInfo _id;
        readonly (IClrPropertyGetter Value, Func<object?, object?>? Convert)[] _columns;

        public IReadOnlyList<Collection> Children { get; }

        public Table(ModuleDbContext db, IEntityType type)
        {
            var store = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            var key = type.FindPrimaryKey()!.Properties.Single();
            var properties = type.GetFlattenedProperties().Where(p => p != key).ToList();
            _id = key.FieldInfo!;
            _columns = [.. properties.Select(p => (p.GetGetter(), p.GetRelationalTypeMapping().Converter?.ConvertToProvider))];
            _insert = db.IsSqlite ? new SqliteRowStatement(db, store, properties) : new CommandRowStatement(db, store, properties, key);
            Children = [.. type.GetNavigations().Where(n => n.IsCollection && !n.IsOnDependent).Select(n => new Collection(n))];
        }

        public async ValueTask<long> InsertAsync(object row, CancellationToken ct)
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                var raw = _columns[i].Value.GetClrValueUsingContainingEntity(row);
                _insert.Bind(i, raw is null || _columns[i].Convert is not { } convert ? raw : convert(raw));
            }
            var id = await _insert.InsertAsync(ct);
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

/// <summary>An insert into one table, prepared once and run for every row.</summary>
interface IRowStatement : IAsyncDisposable
{
    /// <param name="column">Place of the column, from 0.</param>
    /// <param name="value">Value as the provider stores it; null for NULL.</param>
    void Bind(int column, object? value);

    /// <summary>Inserts what is bound; gives the row's id.</summary>
    ValueTask<long> InsertAsync(CancellationToken ct);

    /// <summary>The statement's text, without what it returns.</summary>
    static string Insert(ModuleDbContext db, StoreObjectIdentifier table, IReadOnlyList<IProperty> columns, Func<int, string> parameter)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        return $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.GetColumnName(table)!)))}) VALUES ({string.Join(", ", columns.Select((_, i) => parameter(i)))})";
    }
}

/// <summary>The insert as a command of the provider, with a parameter per column.</summary>
sealed class CommandRowStatement : IRowStatement
{
    readonly DbCommand _insert;

    public CommandRowStatement(ModuleDbContext db, StoreObjectIdentifier table, IReadOnlyList<IProperty> columns, IProperty key)
    {
        _insert = db.Database.GetDbConnection().CreateCommand();
        _insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var (i, column) in columns.Index()) _insert.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(_insert, "@p" + i, null, nullable: true));
        _insert.CommandText = IRowStatement.Insert(db, table, columns, i => "@p" + i) + $" RETURNING {db.GetService<ISqlGenerationHelper>().DelimitIdentifier(key.GetColumnName(table)!)}";
        _insert.Prepare();
    }

    public void Bind(int column, object? value) => _insert.Parameters[column].Value = value ?? DBNull.Value;

    public async ValueTask<long> InsertAsync(CancellationToken ct) => (long)(await _insert.ExecuteScalarAsync(ct))!;

    public ValueTask DisposeAsync() => _insert.DisposeAsync();
}
