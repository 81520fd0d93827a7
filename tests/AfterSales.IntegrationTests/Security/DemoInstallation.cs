using System.Globalization;
using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Data;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Security;

/// <summary>
/// A served copy of the small demo company: years of records of every kind, one account for each role. The technician's account belongs to somebody
/// who has jobs, the auditor has a contract beside which there is another.
/// </summary>
public class DemoInstallation : Installation
{
    IReadOnlyDictionary<string, string> _passwords = new Dictionary<string, string>();
    readonly Dictionary<string, Visitor> _people = [];
    bool _divided;

    protected override bool SetsUp => false;

    protected override async Task ConfigureAsync()
    {
        await SmallCompany.CopyToAsync(Folder);
        _passwords = await DemoAccounts.InAsync(Folder.Root);
    }

    internal string PasswordOf(string role) => _passwords[role];

    /// <summary>The demo's account of a role; everybody signs in once.</summary>
    internal async Task<Visitor> PersonAsync(string role, string language = "en")
    {
        if (_people.TryGetValue(role + language, out var there)) return there;
        return _people[role + language] = await SignInAsync(role, _passwords[role], language);
    }

    internal async Task<IReadOnlyList<(string Id, string Role)>> AccountsAsync() => await WithAsync<HostDbContext, IReadOnlyList<(string, string)>>(async db =>
        [.. (await db.Set<Account>().Include(a => a.Roles).ToListAsync()).Select(a => (a.Id.ToString(CultureInfo.InvariantCulture), a.Roles[0].Role))]);

    /// <summary>Gives the technician's account to whoever has most jobs, and the auditor a contract of two.</summary>
    internal async Task DivideAsync()
    {
        if (_divided) return;
        _divided = true;
        var accounts = (await AccountsAsync()).ToDictionary(a => a.Role, a => a.Id);
        await WithAsync<ServiceDbContext>(async db =>
        {
            var most = await db.Set<ServiceOrder>().Where(o => o.TechnicianId != null).GroupBy(o => o.TechnicianId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
            await db.Set<Technician>().Where(t => t.AccountId != null).ExecuteUpdateAsync(t => t.SetProperty(x => x.AccountId, (string?)null));
            await db.Set<Technician>().Where(t => t.Id == most).ExecuteUpdateAsync(t => t.SetProperty(x => x.AccountId, accounts[Roles.Technician]));
        });
        var numbers = await WithAsync<ServiceDbContext, List<string>>(db => db.Set<ServiceOrder>().Where(o => o.ClosedAt != null).OrderBy(o => o.Id).Select(o => o.Number).Take(30).ToListAsync());
        await WithAsync<ReportingDbContext>(async db =>
        {
            foreach (var contract in (string[])["FIRST", "SECOND"])
                db.Add(Audit.Draw(contract, new DateOnly(2026, 1, 1), "seed", 5, numbers, Now, new Actor(accounts[Roles.BrandAuditor], "auditor"), PublicId.New(Now)));
            await db.Set<AuditorContract>().ExecuteDeleteAsync();
            db.Add(new AuditorContract { AccountId = accounts[Roles.BrandAuditor], Contract = "FIRST" });
            await db.SaveChangesAsync();
        });
    }
}
