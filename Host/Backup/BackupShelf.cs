using System.Text.Json;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Backup;

/// <summary>What came out when a backup was last read back; kept beside it, and believed only while the file has the same size and time.</summary>
/// <param name="At">UTC.</param>
/// <param name="Bytes">Size of the file that was checked.</param>
/// <param name="WrittenAt">When the file that was checked had been written, UTC.</param>
/// <param name="CreatedAt">The moment of the backup, UTC; null when it could not be read.</param>
internal sealed record BackupVerdict(DateTime At, bool Ok, long Bytes, DateTime WrittenAt, DateTime? CreatedAt, string? Version, int Files, long Rows);

/// <param name="CreatedAt">The moment of the backup where it was read back, else when the file was written; UTC.</param>
/// <param name="Verdict">Null while nobody has checked the file as it is now.</param>
internal sealed record ShelvedBackup(string Name, string Path, long Bytes, DateTime CreatedAt, BackupVerdict? Verdict)
{
    public bool IsGood => Verdict is { Ok: true };
}

/// <summary>
/// The folder of backups. A backup is written under another name, read back from its first byte to its last, and only then gets its own name:
/// a file on the shelf was whole once. One act at a time.
/// </summary>
internal sealed class BackupShelf(DataFolder folder, BackupWriter writer, BackupPassword password, TimeProvider time) : IDisposable
{
    /// <summary>End of a backup's name; the folder may hold other files, which are left alone.</summary>
    public const string Extension = ".backup";
    const string DailyPrefix = "daily-", UpgradePrefix = "before-upgrade-";
    const int UpgradesKept = 3;
    const string Unfinished = ".unfinished";
    const string VerdictExtension = ".verdict.json";

    readonly SemaphoreSlim _one = new(1, 1);

    public static string DailyName(DateOnly day) => $"{DailyPrefix}{day:yyyy-MM-dd}{Extension}";

    /// <param name="local">The company's local time.</param>
    public static string ManualName(DateTime local) => $"manual-{local:yyyy-MM-dd-HHmmss}{Extension}";

    /// <param name="utc">When the upgrade began.</param>
    public static string UpgradeName(DateTime utc) => $"{UpgradePrefix}{utc:yyyy-MM-dd-HHmmss}{Extension}";

    /// <returns>The day of a backup that the daily job made, or null for any other.</returns>
    public static DateOnly? DayOf(string name) =>
        name.StartsWith(DailyPrefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal)
        && DateOnly.TryParseExact(name[DailyPrefix.Length..^Extension.Length], "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ShelvedBackup> List() => !Directory.Exists(folder.Backups) ? [] :
        [.. new DirectoryInfo(folder.Backups).EnumerateFiles("*" + Extension).Where(f => f.Extension == Extension).Select(Read).OrderByDescending(b => b.CreatedAt).ThenByDescending(b => b.Name, StringComparer.Ordinal)];

    /// <exception cref="RuleViolation">There is no such backup on the shelf.</exception>
    public ShelvedBackup Find(string? name) => List().FirstOrDefault(b => b.Name == name) ?? throw new RuleViolation("Backup.NoFile", name);

    /// <summary>The moment of the newest backup that was read back whole, UTC.</summary>
    public DateTime? LastGood() => List().FirstOrDefault(b => b.IsGood)?.CreatedAt;

    /// <summary>Makes a backup under this name, reads it back, and puts it on the shelf.</summary>
    public async Task<BackupContents> MakeAsync(string name, Action<BackupStage> tell, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            Directory.CreateDirectory(folder.Backups);
            SweepLeftovers();
            var target = Path.Combine(folder.Backups, name);
            if (File.Exists(target)) throw new RuleViolation("Backup.Exists", name);
            await writer.WriteAsync(target + Unfinished, null, tell, ct);
            tell(BackupStage.Checking);
            var read = await Task.Run(() => BackupWriter.Verify(target + Unfinished, password.Read(), Scratch()), ct);
            File.Move(target + Unfinished, target);
            Keep(target, read);
            return read;
        }
        finally
        {
            SweepLeftovers();
            _one.Release();
        }
    }

    /// <summary>Reads a backup back and notes what came out, good or bad.</summary>
    /// <param name="under">Password of a backup that was made under another one than now; null for the one of now.</param>
    /// <exception cref="RuleViolation">There is no such backup, it is damaged, or its password is another one.</exception>
    public async Task<BackupContents> VerifyAsync(string name, string? under, Action<BackupStage> tell, CancellationToken ct)
    {
        var backup = Find(name);
        await _one.WaitAsync(ct);
        try
        {
            SweepLeftovers();
            tell(BackupStage.Checking);
            var read = await Task.Run(() => BackupWriter.Verify(backup.Path, under ?? password.Read(), Scratch()), ct);
            Keep(backup.Path, read);
            return read;
        }
        catch (RuleViolation refused) when (!IsLocked(refused))
        {
            Keep(backup.Path, null);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whether a backup was not read for want of its password, which says nothing about the backup.</summary>
    public static bool IsLocked(RuleViolation refused) => refused.Key is "Backup.WrongPassword" or "Backup.NeedsPassword" or "Backup.PasswordLost";

    /// <summary>Keeps the newest few of those that were made before upgrades.</summary>
    public void ThinUpgrades()
    {
        foreach (var old in List().Where(b => b.Name.StartsWith(UpgradePrefix, StringComparison.Ordinal)).Skip(UpgradesKept)) Remove(old);
    }

    /// <summary>Takes backups off the shelf that the rule no longer keeps.</summary>
    public void Remove(ShelvedBackup backup)
    {
        File.Delete(backup.Path);
        File.Delete(backup.Path + VerdictExtension);
    }

    /// <summary>Makes room for a good backup of the same name; the damaged one stays in the folder for whoever wants to save something from it.</summary>
    public void SetAside(ShelvedBackup damaged)
    {
        File.Move(damaged.Path, damaged.Path + ".damaged", overwrite: true);
        File.Delete(damaged.Path + VerdictExtension);
    }

    /// <summary>What a process that was killed left behind.</summary>
    void SweepLeftovers()
    {
        if (!Directory.Exists(folder.Backups)) return;
        foreach (var left in Directory.EnumerateFiles(folder.Backups, "*" + Extension + Unfinished + "*")) File.Delete(left);
        if (Directory.Exists(Scratch())) Directory.Delete(Scratch(), recursive: true);
    }

    string Scratch() => Path.Combine(folder.Backups, "reading-back");

    static ShelvedBackup Read(FileInfo file)
    {
        var verdict = VerdictOf(file);
        return new ShelvedBackup(file.Name, file.FullName, file.Length, verdict?.CreatedAt ?? file.LastWriteTimeUtc.CutToMilliseconds(), verdict);
    }

    static BackupVerdict? VerdictOf(FileInfo file)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<BackupVerdict>(File.ReadAllText(file.FullName + VerdictExtension));
            return kept is not null && kept.Bytes == file.Length && kept.WrittenAt == file.LastWriteTimeUtc ? kept : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return null; // as good as never checked
        }
    }

    void Keep(string path, BackupContents? read)
    {
        var file = new FileInfo(path);
        var verdict = new BackupVerdict(time.Now(), read is not null, file.Length, file.LastWriteTimeUtc, read?.Manifest.CreatedAt, read?.Manifest.Version, read?.Manifest.Files.Count ?? 0, read?.Rows.Values.Sum() ?? 0);
        File.WriteAllText(path + VerdictExtension, JsonSerializer.Serialize(verdict));
    }

    public void Dispose() => _one.Dispose();
}
