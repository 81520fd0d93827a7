using AfterSales.Host.Data;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Settings;

/// <summary>
/// The company and its calendars, in memory; the database is asked at start and after a change. Before the first-run wizard the
/// reference company stands in: Asia/Shanghai and the Chinese statutory calendar.
/// </summary>
internal sealed class Company : ICompany, IKeptInMemory
{
    internal const string StandardZone = "Asia/Shanghai";

    sealed record State(CompanyRow? Row, TimeZoneInfo Zone, IReadOnlyList<(DateTime From, WorkingCalendar Calendar)> Calendars);

    readonly IServiceScopeFactory _scopes;
    readonly Kept<State> _state;

    public Company(IServiceScopeFactory scopes) => (_scopes, _state) = (scopes, new Kept<State>(Load));

    State Current => _state.Value;

    public bool IsSetUp => Current.Row is not null;
    public bool IsDemo => Current.Row?.IsDemo ?? false;
    /// <summary>UTC; null before the first-run wizard.</summary>
    public DateTime? SetUpAt => Current.Row?.SetUpAt;
    public string Name => Current.Row?.Name ?? "AfterSales";
    public string Language => Current.Row?.Language ?? "zh-CN";
    public TimeZoneInfo Zone => Current.Zone;
    public Uri? PublicUrl => Current.Row?.PublicUrl is { } url ? new Uri(url) : null;

    public WorkingCalendar CalendarAt(DateTime utc) => Current.Calendars.Last(c => c.From <= utc).Calendar;

    public WorkingCalendar Calendar(string version) => Current.Calendars.Last(c => c.Calendar.Version == version).Calendar;

    public IReadOnlyCollection<string> Tables => ["host.company", "host.calendar_versions"];

    public void Forget() => _state.Forget();

    State Load()
    {
        using var scope = _scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var row = db.Set<CompanyRow>().AsNoTracking().OrderBy(c => c.Id).FirstOrDefault();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(row?.Zone ?? StandardZone);
        var later = db.Set<CalendarVersionRow>().AsNoTracking().ToList();
        return new State(row, zone,
        [
            (DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), WorkingCalendar.China(zone)),
            .. later.OrderBy(c => c.EffectiveFrom).ThenBy(c => c.Id).Select(c => (c.EffectiveFrom, CalendarFile.Parse(c.Json, c.Version, zone))),
        ]);
    }
}
