using System.CommandLine;
using System.Reflection;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.Operations;

/// <summary>Verbs about the installation itself.</summary>
internal static class OperationsVerbs
{
    public static IEnumerable<Command> All(VerbRunner verbs)
    {
        yield return Version();
        yield return CheckVerb.Command(verbs);
        yield return Demo.DemoVerb.Command(verbs);
    }

    /// <summary><c>version</c> needs no data folder.</summary>
    static Command Version()
    {
        var version = new Command("version", "Version and commit.");
        version.SetAction(parse =>
        {
            var full = typeof(OperationsVerbs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');
            var (number, commit) = (full[0], full.Length > 1 ? full[1] : "");
            if (parse.GetValue(CommandLine.RootVerbs.Json))
                parse.InvocationConfiguration.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = true, version = number, commit }, VerbJson.Options));
            else parse.InvocationConfiguration.Output.WriteLine($"AfterSales {number} {commit}");
            return ExitCode.Done;
        });
        return version;
    }
}
