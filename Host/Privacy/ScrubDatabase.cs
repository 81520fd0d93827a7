using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Privacy;

/// <summary>
/// The night after an erasure: a SQLite file keeps what stood in pages that are free now, and its log what was written before. The file is written anew and
/// the log emptied. PostgreSQL reuses its pages by itself.
/// </summary>
internal sealed class ScrubDatabase(HostDbContext db, ErasePeople people, DatabaseOptions database, WriteGate gate, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("host.scrub", typeof(ScrubDatabase), "0 50 3 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        await people.ApplyAsync([], ct); // one that a start could not finish
        var due = await db.Set<Erasure>().Where(e => e.ScrubbedAt == null && e.DoneAt != null).ToListAsync(ct);
        if (due.Count == 0) return new JobOutcome(0);
        if (database.Provider == DatabaseProvider.Sqlite && !await RewriteAsync(ct)) return new JobOutcome(0, "busy"); // somebody reads: tomorrow again
        foreach (var erasure in due) erasure.Scrubbed(time.Now());
        await db.SaveChangesAsync(ct);
        return new JobOutcome(due.Count);
    }

    async Task<bool> RewriteAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(fromReserve: false, ct);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0; // as long as the file is large
        command.CommandText = "PRAGMA busy_timeout = 10000; VACUUM";
        await command.ExecuteNonQueryAsync(ct);
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(ct) is 0L; // 1: somebody still reads from the log
    }
}
