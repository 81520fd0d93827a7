using Microsoft.Data.Sqlite;

namespace AfterSales.Benchmarks.Service;

/// <summary>Durable commits a second that SQLite alone reaches here: one row updated per transaction, synchronous FULL. What a state change through HTTP is held against.</summary>
internal static class RawCommits
{
    public static double PerSecond(string file, TimeSpan duration)
    {
        using var connection = Open(file);
        using var update = Update(connection);
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var commits = 0;
        for (; System.Diagnostics.Stopwatch.GetElapsedTime(began) < duration; commits++)
        {
            using var transaction = connection.BeginTransaction();
            update.Parameters[0].Value = commits * 7919 % 10000 + 1;
            update.Transaction = transaction;
            update.ExecuteNonQuery();
            transaction.Commit();
        }
        return commits / System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>A new database with ten thousand rows to update.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL, text TEXT NOT NULL);");
        Execute(connection, "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 10000) INSERT INTO t SELECT x, 0, hex(randomblob(100)) FROM c;");
        return connection;
    }

    /// <summary>Updates the row that its parameter names.</summary>
    public static SqliteCommand Update(SqliteConnection connection)
    {
        var update = connection.CreateCommand();
        update.CommandText = "UPDATE t SET n = n + 1 WHERE id = $id";
        update.Parameters.Add("$id", SqliteType.Integer);
        return update;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
