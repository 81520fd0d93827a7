using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.Backup;

/// <summary>
/// One backup per local day. It is tried several times a day, since the machine of an office is switched off at night: the first try that finds
/// it running makes the backup, the others find it there.
/// </summary>
internal sealed class BackUpDaily(BackupShelf shelf, ICompany company, Texts text) : IJobStep
{
    public static readonly JobDefinition Job = new("host.daily-backup", typeof(BackUpDaily), "0 30 2,8,12,16,20 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var name = BackupShelf.DailyName(company.LocalDay(slotUtc));
        if (shelf.List().FirstOrDefault(b => b.Name == name) is { } there)
        {
            if (there.IsGood || await IsGoodAsync(name, ct)) return new JobOutcome(0, text["Backup.Daily.There", name]);
            shelf.SetAside(there);
        }
        var made = await shelf.MakeAsync(name, _ => { }, ct);
        return new JobOutcome(made.Rows.Values.Sum(), text["Backup.Daily.Made", name, Thin()]);
    }

    async Task<bool> IsGoodAsync(string name, CancellationToken ct)
    {
        try
        {
            await shelf.VerifyAsync(name, null, _ => { }, ct);
            return true;
        }
        catch (RuleViolation refused)
        {
            return BackupShelf.IsLocked(refused); // the verdict on a damaged one is kept beside it, and the day gets another
        }
    }

    /// <returns>Backups removed.</returns>
    int Thin()
    {
        var daily = shelf.List().Where(b => BackupShelf.DayOf(b.Name) is not null).ToList();
        var kept = BackupKeeping.Kept(daily.Where(b => b.IsGood).Select(b => BackupShelf.DayOf(b.Name)!.Value)); // a damaged one never takes a good one's place
        var goners = daily.Where(b => b.IsGood && !kept.Contains(BackupShelf.DayOf(b.Name)!.Value)).ToList();
        foreach (var goner in goners) shelf.Remove(goner);
        return goners.Count;
    }
}
