using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;

namespace AfterSales.Host.Settings;

/// <summary>Edits the working calendar: each edit is a new version, in force from now on; what has begun keeps its version.</summary>
internal sealed class CalendarBook(HostDbContext db, Company company, IAuditLog audit, TimeProvider time)
{
    /// <param name="version">The version that the editor had before him.</param>
    public async Task EditAsync(string version, Func<IReadOnlyList<CalendarException>, IReadOnlyList<CalendarException>> edit, string what, Actor who, CancellationToken ct)
    {
        var now = time.Now();
        var current = company.CalendarAt(now);
        if (current.Version != version) throw new ChangedMeanwhile([]);
        var days = edit([.. current.Exceptions]);
        await StoreAsync(new WorkingCalendar(NewVersion(now), current.Zone, current.Week, days, current.Years.Union(days.Select(d => d.Day.Year))), now, what, who, ct);
    }

    /// <summary>Takes a calendar file: its years replace ours, the others stay.</summary>
    /// <returns>The latest year of the file.</returns>
    /// <exception cref="RuleViolation">The file cannot be read.</exception>
    public async Task<int> ImportAsync(string json, Actor who, CancellationToken ct)
    {
        var now = time.Now();
        var current = company.CalendarAt(now);
        WorkingCalendar given;
        try
        {
            given = CalendarFile.Parse(json, "", current.Zone);
        }
        catch (FormatException wrong)
        {
            throw new RuleViolation("Settings.Calendar.BadFile", wrong.Message);
        }
        var merged = current.Exceptions.Where(e => !given.HasDataFor(e.Day.Year)).Concat(given.Exceptions);
        await StoreAsync(new WorkingCalendar(NewVersion(now), current.Zone, current.Week, merged, current.Years.Union(given.Years)), now, "import " + string.Join(' ', given.Years), who, ct);
        return given.Years.Max();
    }

    static string NewVersion(DateTime now) => now.ToString("yyyyMMdd'T'HHmmssfff");

    async Task StoreAsync(WorkingCalendar calendar, DateTime now, string what, Actor who, CancellationToken ct)
    {
        db.Add(new CalendarVersionRow { Version = calendar.Version, EffectiveFrom = now, Json = CalendarFile.Write(calendar), By = who.Name, At = now });
        await db.SaveChangesAsync(ct);
        company.Forget();
        await audit.RecordAsync(who, "calendar.changed", calendar.Version, what, ct);
    }
}
