using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Privacy;

/// <summary>
/// The erasures as a file beside the backups, and in none of them: whoever restores an older backup has it at hand. Names nobody; phones are hashed with a
/// key that lies in the keys folder, so that the file alone does not tell whose they were.
/// </summary>
internal sealed class ErasureJournal(DataFolder folder)
{
    public const string FileName = "erasures.jsonl";
    readonly Lock _one = new();

    string File => Path.Combine(folder.Backups, FileName);

    /// <summary>Makes the key unless it is there: from the first start on it is in every backup.</summary>
    byte[] Key()
    {
        var path = Path.Combine(folder.Keys, "erasures.key");
        lock (_one)
        {
            if (!System.IO.File.Exists(path))
            {
                Directory.CreateDirectory(folder.Keys);
                System.IO.File.WriteAllText(path, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
                Close(path);
            }
            return Convert.FromHexString(System.IO.File.ReadAllText(path).Trim());
        }
    }

    public void MakeKey() => Key();

    public string HashOf(string phone) => Convert.ToHexStringLower(HMACSHA256.HashData(Key(), Encoding.UTF8.GetBytes(phone)).AsSpan(0, 16));

    public void Append(ErasureNote note)
    {
        lock (_one)
        {
            Directory.CreateDirectory(folder.Backups);
            using (var line = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.Read))
            {
                line.Write(JsonSerializer.SerializeToUtf8Bytes(note));
                line.Write("\n"u8);
                line.Flush(flushToDisk: true);
            }
            Close(File);
        }
    }

    /// <summary>What the journal in this data folder says.</summary>
    public IReadOnlyList<ErasureNote> Read() => Read(folder.Backups);

    /// <summary>What a journal in a folder says; nothing without one. A line cut off by a crash is passed over: its erasure is in the database.</summary>
    public static IReadOnlyList<ErasureNote> Read(string? inFolder)
    {
        if (inFolder is null || !System.IO.File.Exists(Path.Combine(inFolder, FileName))) return [];
        List<ErasureNote> notes = [];
        foreach (var line in System.IO.File.ReadLines(Path.Combine(inFolder, FileName)))
        {
            try
            {
                if (JsonSerializer.Deserialize<ErasureNote>(line) is { People: not null, Phones: not null } note) notes.Add(note);
            }
            catch (JsonException)
            {
            }
        }
        return notes;
    }

    static void Close(string path)
    {
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
