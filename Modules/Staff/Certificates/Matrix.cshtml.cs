using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>How a person stands with a product type.</summary>
internal enum MatrixState { Missing, Valid, Expiring, Suspended, Expired }

/// <param name="Certificate">The one that counts, or else the one that ended last; null without any.</param>
internal sealed record MatrixCell(MatrixState State, Certificate? Certificate)
{
    /// <summary>Of several certificates the best decides: valid before expiring (within the longest reminder) before suspended before expired.</summary>
    public static MatrixCell Of(IEnumerable<Certificate> certificates, DateOnly day) => certificates.Where(c => c.IssuedOn <= day && !(c.RevokedOn <= day))
        .Select(c => new MatrixCell(StateOf(c, day), c)).OrderBy(c => c.State).ThenByDescending(c => c.Certificate!.ExpiresOn ?? DateOnly.MaxValue).FirstOrDefault() ?? new MatrixCell(MatrixState.Missing, null);

    static MatrixState StateOf(Certificate certificate, DateOnly day) => certificate.On(day) switch
    {
        CertificateState.Suspended => MatrixState.Suspended,
        CertificateState.Valid => certificate.ExpiresOn is { } end && end <= day.AddDays(RemindOfExpiry.DaysBefore.Max()) ? MatrixState.Expiring : MatrixState.Valid,
        _ => MatrixState.Expired,
    };
}

/// <summary>People against certificates on a day, and how many cover each type in each team and district (clause 10.1).</summary>
[Permission(StaffPermissions.ReadCertificates)]
internal sealed class MatrixModel(StaffDbContext db, IEmployees employees, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    /// <param name="Others">Certificates that are about no type, such as electrician.</param>
    public sealed record Row(EmployeeInBrief Person, IReadOnlyList<MatrixCell> Cells, IReadOnlyList<MatrixCell> Others);

    public sealed record Line(string Name, IReadOnlyList<int> Counts);

    [BindProperty(SupportsGet = true)] public string? Team { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Day { get; set; }
    public IReadOnlyList<string> Types => ProductTypes.Codes;
    public IReadOnlyList<string> Teams { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Line> Coverage { get; private set; } = [];
    public int Needs { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var day = Day ??= company.LocalDay(time.Now());
        Needs = policies.At<StaffPolicy>(time.Now()).Value.CoverNeeds;
        var people = (await employees.InPostAsync(day, ct)).Where(p => p.Position == Roles.Technician).ToList();
        var certificates = (await db.Set<Certificate>().AsNoTracking().Include(c => c.Types).Include(c => c.Suspensions).AsSplitQuery().ToListAsync(ct)).ToLookup(c => c.PersonCode);
        var teams = await db.Set<Team>().AsNoTracking().Include(t => t.Areas).OrderBy(t => t.Code).ToListAsync(ct);
        var all = people.ConvertAll(p => new Row(p, [.. Types.Select(type => MatrixCell.Of(certificates[p.Number].Where(c => c.Types.Exists(t => t.Code == type)), day))],
            [.. certificates[p.Number].Where(c => c.Types.Count == 0).GroupBy(c => c.Issuer).Select(g => MatrixCell.Of(g, day)).Where(c => c.Certificate is not null)]));
        Teams = [.. teams.Select(t => t.Code)];
        Rows = [.. all.Where(r => string.IsNullOrEmpty(Team) || r.Person.Team == Team).OrderBy(r => r.Person.Team, StringComparer.Ordinal).ThenBy(r => r.Person.Number, StringComparer.Ordinal)];
        var areas = teams.SelectMany(t => t.Areas.Where(a => a.FirstDay <= day && (a.LastDay is null || a.LastDay >= day)).Select(a => (a.Region, t.Code))).ToLookup(a => a.Region, a => a.Code);
        Coverage = [.. teams.Select(t => Count(t.Code, all.Where(r => r.Person.Team == t.Code))), .. areas.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => Count(Regions.NameOf(a.Key)!, all.Where(r => r.Person.Team is { } team && a.Contains(team))))];
    }

    Line Count(string name, IEnumerable<Row> rows)
    {
        var there = rows.ToList();
        return new Line(name, [.. Types.Select((_, i) => there.Count(r => r.Cells[i].State is MatrixState.Valid or MatrixState.Expiring))]);
    }
}
