using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Data.Sqlite;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A backup restores to what was there; whatever was done to it on the way is found before anything is put in place.</summary>
public sealed class BackingUp : IDisposable
{
    static int Mutations => Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 200 : 20;

    readonly string _work = Directory.CreateTempSubdirectory("aftersales-backup-").FullName;

    public BackingUp() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => Directory.Delete(_work, recursive: true);

    [Fact]
    public async Task restores_every_row_and_every_file()
    {
        var (folder, backup) = await BackUpAsync();
        var verified = await VerbAsync("verify", backup, "--json");
        verified.Exit.ShouldBe(0, verified.Error);
        var target = Path.Combine(_work, "restored");
        var restored = await VerbAsync("restore", backup, "--data", target, "--json");
        restored.Exit.ShouldBe(0, restored.Error);
        restored.Json.GetProperty("rows").ToString().ShouldBe(verified.Json.GetProperty("rows").ToString());
        foreach (var file in (string[])["files/a.bin", "keys/k.xml"]) (await File.ReadAllBytesAsync(Path.Combine(target, file), TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllBytesAsync(folder.In(file), TestContext.Current.CancellationToken));
        (await CommandLine.RunAsync(new DataFolder(target), SmallCompany.Time, ["check", "--json"])).ShouldSucceed();
        SqliteConnection.ClearAllPools();
        (await VerbAsync("restore", backup, "--data", target)).Exit.ShouldBe(3, "the folder is not empty any more");
    }

    [Fact]
    public async Task is_refused_after_any_change_and_touches_nothing()
    {
        var (folder, backup) = await BackUpAsync();
        var whole = await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken);
        var live = DigestOf(folder.Root);
        var random = new Random(20260311);
        for (var i = 0; i < Mutations; i++)
        {
            var (what, bytes) = Mutate(whole, i, random);
            var broken = Path.Combine(_work, $"broken-{i}.backup");
            await File.WriteAllBytesAsync(broken, bytes, TestContext.Current.CancellationToken);
            var verified = await VerbAsync("verify", broken);
            verified.Exit.ShouldBe(1, what + verified.Out + verified.Error);
            verified.Error.ShouldContain(what.StartsWith("newer", StringComparison.Ordinal) ? "newer" : "damaged", Case.Sensitive, what);
            verified.Error.ShouldNotContain("   at ", Case.Sensitive, what);
            var target = Path.Combine(_work, $"restored-{i}");
            var restored = await VerbAsync("restore", broken, "--data", target);
            restored.Exit.ShouldBe(3, what + restored.Error);
            restored.Error.ShouldNotContain("   at ", Case.Sensitive, what);
            Directory.EnumerateFileSystemEntries(_work).Select(Path.GetFileName).ShouldNotContain(n => n!.StartsWith("restored", StringComparison.Ordinal), what);
            var onto = await VerbAsync("restore", broken, "--data", folder.Root);
            onto.Exit.ShouldBe(3, what);
            File.Delete(broken);
        }
        DigestOf(folder.Root).ShouldBe(live);
        File.Exists(Path.Combine(_work, "..", "evil.txt")).ShouldBeFalse();
        (await VerbAsync("verify", backup)).Exit.ShouldBe(0);
    }

    /// <summary>What happens to files on sticks and in mail, and what somebody might do on purpose: then the seal is made right again.</summary>
    static (string What, byte[] Bytes) Mutate(byte[] whole, int i, Random random)
    {
        var bytes = (byte[])whole.Clone();
        switch (i % 10)
        {
            case 0 or 1:
                var at = random.Next(bytes.Length);
                bytes[at] ^= (byte)(1 << random.Next(8));
                return ($"bit flipped at {at} ", bytes);
            case 2:
                var length = random.Next(bytes.Length);
                return ($"cut to {length} ", bytes[..length]);
            case 3: return ("bytes appended ", [.. bytes, .. RandomNumberGenerator.GetBytes(random.Next(1, 100))]);
            case 4: return ("../ name ", Forged(whole, (zip, files) => Add(zip, files, "../evil.txt", "evil")));
            case 5: return ("absolute name ", Forged(whole, (zip, files) => Add(zip, files, random.Next(2) == 0 ? "/tmp/evil.txt" : @"C:\evil.txt", "evil")));
            case 6: return ("newer version ", Forged(whole, (_, _) => { }, version: $"{random.Next(7, 90)}.{random.Next(9)}.0"));
            case 7: return ("zip bomb ", Forged(whole, (zip, files) => Add(zip, files, "files/bomb.bin", new string('0', 40_000_000))));
            case 8: return ("duplicate entry ", Forged(whole, (zip, files) =>
            {
                Add(zip, files, "files/twice.txt", "one");
                Add(zip, files, "files/twice.txt", "two");
            }));
            default: return random.Next(3) switch
            {
                0 => ("more content than told ", Forged(whole, (zip, files) =>
                {
                    Add(zip, files, "files/lie.txt", "a longer text than the manifest tells");
                    files[^1] = files[^1] with { Size = 5 };
                })),
                1 => ("a database with a flipped page ", Forged(whole, (_, _) => { }, flipDatabase: random.Next(20, 60))),
                _ => ("an entry nobody told of ", Forged(whole, (zip, _) => zip.CreateEntry("files/stowaway.txt"))),
            };
        }
    }

    sealed record Told(string Name, long Size, string Sha256);

    static void Add(ZipArchive zip, List<Told> files, string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        using (var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open()) entry.Write(bytes);
        files.Add(new Told(name, bytes.Length, Convert.ToHexString(SHA256.HashData(bytes))));
    }

    /// <summary>The same backup, written again by somebody who knows how: contents, manifest and seal agree unless <paramref name="change"/> makes them differ.</summary>
    static byte[] Forged(byte[] whole, Action<ZipArchive, List<Told>> change, string? version = null, int? flipDatabase = null)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(whole, 0, whole.Length - 32), ZipArchiveMode.Read))
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var manifest = JsonDocument.Parse(source.GetEntry("manifest.json")!.Open());
            List<Told> files = [];
            foreach (var entry in source.Entries.Where(e => e.Name != "manifest.json"))
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open()) stream.CopyTo(content);
                var bytes = content.ToArray();
                if (flipDatabase is { } page && entry.Name == "aftersales.db")
                    for (var i = 0; i < 8; i++) bytes[page * 4096 + i] ^= 0xff;
                using (var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open()) copy.Write(bytes);
                files.Add(new Told(entry.FullName, bytes.Length, Convert.ToHexString(SHA256.HashData(bytes))));
            }
            change(zip, files);
            using var told = zip.CreateEntry("manifest.json").Open();
            JsonSerializer.Serialize(told, new { Product = "AfterSales", Version = version ?? manifest.RootElement.GetProperty("Version").GetString(), CreatedAt = new DateTime(2026, 3, 11, 0, 0, 0, DateTimeKind.Utc), Files = files });
        }
        return [.. target.ToArray(), .. SHA256.HashData(target.ToArray())];
    }

    static int Moments => Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 30 : 3;

    [Fact]
    public async Task while_people_write_keeps_one_moment_whole()
    {
        await using var installation = new Installation();
        await installation.InitializeAsync();
        using var done = new CancellationTokenSource();
        using var written = new SemaphoreSlim(0);
        var writing = Enumerable.Range(0, 3).Select(w => Task.Run(async () =>
        {
            var files = 0;
            for (; !done.IsCancellationRequested; files++)
            {
                var file = Path.Combine(_work, $"orders-{w}.csv");
                await File.WriteAllTextAsync(file, "order_no,received_at,responded_at,customer_name,phone\n" + string.Concat(Enumerable.Range(0, 20).Select(r => $"W{w}-{files}-{r},2026-03-02T08:10:00,2026-03-02T09:10:00,王{r},1390013{w}{r:000}\n")));
                (await installation.RunAsync(["import", "orders", file, "--json"])).ShouldSucceed();
                written.Release();
            }
            return files;
        })).ToList();
        List<(string File, JsonElement Rows)> backups = [];
        for (var i = 0; i < Moments; i++)
        {
            for (var more = 0; more < 2; more++) await written.WaitAsync(TestContext.Current.CancellationToken); // writing goes on around every backup
            var file = Path.Combine(_work, $"moment-{i}.backup");
            backups.Add((file, (await installation.RunAsync(["backup", file, "--json"])).ShouldSucceed().Json.GetProperty("rows")));
        }
        await done.CancelAsync();
        (await Task.WhenAll(writing)).Sum().ShouldBeGreaterThan(3);
        foreach (var (file, rows) in backups)
        {
            var target = Path.ChangeExtension(file, ".restored");
            var restored = await VerbAsync("restore", file, "--data", target, "--json");
            restored.Exit.ShouldBe(0, restored.Error);
            restored.Json.GetProperty("rows").ToString().ShouldBe(rows.ToString());
            var folder = new DataFolder(target);
            AfterSales.Host.Backup.BackupFile.CountRows(folder.Database).Where(r => r.Key.StartsWith("service_", StringComparison.Ordinal) && r.Key != "service_migrations")
                .ToDictionary(r => r.Key, r => r.Value).ShouldAllBe(r => rows.GetProperty(r.Key).GetInt64() == r.Value);
            rows.GetProperty("service_orders").GetInt64().ShouldBe(rows.GetProperty("service_order_events").GetInt64(), "an order and its act came in one transaction");
            (await CommandLine.RunAsync(folder, installation.Time, ["check", "--json"])).ShouldSucceed();
            SqliteConnection.ClearAllPools();
        }
    }

    const string Password = "seven brown otters";

    [Fact]
    public async Task under_a_password_is_read_with_it_and_by_nobody_else()
    {
        var folder = await SmallCompany.CopyAsync();
        var backup = Path.Combine(_work, "encrypted.backup");
        var made = (await CommandLine.RunAsync(folder, SmallCompany.Time, ["backup", backup, "--password-stdin", "--json"], Password + "\n")).ShouldSucceed();
        SqliteConnection.ClearAllPools();
        made.Json.GetProperty("encrypted").GetBoolean().ShouldBeTrue();
        var bytes = await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken);
        foreach (var clear in (string[])["SQLite format 3", "manifest.json", "aftersales.db", "<key id="]) bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(clear)).ShouldBe(-1, clear);

        var without = await VerbAsync("verify", backup);
        (without.Exit, without.Error.Contains("--password-stdin", StringComparison.Ordinal)).ShouldBe((1, true), without.Error);
        var wrong = await TypingAsync("seven brown otter", "restore", backup, "--data", Path.Combine(_work, "wrong"), "--password-stdin");
        (wrong.Exit, wrong.Error.Contains("not its password", StringComparison.Ordinal)).ShouldBe((3, true), wrong.Error);
        Directory.Exists(Path.Combine(_work, "wrong")).ShouldBeFalse();
        (await TypingAsync(Password, "verify", backup, "--password-stdin", "--json")).ShouldSucceed().Json.GetProperty("rows").ToString().ShouldBe(made.Json.GetProperty("rows").ToString());
        (await TypingAsync(Password, "restore", backup, "--data", Path.Combine(_work, "right"), "--password-stdin", "--json")).ShouldSucceed().Json.GetProperty("rows").ToString().ShouldBe(made.Json.GetProperty("rows").ToString());

        var resealed = bytes[..^32]; // somebody who knows how a backup ends makes its seal right again
        resealed[resealed.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(backup, [.. resealed, .. SHA256.HashData(resealed)], TestContext.Current.CancellationToken);
        var damaged = await TypingAsync(Password, "verify", backup, "--password-stdin");
        (damaged.Exit, damaged.Error.Contains("damaged", StringComparison.Ordinal)).ShouldBe((1, true), damaged.Error);
    }

    async Task<(DataFolder Folder, string Backup)> BackUpAsync()
    {
        var folder = await SmallCompany.CopyAsync();
        Directory.CreateDirectory(folder.Files);
        Directory.CreateDirectory(folder.Keys);
        await File.WriteAllBytesAsync(folder.In("files/a.bin"), new byte[5_000_000]); // a document of zeros is no bomb
        await File.WriteAllTextAsync(folder.In("keys/k.xml"), "<key/>");
        var backup = Path.Combine(_work, "whole.backup");
        (await CommandLine.RunAsync(folder, SmallCompany.Time, ["backup", backup, "--json"])).ShouldSucceed();
        SqliteConnection.ClearAllPools();
        return (folder, backup);
    }

    static Task<Ran> VerbAsync(params string[] args) => CommandLine.OnNothingAsync(args);

    static Task<Ran> TypingAsync(string input, params string[] args) => CommandLine.OnNothingAsync(args, input);

    static string DigestOf(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/logs/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(f => f + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))));
}
