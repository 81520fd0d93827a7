using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.Operations;

/// <summary>Verbs about the installation itself.</summary>
internal static class OperationsVerbs
{
    public static IEnumerable<Command> All(VerbRunner verbs, TextReader input)
    {
        yield return Version();
        yield return CheckVerb.Command(verbs);
        yield return Support(verbs);
        foreach (var command in Backup.BackupVerbs.All(verbs, input)) yield return command;
        yield return Copying.CopyToPostgres.Command(verbs);
        yield return Demo.DemoVerb.Command(verbs);
    }

    /// <summary><c>version</c> needs no data folder.</summary>
    static Command Version()
    {
        var sbom = new Option<bool>("--sbom") { Description = "The software bill of materials instead: every part of others with version, licence and hash (CycloneDX JSON)." };
        var version = new Command("version", "Version, commit, database schema versions.") { sbom };
        version.SetAction(parse =>
        {
            if (parse.GetValue(sbom))
            {
                parse.InvocationConfiguration.Output.WriteLine(BillOfMaterials.Json());
                return ExitCode.Done;
            }
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

    /// <summary><c>support-bundle FILE</c>.</summary>
    static Command Support(VerbRunner verbs)
    {
        var file = new Argument<string>("FILE") { Description = "The ZIP file to write." };
        var without = new Option<bool>("--no-check") { Description = "Leave out the integrity check, which reads every stored document." };
        var support = new Command("support-bundle", "What somebody who helps from afar needs to know, without anybody's data.") { file, without };
        verbs(support, async (parse, verb) =>
        {
            var target = verb.FullPath(parse.GetValue(file)!);
            if (!Directory.Exists(Path.GetDirectoryName(target))) throw new RuleViolation("Backup.NoFolder", Path.GetDirectoryName(target));
            var content = new MemoryStream();
            await verb.Services.GetRequiredService<SupportBundle>().WriteAsync(content, !parse.GetValue(without), verb.Progress.WriteLine, verb.Cancel);
            await File.WriteAllBytesAsync(target, content.ToArray(), verb.Cancel);
            if (verb.Json) verb.WriteJson(new { ok = true, file = target, bytes = content.Length });
            else verb.Out.WriteLine(Composition.AfterSalesModules.Texts["Operations.Support.Written", target, content.Length / 1000]);
            return ExitCode.Done;
        });
        return support;
    }
}
