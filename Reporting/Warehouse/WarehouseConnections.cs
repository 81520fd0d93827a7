using System.Data.Common;
using DuckDB.NET.Data;
using Npgsql;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Statements on a connection to the warehouse. Questions are spoken by both engines; what differs (types, rows in bulk, kinds of values) is told apart here.</summary>
internal static class WarehouseConnections
{
    public static void Execute(this DbConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        command.ExecuteNonQuery();
    }

    public static T Scalar<T>(this DbConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Rows of a question, each read by <paramref name="row"/>.</summary>
    public static List<T> Rows<T>(this DbConnection connection, string sql, IEnumerable<object?> values, Func<DbDataReader, T> row)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Makes a table or view from its declaration, which names types as DuckDB does.</summary>
    public static void Declare(this DbConnection connection, string declaration) =>
        connection.Execute(connection is NpgsqlConnection ? PostgresWarehouse.Spoken(declaration) : declaration);

    /// <summary>Many rows into one table, in the order of its columns.</summary>
    /// <param name="temporary">The table lives with the connection.</param>
    public static BulkRows Append(this DbConnection connection, string table, bool temporary = false) => connection switch
    {
        NpgsqlConnection postgres => new PostgresRows(postgres, table),
        DuckDBConnection duck => new DuckRows(temporary ? duck.CreateAppender("temp", "main", table) : duck.CreateAppender(table)),
        _ => throw new ArgumentException($"No engine of the warehouse: {connection.GetType()}.", nameof(connection)),
    };

    static DbCommand Command(this DbConnection connection, string sql, IEnumerable<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value switch
            {
                null => DBNull.Value,
                DateTime instant when command is NpgsqlCommand => DateTime.SpecifyKind(instant, DateTimeKind.Unspecified), // every instant is UTC, and no server is to shift it
                _ => value,
            };
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public static string? Text(this DbDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
    public static double? Real(this DbDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetDouble(i);
    public static DateTime? Instant(this DbDataReader reader, int i) => reader.IsDBNull(i) ? null : DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc);
    public static DateOnly? Day(this DbDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetFieldValue<DateOnly>(i);
}

/// <summary>Rows on their way into one table: values in the order of its columns, then the end of the row; <see cref="Complete"/> when all are in, or none is.</summary>
internal abstract class BulkRows : IDisposable
{
    public abstract BulkRows Add(string? text);
    public abstract BulkRows Add(int? whole);
    public abstract BulkRows Add(long? whole);
    public abstract BulkRows Add(double? real);
    public abstract BulkRows Add(bool? flag);
    /// <summary>An instant, UTC.</summary>
    public abstract BulkRows Add(DateTime? instant);
    public abstract BulkRows Add(DateOnly? day);
    public abstract void EndRow();
    public abstract void Complete();
    public abstract void Dispose();
}

internal sealed class DuckRows(DuckDBAppender appender) : BulkRows
{
    IDuckDBAppenderRow? _row;

    IDuckDBAppenderRow Row => _row ??= appender.CreateRow();

    public override BulkRows Add(string? text) => Added(Row.AppendValue(text));
    public override BulkRows Add(int? whole) => Added(Row.AppendValue(whole));
    public override BulkRows Add(long? whole) => Added(Row.AppendValue(whole));
    public override BulkRows Add(double? real) => Added(Row.AppendValue(real));
    public override BulkRows Add(bool? flag) => Added(Row.AppendValue(flag));
    public override BulkRows Add(DateTime? instant) => Added(Row.AppendValue(instant));
    public override BulkRows Add(DateOnly? day) => Added(Row.AppendValue(day));

    DuckRows Added(IDuckDBAppenderRow row)
    {
        _row = row;
        return this;
    }

    public override void EndRow()
    {
        Row.EndRow();
        _row = null;
    }

    public override void Complete() => appender.Close();

    public override void Dispose() => appender.Dispose();
}

internal sealed class PostgresRows(NpgsqlConnection connection, string table) : BulkRows
{
    readonly NpgsqlBinaryImporter _copy = connection.BeginBinaryImport($"COPY {table} FROM STDIN (FORMAT BINARY)");
    bool _begun;

    public override BulkRows Add(string? text) => text is null ? Nothing() : Value(text);
    public override BulkRows Add(int? whole) => whole is { } value ? Value(value) : Nothing();
    public override BulkRows Add(long? whole) => whole is { } value ? Value(value) : Nothing();
    public override BulkRows Add(double? real) => real is { } value ? Value(value) : Nothing();
    public override BulkRows Add(bool? flag) => flag is { } value ? Value(value) : Nothing();
    public override BulkRows Add(DateTime? instant) => instant is { } value ? Value(DateTime.SpecifyKind(value, DateTimeKind.Unspecified)) : Nothing();
    public override BulkRows Add(DateOnly? day) => day is { } value ? Value(value) : Nothing();

    PostgresRows Value<T>(T value)
    {
        Begin();
        _copy.Write(value);
        return this;
    }

    PostgresRows Nothing()
    {
        Begin();
        _copy.WriteNull();
        return this;
    }

    void Begin()
    {
        if (!_begun) _copy.StartRow();
        _begun = true;
    }

    public override void EndRow() => _begun = false;

    public override void Complete() => _copy.Complete();

    public override void Dispose() => _copy.Dispose();
}
