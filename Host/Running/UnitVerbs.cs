using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.Running;

/// <summary><c>service install</c>, <c>service uninstall</c>, <c>service status</c>: the product starts with the computer. Every step is printed before it is done.</summary>
internal sealed partial class UnitVerbs
{
    readonly Option<string> _name = new("--name") { Description = "Name of the service.", DefaultValueFactory = _ => "aftersales" };
    readonly Option<string?> _user = new("--user") { Description = "Account that runs it (Linux); made if it is not there. Default: the service's name.", HelpName = "NAME" };
    readonly Option<string> _urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
    readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be done, and do nothing." };

    public static Command Command() => new UnitVerbs().Build();

    Command Build()
    {
        Command install = new("install", "Start with the computer, and again after a failure.") { _name, _user, _urls, _dryRun };
        install.SetAction(Install);
        Command uninstall = new("uninstall", "Stop, and start no more with the computer. Data and account stay.") { _name, _dryRun };
        uninstall.SetAction(Uninstall);
        Command status = new("status", "Whether it is installed, and whether it runs.") { _name };
        status.SetAction(Status);
        return new Command("service", "Run as a service of the system: systemd on Linux, a Windows service on Windows.") { install, uninstall, status };
    }

    int Install(ParseResult parse)
    {
        var name = NameOf(parse);
        if (RootVerbs.Data(parse) is null && Environment.GetEnvironmentVariable("AFTERSALES_DATA") is null) throw new WrongUsage("service install: say where the data lies, --data DIR.");
        var unit = new Unit(name, Self(), Verbs.DataFolderOf(parse).Root, parse.GetValue(_urls)!, parse.GetValue(_user) ?? name);
        if (!NamePattern().IsMatch(unit.User)) throw new WrongUsage($"--user: '{unit.User}' is no name of an account.");
        var dry = parse.GetValue(_dryRun);
        if (!OperatingSystem.IsWindows() && SystemdUnit.HiddenFrom(unit) is { } hidden) throw new RuleViolation("Running.Hidden", hidden);
        if (!dry) CheckMachine(name);
        if (!dry && OperatingSystem.IsWindows()) Verbs.Create(new(unit.Data));
        return Do(OperatingSystem.IsWindows() ? WindowsUnit.Install(unit) : SystemdUnit.Install(unit, Answers("id", "-u", unit.User)), dry, parse, "Running.Installed", name);
    }

    int Uninstall(ParseResult parse)
    {
        var (name, dry) = (NameOf(parse), parse.GetValue(_dryRun));
        if (!dry)
        {
            CheckMachine(name);
            if (!IsInstalled(name)) throw new RuleViolation("Running.NotInstalled", name);
        }
        return Do(OperatingSystem.IsWindows() ? WindowsUnit.Uninstall(name) : SystemdUnit.Uninstall(name), dry, parse, "Running.Uninstalled", name);
    }

    int Status(ParseResult parse)
    {
        var name = NameOf(parse);
        var (installed, runs) = (IsInstalled(name), OperatingSystem.IsWindows() ? Said("sc.exe", "query", name).Contains("RUNNING", StringComparison.Ordinal) : Answers("systemctl", "is-active", "--quiet", name + ".service"));
        var output = parse.InvocationConfiguration.Output;
        if (RootVerbs.Json(parse)) output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = installed && runs, name, installed, runs }, VerbJson.Options));
        else output.WriteLine(AfterSalesModules.Texts[!installed ? "Running.NotInstalled" : runs ? "Running.Runs" : "Running.Stands", name]);
        return installed && runs ? ExitCode.Done : ExitCode.Refused;
    }

    /// <exception cref="WrongUsage">The name could be mistaken for something else by a tool of the system.</exception>
    string NameOf(ParseResult parse) => parse.GetValue(_name) is { } name && NamePattern().IsMatch(name) ? name : throw new WrongUsage("--name: letters, digits and dashes only.");

    /// <exception cref="RuleViolation">This account may not, the system has no systemd, or the name belongs to somebody else.</exception>
    static void CheckMachine(string name)
    {
        if (!OperatingSystem.IsWindows() && !Directory.Exists("/run/systemd/system")) throw new RuleViolation("Running.NoSystemd");
        if (!Environment.IsPrivilegedProcess) throw new RuleViolation(OperatingSystem.IsWindows() ? "Running.NeedsAdministrator" : "Running.NeedsRoot");
        if (!OperatingSystem.IsWindows() && File.Exists(SystemdUnit.PathOf(name)) && !File.ReadAllText(SystemdUnit.PathOf(name)).StartsWith(SystemdUnit.Mark, StringComparison.Ordinal))
            throw new RuleViolation("Running.Foreign", SystemdUnit.PathOf(name));
    }

    static bool IsInstalled(string name) => OperatingSystem.IsWindows() ? Answers("sc.exe", "query", name) : File.Exists(SystemdUnit.PathOf(name));

    /// <summary>This executable; while developing, the runtime and the assembly.</summary>
    static string[] Self() => Environment.ProcessPath is { } me && Path.GetFileNameWithoutExtension(me) != "dotnet" ? [me] : [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "aftersales.dll")];

    static int Do(IReadOnlyList<Step> steps, bool dry, ParseResult parse, string done, string name)
    {
        var output = parse.InvocationConfiguration.Output;
        foreach (var step in steps)
        {
            output.WriteLine(step);
            if (dry && step.Content is not null) output.WriteLine(step.Content);
            if (!dry) Take(step);
        }
        if (!dry) output.WriteLine(AfterSalesModules.Texts[done, name]);
        return ExitCode.Done;
    }

    static void Take(Step step)
    {
        if (step.Content is not null)
        {
            File.WriteAllText(step.Program, step.Content);
            return;
        }
        var (exit, said) = Run(step.Program, [.. step.Arguments]);
        if (exit != 0 && !step.MayFail) throw new RuleViolation("Running.StepFailed", step.ToString(), said.Trim());
    }

    static bool Answers(string program, params string[] arguments) => Run(program, arguments).Exit == 0;

    static string Said(string program, params string[] arguments) => Run(program, arguments).Said;

    static (int Exit, string Said) Run(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.GetAwaiter().GetResult());
        }
        catch (Win32Exception absent)
        {
            return (-1, absent.Message);
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,30}$")]
    private static partial Regex NamePattern();
}
