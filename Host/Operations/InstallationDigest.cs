using System.Globalization;
using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>What the administrator must know of the installation: messages that could not be delivered, backups that are old, calendar years that are missing.</summary>
internal sealed class InstallationDigest(IServiceProvider scope, IEnumerable<ModuleDatabase> databases, IEnumerable<IModule> modules, DataFolder folder, DatabaseOptions database, ICompany company) : IDigestPart
{
    /// <summary>A backup older than this is said; a day old is normal.</summary>
    const int BackupDays = 2;
    /// <summary>From this month on the next year's calendar is missed: the State Council announces it in November.</summary>
    const int NextYearFromMonth = 12;

    /// <summary>Where the installation is looked after; the start page as long as the menu has no such page.</summary>
    string Page => modules.SelectMany(m => m.Menu).FirstOrDefault(i => i.Path.StartsWith("/Operations", StringComparison.Ordinal))?.Path ?? "/";

    static readonly string[] Owner = [Kernel.Composition.Roles.Administrator];

    public IReadOnlyList<string> Roles => Owner;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct) =>
    [
        new("Operations.Digest.Parked", Owner, HostPermissions.Operations, await ParkedAsync(ct), Page) { IsUrgent = true },
        .. database.Provider == DatabaseProvider.Sqlite ? [Backup(nowUtc)] : Array.Empty<DigestLine>(),
        .. MissingYears(nowUtc).Select(year => new DigestLine("Operations.Digest.NoCalendar", Owner, HostPermissions.Settings, 1, $"/Settings/Calendar?year={year}") { Args = [year.ToString(CultureInfo.InvariantCulture)] }),
    ];

    async Task<long> ParkedAsync(CancellationToken ct)
    {
        long parked = 0;
        foreach (var module in databases) parked += await module.Open(scope).Set<OutboxMessage>().LongCountAsync(m => m.ParkedAt != null, ct);
        return parked;
    }

    /// <summary>Age of the newest backup in the folder's own place for them; the copy that an upgrade leaves is none.</summary>
    DigestLine Backup(DateTime nowUtc)
    {
        var newest = Directory.Exists(folder.Backups)
            ? new DirectoryInfo(folder.Backups).EnumerateFiles().Where(f => f.Extension != ".db").Select(f => (DateTime?)f.LastWriteTimeUtc).Max() : null;
        if (newest is not { } made) return new DigestLine("Operations.Digest.NoBackup", Owner, HostPermissions.Operations, 1, Page) { IsUrgent = true };
        var days = (int)(nowUtc - made).TotalDays;
        return new DigestLine("Operations.Digest.OldBackup", Owner, HostPermissions.Operations, days >= BackupDays ? 1 : 0, Page) { Args = [days.ToString(CultureInfo.InvariantCulture)], IsUrgent = true };
    }

    IEnumerable<int> MissingYears(DateTime nowUtc)
    {
        var (today, calendar) = (company.LocalDay(nowUtc), company.CalendarAt(nowUtc));
        return Enumerable.Range(today.Year, today.Month >= NextYearFromMonth ? 2 : 1).Where(y => !calendar.HasDataFor(y));
    }
}
