using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.Teams;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Assessments;

/// <summary>Scorecard of teams or of technicians over a period: each number by the team at the time of the event, with n and a caution where it is small, opening its rows (clause 10.4).</summary>
[Permission(StaffPermissions.ReadAssessments)]
internal sealed class TeamsModel(StaffDbContext db, StaffRoll roll, IIndicatorReadings readings, IWarehouseFreshness warehouse, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    const int Most = 60;

    public sealed record Row(string Name, IReadOnlyList<IndicatorReading?> Cells);

    /// <summary>team or technician.</summary>
    [BindProperty(SupportsGet = true)] public string By { get; set; } = "team";
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    public IReadOnlyList<string> Indicators { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int FewRows { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (today, policy) = (company.LocalDay(time.Now()), policies.At<AssessmentPolicy>(time.Now()).Value);
        (To, FewRows, Indicators) = (To ?? today, policy.FewRows, policy.TeamIndicators);
        From ??= new DateOnly(To.Value.Year, To.Value.Month, 1).AddMonths(-2);
        if (From > To) (From, To) = (To, From);
        if (By != "technician") By = "team";
        var members = await MembersAsync(To.Value, ct);
        if (members.Count == 0 || await warehouse.AsOfAsync(ct) is null) return;
        List<Row> rows = [];
        var numbers = new NumbersOfPeople(readings, By);
        foreach (var (code, name) in members) rows.Add(new Row(name, await CellsAsync(code, numbers, ct)));
        rows.Add(new Row(T["Assessments.Teams.All"], await CellsAsync(null, numbers, ct)));
        Rows = rows;
    }

    async Task<IReadOnlyList<(string Code, string Name)>> MembersAsync(DateOnly day, CancellationToken ct) => By == "team"
        ? [.. (await db.Set<Team>().AsNoTracking().OrderBy(t => t.Code).Select(t => new { t.Code, t.Name }).Take(Most).ToListAsync(ct)).Select(t => (t.Code, t.Name == t.Code ? t.Code : $"{t.Code} {t.Name}"))]
        : [.. (await roll.OnAsync(day, ct)).Where(m => m.Position == Roles.Technician).Take(Most).Select(m => (m.Code, $"{m.Code} {m.Name}"))];

    async Task<IReadOnlyList<IndicatorReading?>> CellsAsync(string? code, NumbersOfPeople numbers, CancellationToken ct)
    {
        List<IndicatorReading?> cells = [];
        foreach (var indicator in Indicators)
            cells.Add(code is null ? await readings.ReadAsync(indicator, From!.Value, To!.Value, null, ct) : await numbers.OfAsync(indicator, From!.Value, To!.Value, code, ct));
        return cells;
    }
}
