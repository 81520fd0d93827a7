using System.IO.Compression;
using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text.Json;
using AfterSales.Kernel;
using Microsoft.Data.Sqlite;

namespace AfterSales.Host.Backup;

/// <param name="Product">Always AfterSales.</param>
/// <param name="Version">Version of the product that wrote it.</param>
/// <param name="CreatedAt">UTC.</param>
internal sealed record Manifest(string Product, string Version, DateTime CreatedAt, IReadOnlyList<ManifestFile> Files);

/// <param name="Name">Path inside the data folder, with forward slashes.</param>
/// <param name="Sha256">Hex digest of the content.</param>
internal sealed record ManifestFile(string Name, long Size, string Sha256);

/// <summary>
/// One backup: a zip with the database, documents and keys, a manifest with the digest of each, and at the very end the SHA-256 of all bytes
/// before it. Any changed, missing or added byte is found. Under a password all but that seal is encrypted.
/// </summary>
internal sealed class BackupFile : IDisposable
{
    public const string DatabaseName = "aftersales.db";
    const string ManifestName = "manifest.json";
    const int MostFiles = 5_000_000;
    /// <summary>Only the database and the manifest are compressed, and neither gets anywhere near this: more is a bomb.</summary>
    const long MostUnpackedRatio = 200;
    const long MostManifestBytes = 1L << 30;

    readonly MemoryMappedFile _map;
    readonly ZipArchive _zip;

    BackupFile(MemoryMappedFile map, ZipArchive zip, Manifest manifest, bool isEncrypted) => (_map, _zip, Manifest, IsEncrypted) = (map, zip, manifest, isEncrypted);

    public Manifest Manifest { get; }
    public bool IsEncrypted { get; }

    /// <summary>Opens a backup after its seal, its manifest and its names were found right. Contents are checked when they are unpacked.</summary>
    /// <param name="password">For a backup that was made under one; not asked for otherwise.</param>
    /// <exception cref="RuleViolation">The file is no backup, was damaged, or has another password.</exception>
    public static BackupFile Open(string path, string? password)
    {
        if (!File.Exists(path)) throw new RuleViolation("Backup.NoFile", path);
        var length = new FileInfo(path).Length;
        if (length <= SHA256.HashSizeInBytes) throw new RuleViolation("Backup.Damaged", path);
        var map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        try
        {
            CheckSeal(map, length, path);
            Stream content = map.CreateViewStream(0, length - SHA256.HashSizeInBytes, MemoryMappedFileAccess.Read);
            var isEncrypted = EncryptedBackup.IsOne(content);
            if (isEncrypted) content = EncryptedBackup.Read(content, password ?? throw new RuleViolation("Backup.NeedsPassword", path), path);
            var zip = new ZipArchive(content, ZipArchiveMode.Read);
            var manifest = ReadManifest(zip, path);
            CheckNames(zip, manifest, path);
            return new BackupFile(map, zip, manifest, isEncrypted);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or IOException or NotSupportedException or ArgumentException)
        {
            map.Dispose();
            throw new RuleViolation("Backup.Damaged", path);
        }
        catch
        {
            map.Dispose();
            throw;
        }
    }

    static void CheckSeal(MemoryMappedFile map, long length, string path)
    {
        using var content = map.CreateViewStream(0, length - SHA256.HashSizeInBytes, MemoryMappedFileAccess.Read);
        using var seal = map.CreateViewStream(length - SHA256.HashSizeInBytes, SHA256.HashSizeInBytes, MemoryMappedFileAccess.Read);
        var told = new byte[SHA256.HashSizeInBytes];
        seal.ReadExactly(told);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(told)) throw new RuleViolation("Backup.Damaged", path);
    }

    static Manifest ReadManifest(ZipArchive zip, string path)
    {
        if (zip.GetEntry(ManifestName) is not { } entry || entry.Length > MostManifestBytes || IsBomb(entry)) throw new RuleViolation("Backup.Damaged", path);
        using var stream = entry.Open();
        var manifest = JsonSerializer.Deserialize<Manifest>(stream);
        if (manifest is not { Product: "AfterSales", Version: not null, Files: { Count: <= MostFiles } files } || files.Any(f => f?.Name is null || f.Sha256 is null) || !files.Any(f => f.Name == DatabaseName))
            throw new RuleViolation("Backup.Damaged", path);
        if (IsNewer(manifest.Version)) throw new RuleViolation("Backup.Newer", path, manifest.Version, Composition.Product.Version);
        return manifest;
    }

    static bool IsNewer(string version) => System.Version.TryParse(version.Split('-')[0], out var written) && System.Version.TryParse(Composition.Product.Version.Split('-')[0], out var mine) && written > mine;

    static bool IsBomb(ZipArchiveEntry entry) => entry.Length > Math.Max(1 << 24, entry.CompressedLength * MostUnpackedRatio);

    static void CheckNames(ZipArchive zip, Manifest manifest, string path)
    {
        var told = manifest.Files.ToLookup(f => f.Name, StringComparer.Ordinal);
        if (told.Any(f => f.Count() > 1 || f.Key == ManifestName) || zip.Entries.Count != told.Count + 1) throw new RuleViolation("Backup.Damaged", path);
        foreach (var entry in zip.Entries.Where(e => e.FullName != ManifestName))
            if (told[entry.FullName].FirstOrDefault() is not { } file || file.Size != entry.Length || !IsSafe(entry.FullName) || IsBomb(entry)) throw new RuleViolation("Backup.Damaged", path);
    }

    static bool IsSafe(string name) => name.Length > 0 && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) && !name.StartsWith('/')
        && name.Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>Unpacks everything into an empty folder, checking every digest.</summary>
    /// <exception cref="RuleViolation">A content is not what the manifest says, or there is no room for it.</exception>
    public void UnpackTo(string folder) => Read(folder, _ => true);

    /// <summary>Checks every digest; only the database is written, for whoever wants to look into it.</summary>
    /// <inheritdoc cref="UnpackTo" path="/exception"/>
    public void CheckIn(string folder) => Read(folder, f => f.Name == DatabaseName);

    void Read(string folder, Func<ManifestFile, bool> unpacks)
    {
        var needed = Manifest.Files.Where(unpacks).Sum(f => f.Size);
        if (new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace < needed) throw new RuleViolation("Backup.NoSpace", needed / 1_000_000);
        foreach (var file in Manifest.Files)
        {
            var target = unpacks(file) ? Path.Combine(folder, file.Name.Replace('/', Path.DirectorySeparatorChar)) : null;
            if (target is not null) Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!TryUnpack(file, target)) throw new RuleViolation("Backup.Damaged", file.Name);
            if (target is null) continue;
            if (!OperatingSystem.IsWindows() && file.Name.StartsWith("keys/", StringComparison.Ordinal)) File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>False as soon as more comes than was told, or something else.</summary>
    bool TryUnpack(ManifestFile file, string? target)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var content = _zip.GetEntry(file.Name)!.Open();
            using var written = target is null ? Stream.Null : File.Create(target);
            var buffer = new byte[1 << 16];
            long size = 0;
            for (int read; size <= file.Size && (read = content.Read(buffer)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                written.Write(buffer, 0, read);
            }
            return size == file.Size && Convert.ToHexString(hash.GetHashAndReset()) == file.Sha256;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Rows of every table of an unpacked database, after its pages and references were checked.</summary>
    /// <exception cref="RuleViolation">The database inside is damaged.</exception>
    public static IReadOnlyDictionary<string, long> CountRows(string database)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            connection.Open();
            if (Read(connection, "SELECT integrity_check FROM pragma_integrity_check") is not ["ok"] || Read(connection, "SELECT \"table\" FROM pragma_foreign_key_check").Count > 0)
                throw new RuleViolation("Backup.Damaged", DatabaseName);
            return Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
                .ToDictionary(t => t, t => long.Parse(Read(connection, $"SELECT count(*) FROM \"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")[0]));
        }
        catch (SqliteException)
        {
            throw new RuleViolation("Backup.Damaged", DatabaseName);
        }
    }

    static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read()) rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }

    /// <summary>Writes a backup of a folder's files and a database snapshot; beside the target first, renamed when it is whole.</summary>
    /// <param name="files">Names inside the backup and where their content lies.</param>
    /// <param name="password">Encrypts under it; null for a file that everybody can read.</param>
    public static Manifest Write(string path, string version, DateTime now, IReadOnlyList<(string Name, string Path)> files, string? password)
    {
        var part = path + ".part";
        Manifest manifest;
        using (var target = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
        {
            using (var content = password is null ? null : EncryptedBackup.Write(target, password))
            using (var zip = new ZipArchive(content ?? target, ZipArchiveMode.Create, leaveOpen: true))
            {
                List<ManifestFile> told = [];
                foreach (var (name, source) in files)
                    if (Add(zip, name, source) is { } added) told.Add(added);
                manifest = new Manifest("AfterSales", version, now, told);
                using var stream = zip.CreateEntry(ManifestName).Open();
                JsonSerializer.Serialize(stream, manifest);
            }
            target.Position = 0;
            var seal = SHA256.HashData(target);
            target.Position = target.Length;
            target.Write(seal);
            target.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
        return manifest;
    }

    /// <returns>Null for a document that was swept after it was listed: nobody needed it.</returns>
    static ManifestFile? Add(ZipArchive zip, string name, string source)
    {
        if (name != DatabaseName && !File.Exists(source)) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var content = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var entry = zip.CreateEntry(name, name == DatabaseName ? CompressionLevel.Fastest : CompressionLevel.NoCompression).Open();
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int read; (read = content.Read(buffer)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            entry.Write(buffer, 0, read);
        }
        return new ManifestFile(name, size, Convert.ToHexString(hash.GetHashAndReset()));
    }

    public void Dispose()
    {
        _zip.Dispose();
        _map.Dispose();
    }
}
