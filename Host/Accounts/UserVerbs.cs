using System.CommandLine;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary><c>user add | reset | list</c>: accounts without the web. Without <c>--password-stdin</c> a random password is printed once.</summary>
internal static class UserVerbs
{
    static readonly Actor CommandLineActor = new("<command line>", "AfterSales");

    public static Command All(VerbRunner verbs)
    {
        var name = new Argument<string>("NAME");
        var roles = new Option<string>("--role") { Description = "One or several role codes, separated by commas.", Required = true, HelpName = "ROLE[,ROLE]" };
        var stdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input." };
        var twoFactor = new Option<bool>("--two-factor") { Description = "Also take away authenticator app, recovery codes and passkeys, because the phone is gone." };
        Command add = new("add", "Add an account.") { name, roles, stdin }, reset = new("reset", "Give an account a new password.") { name, stdin, twoFactor }, list = new("list", "List accounts.");
        verbs(add, async (parse, verb) =>
        {
            var password = await PasswordAsync(parse.GetValue(stdin), verb);
            var account = await Book(verb).AddAsync(parse.GetValue(name)!, parse.GetValue(name)!, parse.GetValue(roles)!.Split(','), password, CommandLineActor, verb.Cancel);
            return Tell(verb, account.UserName!, parse.GetValue(stdin) ? null : password);
        }, createsData: true);
        verbs(reset, async (parse, verb) =>
        {
            var account = await Accounts(verb).FirstOrDefaultAsync(a => a.UserName == parse.GetValue(name), verb.Cancel) ?? throw new RuleViolation("Accounts.NoSuchUser", parse.GetValue(name));
            var password = await PasswordAsync(parse.GetValue(stdin), verb);
            await Book(verb).ResetPasswordAsync(account, password, CommandLineActor, verb.Cancel);
            if (parse.GetValue(twoFactor)) await verb.Services.GetRequiredService<SecondFactorBook>().ResetAsync(account, CommandLineActor, verb.Cancel);
            return Tell(verb, account.UserName!, parse.GetValue(stdin) ? null : password);
        }, createsData: true);
        verbs(list, ListAsync, createsData: true);
        return new Command("user", "Accounts.") { add, reset, list };
    }

    static AccountBook Book(VerbContext verb) => verb.Services.GetRequiredService<AccountBook>();

    static IQueryable<Account> Accounts(VerbContext verb) => verb.Services.GetRequiredService<HostDbContext>().Set<Account>().Include(a => a.Roles);

    static async Task<string> PasswordAsync(bool fromInput, VerbContext verb) =>
        fromInput ? (await verb.In.ReadLineAsync(verb.Cancel) ?? "").TrimEnd('\r') : AccountBook.RandomPassword();

    static int Tell(VerbContext verb, string name, string? password)
    {
        if (verb.Json) verb.WriteJson(new { ok = true, user = name, password });
        else verb.Out.WriteLine(password is null ? verb.Services.GetRequiredService<Texts>()["Accounts.Verb.Done", name] : verb.Services.GetRequiredService<Texts>()["Accounts.Verb.Password", name, password]);
        return ExitCode.Done;
    }

    static async Task<int> ListAsync(ParseResult parse, VerbContext verb)
    {
        var all = await Accounts(verb).AsNoTracking().OrderBy(a => a.UserName).ToListAsync(verb.Cancel);
        if (verb.Json) verb.WriteJson(new { users = all.Select(a => new { name = a.UserName, roles = a.Roles.Select(r => r.Role), disabled = a.IsDisabled }) });
        else foreach (var account in all) verb.Out.WriteLine($"{account.UserName}\t{string.Join(',', account.Roles.Select(r => r.Role))}{(account.IsDisabled ? "\tdisabled" : "")}");
        return ExitCode.Done;
    }
}
