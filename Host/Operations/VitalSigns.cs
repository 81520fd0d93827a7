using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Reporting.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

internal enum VitalState { Good, Watch, Bad }

/// <summary>How the installation is, in figures, at one instant.</summary>
/// <param name="At">UTC.</param>
/// <param name="Year">The company's local year.</param>
/// <param name="WarehouseAsOf">UTC; null before the first load.</param>
/// <param name="LastGoodBackup">The moment of the newest backup that was read back whole, UTC.</param>
/// <param name="Parked">Events that wait for a person.</param>
/// <param name="FailedJobs">Jobs whose newest finished run failed.</param>
internal sealed record Vitals(DateTime At, int Year, int Month, string SchemaStamp, long DatabaseBytes, long FreeBytes, bool IsReadOnly, DateTime? WarehouseAsOf, bool CalendarThisYear, bool CalendarNextYear,
    DateTime? LastGoodBackup, int Parked, IReadOnlyList<string> FailedJobs)
{
    public static readonly TimeSpan BackupAge = TimeSpan.FromHours(48);
    static readonly TimeSpan WarehouseAge = TimeSpan.FromMinutes(15);
    const long LeastFree = 500_000_000, LittleFree = 2_000_000_000;

    /// <summary>Red when older than two days: a day off is forgiven, a broken backup is not.</summary>
    public VitalState Backup => At - LastGoodBackup <= BackupAge ? VitalState.Good : VitalState.Bad;

    /// <summary>A backup needs room for two copies of the data.</summary>
    public VitalState Disk => IsReadOnly || FreeBytes < LeastFree ? VitalState.Bad : FreeBytes < Math.Max(LittleFree, 3 * DatabaseBytes) ? VitalState.Watch : VitalState.Good;

    /// <summary>It is loaded every two minutes.</summary>
    public VitalState Warehouse => At - WarehouseAsOf <= WarehouseAge ? VitalState.Good : VitalState.Watch;

    /// <summary>The State Council publishes the days of the coming year in November; from December on they should be here.</summary>
    public VitalState Calendar => !CalendarThisYear ? VitalState.Bad : !CalendarNextYear && Month == 12 ? VitalState.Watch : VitalState.Good;

    public VitalState Messages => Parked > 0 ? VitalState.Bad : VitalState.Good;
    public VitalState Jobs => FailedJobs.Count > 0 ? VitalState.Bad : VitalState.Good;
}

/// <summary>Takes the figures.</summary>
internal sealed class VitalSigns(HostDbContext db, DatabaseOptions database, DataFolder folder, DatabaseUpgrade upgrade, ICompany company, IWarehouseFreshness warehouse,
    BackupShelf shelf, DiskSpace disk, ParkedMessages parked, JobLedger ledger, TimeProvider time)
{
    public async Task<Vitals> ReadAsync(CancellationToken ct)
    {
        var now = time.Now();
        var (today, calendar) = (company.LocalDay(now), company.CalendarAt(now));
        return new Vitals(now, today.Year, today.Month, upgrade.SchemaStamp, await DatabaseBytesAsync(ct), disk.Free, disk.IsLow, await warehouse.AsOfAsync(ct),
            calendar.HasDataFor(today.Year), calendar.HasDataFor(today.Year + 1), shelf.LastGood(), await parked.CountAsync(ct), await FailedJobsAsync(ct));
    }

    async Task<long> DatabaseBytesAsync(CancellationToken ct)
    {
        if (database.Provider == DatabaseProvider.Postgres) return (await db.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").ToListAsync(ct))[0];
        return new[] { folder.Database, folder.Database + "-wal" }.Select(f => new FileInfo(f)).Where(f => f.Exists).Sum(f => f.Length);
    }

    async Task<IReadOnlyList<string>> FailedJobsAsync(CancellationToken ct)
    {
        List<string> failed = [];
        foreach (var job in ledger.Jobs)
            if (await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name && r.FinishedAt != null).OrderByDescending(r => r.Slot).Select(r => r.Error).FirstOrDefaultAsync(ct) is not null) failed.Add(job.Name);
        return failed;
    }
}
