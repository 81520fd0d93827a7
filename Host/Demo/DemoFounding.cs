using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Host.Settings;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Demo;

/// <summary>How a demo company comes to be, for the verb and for the wizard: every module's part through its aggregates, one account per role, the warehouse.</summary>
internal sealed class DemoFounding(IServiceProvider scope, IEnumerable<IDemoPart> parts, HostDbContext db, Company company, AccountBook book, DataFolder folder, Texts text, TimeProvider time)
{
    public string AccountsPath => folder.In("demo-accounts.txt");

    public static DemoPlan Plan(int orders, int months, DateOnly last, int seed) => new(orders, last.AddDays(1).AddMonths(-months), last, seed);

    public DateOnly Yesterday => company.LocalDay(time.Now()).AddDays(-1);

    /// <exception cref="RuleViolation">There are records already: a demo fills an empty installation only.</exception>
    public async Task RefuseRecordsAsync(CancellationToken ct)
    {
        foreach (var part in parts)
            if (await part.HasDataAsync(ct)) throw new RuleViolation("Demo.NotEmpty", folder.Root);
    }

    /// <summary>From here to <see cref="Finish"/> the folder says that it holds half a company.</summary>
    public void Begin() => UnfinishedDemo.Begin(folder, text["Demo.Unfinished", folder.Root]);

    public void Finish() => UnfinishedDemo.End(folder);

    /// <returns>Service orders made.</returns>
    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        long made = 0;
        foreach (var part in parts.OrderBy(p => p.Order)) made += await part.BuildAsync(plan, progress, ct);
        await scope.GetRequiredService<OutboxDelivery>().DeliverAsync(ct);
        var jobs = scope.GetServices<IModule>().SelectMany(m => m.Jobs).ToList();
        var (load, readers) = (jobs.Where(j => j.Name == "reporting.load-warehouse").ToList(), jobs.Where(j => j.ReadsNumbers).ToList());
        await RunAsync(load.Concat(readers), ct);
        foreach (var part in parts.OrderBy(p => p.Order)) await part.NumbersReadAsync(plan, ct);
        await RunAsync(load, ct); // what was read from the numbers goes into the numbers
        return made;
    }

    async Task RunAsync(IEnumerable<JobDefinition> jobs, CancellationToken ct)
    {
        foreach (var job in jobs) await ((IJobStep)scope.GetRequiredService(job.Step)).RunAsync(time.Now(), ct);
    }

    /// <summary>One account per role, its name the role's code; passwords are kept in a file that only the owner reads. Names that are taken stay as they are.</summary>
    public async Task<IReadOnlyList<(string Name, string Password)>> AddAccountsAsync(Func<string, string> nameOfRole, CancellationToken ct)
    {
        var taken = await db.Set<Account>().Select(a => a.NormalizedUserName).ToListAsync(ct);
        List<(string Name, string Password)> accounts = [];
        foreach (var role in Roles.All.Where(r => !taken.Contains(r.ToUpperInvariant())))
        {
            var password = AccountBook.RandomPassword();
            await book.AddAsync(role, nameOfRole(role), [role], password, Actor.System, ct);
            accounts.Add((role, password));
        }
        foreach (var part in parts) await part.AccountsMadeAsync(ct);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(AccountsPath, options);
        foreach (var (name, password) in accounts) await file.WriteLineAsync($"{name} {password}");
        return accounts;
    }
}
