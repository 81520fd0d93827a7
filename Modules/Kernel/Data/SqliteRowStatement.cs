using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace AfterSales.Kernel.Data;

/// <summary>
/// The insert as SQLite's own prepared statement. A command finds each parameter by comparing names and makes a reader for each row: with ninety
/// columns that took five times as long as the insert. Values are written as Microsoft.Data.Sqlite writes them (a test compares the two).
/// </summary>
sealed class SqliteRowStatement : IRowStatement
{
    readonly sqlite3 _database;
    readonly sqlite3_stmt _insert;
    readonly bool[] _holdsNull;

    public SqliteRowStatement(ModuleDbContext db, StoreObjectIdentifier table, IReadOnlyList<IProperty> columns)
    {
        _database = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        _holdsNull = [.. columns.Select(_ => true)];
        Check(raw.sqlite3_prepare_v3(_database, IRowStatement.Insert(db, table, columns, _ => "?"), raw.SQLITE_PREPARE_PERSISTENT, out _insert));
    }

    public void Bind(int column, object? value)
    {
        if (value is null && _holdsNull[column]) return; // bindings stay from row to row
        _holdsNull[column] = value is null;
        var place = column + 1;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_insert, place),
            string text => raw.sqlite3_bind_text(_insert, place, text),
            long number => raw.sqlite3_bind_int64(_insert, place, number),
            int number => raw.sqlite3_bind_int64(_insert, place, number),
            bool yes => raw.sqlite3_bind_int64(_insert, place, yes ? 1 : 0),
            double number => raw.sqlite3_bind_double(_insert, place, number),
            byte[] bytes => raw.sqlite3_bind_blob(_insert, place, bytes),
            DateTime instant => Text(place, instant, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF"),
            DateOnly day => Text(place, day, @"yyyy\-MM\-dd"),
            decimal number => Text(place, number, "0.0###########################"),
            _ => throw new NotSupportedException($"A column holds {value.GetType()}; say here how SQLite stores it."),
        });
    }

    int Text(int place, IUtf8SpanFormattable value, string format)
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_insert, place, text[..length]);
    }

    public ValueTask<long> InsertAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var result = raw.sqlite3_step(_insert);
        raw.sqlite3_reset(_insert);
        Check(result);
        return ValueTask.FromResult(raw.sqlite3_last_insert_rowid(_database));
    }

    void Check(int result)
    {
        if (result is not raw.SQLITE_OK and not raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, _database);
    }

    public ValueTask DisposeAsync()
    {
        _insert.Dispose();
        return ValueTask.CompletedTask;
    }
}
