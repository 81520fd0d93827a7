using System.CommandLine;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Backup;

/// <summary><c>backup FILE</c>, <c>verify FILE</c>, <c>restore FILE --data EMPTY_DIR</c>.</summary>
/// <param name="input">Standard input, for the verbs that need no data folder.</param>
internal sealed class BackupVerbs(TextReader input)
{
    readonly Argument<string> _file = new("FILE") { Description = "The backup file." };
    readonly Option<bool> _password = new("--password-stdin") { Description = "Read the backup's password from standard input." };
    readonly Option<string?> _postgres = new("--postgres") { Description = "Restore to this empty PostgreSQL database instead of SQLite.", HelpName = "CONNECTION" };

    public static IEnumerable<Command> All(VerbRunner verbs, TextReader input) => new BackupVerbs(input).Build(verbs);

    Command[] Build(VerbRunner verbs)
    {
        Command backup = new("backup", "One file with database, documents and keys, consistent while the server runs.") { _file, _password };
        verbs(backup, BackupAsync);
        Command verify = new("verify", "Check every byte of a backup, its database and its counts.") { _file, _password };
        verify.SetAction(parse => Verify(parse));
        Command restore = new("restore", "Restore a backup into an empty folder (--data).") { _file, _password, _postgres };
        restore.SetAction(RestoreAsync);
        return [backup, verify, restore];
    }

    async Task<int> BackupAsync(ParseResult parse, VerbContext verb)
    {
        var target = verb.FullPath(parse.GetValue(_file)!);
        var password = parse.GetValue(_password) ? Typed(await verb.In.ReadLineAsync(verb.Cancel)) : null;
        await verb.Services.GetRequiredService<BackupWriter>().WriteAsync(target, password, _ => { }, verb.Cancel);
        return Tell(verb.Json, verb.Out, Read(target, password ?? verb.Services.GetRequiredService<BackupPassword>().Read())); // counts only when it can be read back
    }

    /// <exception cref="WrongUsage">Nothing came.</exception>
    static string Typed(string? line) => line is { Length: > 0 } ? line : throw new WrongUsage(AfterSalesModules.Texts["Backup.NoTypedPassword"]);

    static BackupContents Read(string path, string? password) => BackupWriter.Verify(path, password, Directory.CreateTempSubdirectory("aftersales-verify-").FullName);

    static int Tell(bool json, TextWriter output, BackupContents of)
    {
        var manifest = of.Manifest;
        if (json) output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = true, version = manifest.Version, createdAt = manifest.CreatedAt, encrypted = of.IsEncrypted, files = manifest.Files.Count, bytes = of.Bytes, rows = of.Rows }, VerbJson.Options));
        else output.WriteLine(AfterSalesModules.Texts["Backup.Done", manifest.Files.Count, of.Rows.Values.Sum(), of.Bytes / 1_000]);
        return ExitCode.Done;
    }

    int Verify(ParseResult parse)
    {
        try
        {
            return Tell(RootVerbs.Json(parse), parse.InvocationConfiguration.Output, Read(Path.GetFullPath(parse.GetValue(_file)!), parse.GetValue(_password) ? Typed(input.ReadLine()) : null));
        }
        catch (RuleViolation damaged)
        {
            if (RootVerbs.Json(parse)) parse.InvocationConfiguration.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { ok = false, problem = AfterSalesModules.Texts.Of(damaged) }, VerbJson.Options));
            parse.InvocationConfiguration.Error.WriteLine(AfterSalesModules.Texts.Of(damaged));
            return ExitCode.Failed;
        }
    }

    async Task<int> RestoreAsync(ParseResult parse, CancellationToken ct)
    {
        var folder = Verbs.DataFolderOf(parse);
        if (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any()) throw new RuleViolation("Backup.NotEmpty", folder.Root);
        var beside = folder.Root.TrimEnd(Path.DirectorySeparatorChar) + ".restoring";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        try
        {
            var (progress, texts) = (parse.InvocationConfiguration.Error, AfterSalesModules.Texts);
            var restored = await new RestoredFolder(new DataFolder(beside), stage => progress.WriteLine(texts.Of(stage)))
                .FillAsync(Path.GetFullPath(parse.GetValue(_file)!), parse.GetValue(_password) ? Typed(await input.ReadLineAsync(ct)) : null, parse.GetValue(_postgres), ct);
            if (Directory.Exists(folder.Root)) Directory.Delete(folder.Root);
            Directory.Move(beside, folder.Root);
            return Tell(RootVerbs.Json(parse), parse.InvocationConfiguration.Output, restored);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }
}
