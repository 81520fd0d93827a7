using System.CommandLine;
using System.Globalization;
using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Host.Settings;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Demo;

/// <summary><c>demo</c>: fills an empty data folder with a believable company, one account per role, and the warehouse.</summary>
internal static class DemoVerb
{
    public static Command Command(VerbRunner verbs)
    {
        var orders = new Option<int>("--orders") { DefaultValueFactory = _ => 5000, Description = "Service orders to make." };
        var months = new Option<int>("--months") { DefaultValueFactory = _ => 24, Description = "Months of history." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 42, Description = "Same arguments, same company." };
        var until = new Option<string?>("--until") { Description = "Last day; yesterday unless told.", HelpName = "DATE" };
        var demo = new Command("demo", "Fill an empty data folder with a believable company.") { orders, months, seed, until };
        verbs(demo, (parse, verb) => RunAsync(parse.GetValue(orders), parse.GetValue(months), parse.GetValue(seed), parse.GetValue(until), verb), createsData: true);
        return demo;
    }

    static async Task<int> RunAsync(int orders, int months, int seed, string? until, VerbContext verb)
    {
        if (orders is < 1 or > 5_000_000) throw new WrongUsage("demo: --orders must be between 1 and 5000000.");
        if (months is < 1 or > 120) throw new WrongUsage("demo: --months must be between 1 and 120.");
        var (db, company, time, text) = (verb.Services.GetRequiredService<HostDbContext>(), verb.Services.GetRequiredService<Company>(), verb.Services.GetRequiredService<TimeProvider>(), verb.Services.GetRequiredService<Texts>());
        var last = until is null ? company.LocalDay(time.Now()).AddDays(-1)
            : DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new WrongUsage($"demo: --until '{until}' is not a day such as 2026-10-31.");
        if (last >= company.LocalDay(time.Now())) throw new WrongUsage("demo: --until must lie in the past.");
        if (company.IsSetUp || await db.Set<Account>().AnyAsync(verb.Cancel)) throw new RuleViolation("Demo.NotEmpty", verb.DataDirectory);
        var founding = verb.Services.GetRequiredService<DemoFounding>();
        await founding.RefuseRecordsAsync(verb.Cancel);
        founding.Begin();
        db.Add(new CompanyRow { Name = text.Of("Demo.Company", Texts.Chinese), Zone = Company.StandardZone, Language = "zh-CN", IsDemo = true, SetUpAt = time.Now() });
        await db.SaveChangesAsync(verb.Cancel);
        company.Forget();
        var accounts = await founding.AddAccountsAsync(role => text.Of("Roles." + role, Texts.Chinese), verb.Cancel);
        var plan = DemoFounding.Plan(orders, months, last, seed);
        var made = await founding.BuildAsync(plan, new Lines(verb.Progress, text), verb.Cancel);
        founding.Finish();
        if (verb.Json) verb.WriteJson(new { ok = true, orders = made, from = plan.From, until = plan.Until, accounts = accounts.Select(a => new { user = a.Name, password = a.Password }) });
        else
        {
            verb.Out.WriteLine(text["Demo.Done", made, plan.From.ToString("yyyy-MM-dd"), plan.Until.ToString("yyyy-MM-dd")]);
            foreach (var (name, password) in accounts) verb.Out.WriteLine($"  {name,-16} {password}");
        }
        return ExitCode.Done;
    }

    sealed class Lines(TextWriter to, Texts text) : IProgress<(int Done, int Total)>
    {
        long _last = System.Diagnostics.Stopwatch.GetTimestamp();

        public void Report((int Done, int Total) value)
        {
            if (value.Done < value.Total && System.Diagnostics.Stopwatch.GetElapsedTime(_last) < TimeSpan.FromSeconds(3)) return;
            _last = System.Diagnostics.Stopwatch.GetTimestamp();
            to.WriteLine(text["Demo.Progress", value.Done, value.Total]);
        }
    }
}
