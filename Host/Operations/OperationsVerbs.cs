using System.CommandLine;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.Operations;

/// <summary>Verbs about the installation itself.</summary>
internal static class OperationsVerbs
{
    public static IEnumerable<Command> All(VerbRunner verbs)
    {
        yield return Version();
        yield return CheckVerb.Command(verbs);
        foreach (var command in Backup.BackupVerbs.All(verbs)) yield return command;
        yield return Demo.DemoVerb.Command(verbs);
    }

    /// <summary><c>version</c> needs no data folder.</summary>
    static Command Version()
    {
        var version = new Command("version", "Version, commit, database schema versions.");
        version.SetAction(parse =>
        {
            var schemas = Data.SchemaVersions.Of(Composition.AfterSalesModules.All);
            var (number, commit) = (Composition.Product.Version, Composition.Product.Commit);
            if (CommandLine.RootVerbs.Json(parse))
                parse.InvocationConfiguration.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = true, version = number, commit, schemas }, VerbJson.Options));
            else
            {
                parse.InvocationConfiguration.Output.WriteLine($"AfterSales {number} {commit}");
                foreach (var schema in schemas) parse.InvocationConfiguration.Output.WriteLine($"{schema.Schema,-12} {schema.Sqlite,-40} {schema.Postgres}");
            }
            return ExitCode.Done;
        });
        return version;
    }
}
