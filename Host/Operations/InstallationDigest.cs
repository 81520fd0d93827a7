using System.Globalization;
using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;

namespace AfterSales.Host.Operations;

/// <summary>What the administrator must know of the installation: messages that could not be delivered, a backup that is missing or old, calendar years that are missing.</summary>
internal sealed class InstallationDigest(ParkedMessages parked, BackupShelf shelf, ICompany company) : IDigestPart
{
    /// <summary>A backup so many days old is said; there is one a day.</summary>
    const int BackupDays = 2;
    /// <summary>From this month on the next year's calendar is missed: the State Council announces it in November.</summary>
    const int NextYearFromMonth = 12;

    static readonly string[] Owner = [Kernel.Composition.Roles.Administrator];

    public IReadOnlyList<string> Roles => Owner;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct) =>
    [
        new("Operations.Digest.Parked", Owner, HostPermissions.Operations, await parked.CountAsync(ct), "/Operations/Parked") { IsUrgent = true },
        Backup(nowUtc),
        .. MissingYears(nowUtc).Select(year => new DigestLine("Operations.Digest.NoCalendar", Owner, HostPermissions.Settings, 1, $"/Settings/Calendar?year={year}") { Args = [year.ToString(CultureInfo.InvariantCulture)] }),
    ];

    DigestLine Backup(DateTime nowUtc)
    {
        if (shelf.LastGood() is not { } last) return Line("Operations.Digest.NoBackup", 1);
        var days = (int)(nowUtc - last).TotalDays;
        return Line("Operations.Digest.OldBackup", days >= BackupDays ? 1 : 0, days.ToString(CultureInfo.InvariantCulture));

        static DigestLine Line(string key, long count, params string[] args) => new(key, Owner, HostPermissions.Operations, count, "/Operations/Backups") { Args = args, IsUrgent = true };
    }

    IEnumerable<int> MissingYears(DateTime nowUtc)
    {
        var (today, calendar) = (company.LocalDay(nowUtc), company.CalendarAt(nowUtc));
        return Enumerable.Range(today.Year, today.Month >= NextYearFromMonth ? 2 : 1).Where(y => !calendar.HasDataFor(y));
    }
}
