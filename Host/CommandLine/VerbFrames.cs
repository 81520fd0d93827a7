using System.Text;
using System.Text.Json;

namespace AfterSales.Host.CommandLine;

/// <summary>What the command line asks a running server to do.</summary>
/// <param name="Args">The arguments as typed.</param>
/// <param name="Directory">The person's working directory.</param>
/// <param name="Input">Standard input, when the verb reads it.</param>
/// <param name="Language">Language of the person's terminal.</param>
internal sealed record VerbRequest(string[] Args, string Directory, string? Input, string Language);

/// <summary>Where the running server listens for verbs; written to serve.json, believed only while the lock is held.</summary>
internal sealed record ServeFile(int Port, string Key, int ProcessId)
{
    public const string Name = "serve.json";

    public void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, this);
    }

    public static ServeFile? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<ServeFile>(File.ReadAllText(Path.Combine(folder, Name)));
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>Sends what a verb writes, line by line, as frames: <c>o</c> output, <c>e</c> progress, <c>x</c> exit code.</summary>
internal sealed class FrameWriter(Stream stream, char kind, Lock sending) : TextWriter
{
    readonly StringBuilder _line = new();
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        _line.Append(value);
        if (value == '\n') Flush();
    }

    public override void Write(string? value)
    {
        _line.Append(value);
        if (_line.Length > 0 && _line[^1] == '\n') Flush();
    }

    public override void Flush()
    {
        if (_line.Length == 0) return;
        Send(stream, kind, _line.ToString(), sending);
        _line.Clear();
    }

    public static void Send(Stream stream, char kind, string text, Lock sending)
    {
        var frame = Encoding.UTF8.GetBytes(kind + JsonSerializer.Serialize(text) + "\n");
        lock (sending)
        {
            stream.Write(frame);
            stream.Flush();
        }
    }
}
