using System.CommandLine;

namespace AfterSales.Kernel.CommandLine;

/// <summary>Exit codes of the command line.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int Refused = 3;
    public const int DoneWithRejects = 4;
}

/// <summary>What a verb works with, whether it runs in its own process or inside the server that owns the data folder.</summary>
/// <param name="Services">A scope of its own.</param>
/// <param name="Out">Standard output of the person's terminal.</param>
/// <param name="Progress">Standard error: progress and notes.</param>
/// <param name="Json">True when one JSON document is wanted on <paramref name="Out"/>.</param>
/// <param name="Directory">The person's working directory: relative paths are resolved against it.</param>
public sealed record VerbContext(
    IServiceProvider Services, TextWriter Out, TextWriter Progress, TextReader In, bool Json, string DataDirectory, string Directory, CancellationToken Cancel)
{
    public string FullPath(string path) => Path.GetFullPath(path, Directory);

    /// <summary>Writes the one JSON document of a verb.</summary>
    public void WriteJson(object document) => Out.WriteLine(System.Text.Json.JsonSerializer.Serialize(document, VerbJson.Options));
}

public static class VerbJson
{
    public static readonly System.Text.Json.JsonSerializerOptions Options = new(System.Text.Json.JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>Gives a command its action: the Host decides where the body runs.</summary>
/// <param name="createsData">True for verbs that create a missing data folder; the others answer 3.</param>
public delegate void VerbRunner(Command command, Func<ParseResult, VerbContext, Task<int>> body, bool createsData = false);
