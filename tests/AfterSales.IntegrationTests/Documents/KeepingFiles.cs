using System.Security.Cryptography;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Storage;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>Content is kept by its checksum, once, for as long as somebody needs it; what happens to its bytes is found.</summary>
public sealed class KeepingFiles(Installation installation) : IClassFixture<Installation>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<StoredFile> KeepAsync(string content, string type = "text/plain") =>
        installation.WithAsync<IFileStore, StoredFile>(files => files.Keep(new MemoryStream(Encoding.UTF8.GetBytes(content)), type, Stop));

    Task<string?> ReadAsync(string sha256) => installation.WithAsync<IFileStore, string?>(async files =>
    {
        await using var content = await files.Open(sha256, Stop);
        if (content is null) return null;
        using StreamReader reader = new(content);
        return await reader.ReadToEndAsync(Stop);
    });

    /// <summary>Another module commits a row that needs the content, or needs it no more.</summary>
    async Task PublishAsync(object @event)
    {
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            db.Publish(@event, installation.Now);
            await db.SaveChangesAsync(Stop);
        });
        await installation.DeliverEventsAsync();
    }

    Task<long> SweepAsync(int daysLater) => installation.WithAsync<SweepFiles, long>(async sweep => (await sweep.RunAsync(installation.Now.AddDays(daysLater), Stop)).Rows);

    Task<int> ClaimsAsync(string sha256) => installation.WithAsync<DocumentsDbContext, int>(db => db.Set<FileClaim>().CountAsync(c => c.Sha256 == sha256, Stop));

    string PathOf(string sha256) => Path.Combine(installation.Folder.Files, sha256[..2], sha256[2..4], sha256);

    [Fact]
    public async Task stores_the_same_content_once_and_names_it_by_its_checksum()
    {
        var (first, second) = (await KeepAsync("燃气热水器"), await KeepAsync("燃气热水器", "text/html"));
        first.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData("燃气热水器"u8)));
        first.Size.ShouldBe(15);
        second.ShouldBe(first);
        Directory.EnumerateFiles(installation.Folder.Files, first.Sha256, SearchOption.AllDirectories).ShouldBe([PathOf(first.Sha256)]);
        (await ReadAsync(first.Sha256)).ShouldBe("燃气热水器");
    }

    [Fact]
    public async Task stores_what_twenty_bring_at_once_once()
    {
        var brought = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => KeepAsync("brought by twenty"))));
        brought.Distinct().Count().ShouldBe(1);
        (await ReadAsync(brought[0].Sha256)).ShouldBe("brought by twenty");
        Directory.EnumerateFiles(installation.Folder.In("incoming")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../aftersales.db")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("ab/../../../../../../../../../../../../../../../etc/passwd/////////")]
    public async Task opens_nothing_for_what_is_no_checksum(string name) => (await ReadAsync(name)).ShouldBeNull();

    [Fact]
    public async Task sweeps_what_nobody_claimed_after_seven_days_and_never_what_somebody_needs()
    {
        var (idle, needed) = (await KeepAsync("nobody needs this"), await KeepAsync("somebody needs this"));
        await PublishAsync(new FileClaimed(needed.Sha256, "service.visit:1"));
        await PublishAsync(new FileClaimed(needed.Sha256, "service.visit:1"));
        (await ClaimsAsync(needed.Sha256)).ShouldBe(1);
        (await SweepAsync(6)).ShouldBe(0);
        (await ReadAsync(idle.Sha256)).ShouldNotBeNull();
        (await SweepAsync(8)).ShouldBeGreaterThan(0);
        (await ReadAsync(idle.Sha256)).ShouldBeNull();
        (await ReadAsync(needed.Sha256)).ShouldBe("somebody needs this");
        await PublishAsync(new FileReleased(needed.Sha256, "service.visit:1"));
        (await SweepAsync(8)).ShouldBe(1);
        File.Exists(PathOf(needed.Sha256)).ShouldBeFalse();
        (await KeepAsync("somebody needs this")).Sha256.ShouldBe(needed.Sha256);
        (await ReadAsync(needed.Sha256)).ShouldBe("somebody needs this");
    }

    [Fact]
    public async Task never_sweeps_what_was_brought_again_meanwhile()
    {
        var file = await KeepAsync("brought again");
        installation.Time.Advance(TimeSpan.FromDays(8));
        await KeepAsync("brought again");
        await SweepAsync(0);
        (await ReadAsync(file.Sha256)).ShouldBe("brought again");
    }

    [Fact]
    public async Task a_claim_on_content_that_is_not_there_is_not_lost_in_silence()
    {
        var absent = new string('a', 64);
        await PublishAsync(new FileClaimed(absent, "service.visit:2"));
        (await ClaimsAsync(absent)).ShouldBe(0);
        (await installation.WithAsync<ServiceDbContext, int>(db => db.Outbox.CountAsync(m => m.DeliveredAt == null && m.Payload.Contains(absent), Stop))).ShouldBe(1);
        await installation.WithAsync<ServiceDbContext>(db => db.Outbox.Where(m => m.Payload.Contains(absent)).ExecuteDeleteAsync(Stop));
    }

    [Fact]
    public async Task refuses_what_is_larger_than_the_policy_allows_and_leaves_nothing()
    {
        var refusal = await Should.ThrowAsync<RuleViolation>(() => installation.WithAsync<IFileStore, StoredFile>(files => files.Keep(new Endless(51_000_000), "video/mp4", Stop)));
        refusal.Key.ShouldBe("Storage.TooLarge");
        Directory.EnumerateFiles(installation.Folder.In("incoming")).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_flipped_byte_and_a_missing_file_are_found_by_check_and_mended_by_bringing_them_again()
    {
        var (flipped, missing) = (await KeepAsync("收费单一号"), await KeepAsync("收费单二号"));
        await PublishAsync(new FileClaimed(flipped.Sha256, "service.fee-note:7"));
        await PublishAsync(new FileClaimed(missing.Sha256, "service.fee-note:8"));
        var bytes = await File.ReadAllBytesAsync(PathOf(flipped.Sha256), Stop);
        bytes[3] ^= 1;
        await File.WriteAllBytesAsync(PathOf(flipped.Sha256), bytes, Stop);
        File.Delete(PathOf(missing.Sha256));
        var found = await CheckAsync();
        found.Ok.ShouldBeFalse();
        found.Problems.ShouldContain(p => p.Contains(flipped.Sha256, StringComparison.Ordinal) && p.Contains("service.fee-note:7", StringComparison.Ordinal));
        found.Problems.ShouldContain(p => p.Contains(missing.Sha256, StringComparison.Ordinal) && p.Contains("service.fee-note:8", StringComparison.Ordinal));
        found.Problems.Count.ShouldBe(2);
        await KeepAsync("收费单一号");
        await KeepAsync("收费单二号");
        (await CheckAsync()).Ok.ShouldBeTrue();
    }

    Task<IntegrityResult> CheckAsync() => installation.WithAsync<IEnumerable<IIntegrityCheck>, IntegrityResult>(checks => checks.Single(c => c is FilesCheck).CheckAsync(Stop));

    [Fact]
    public async Task a_backup_brings_every_content_back()
    {
        if (TestDatabase.IsPostgres) return;
        var file = await KeepAsync("in the backup");
        await PublishAsync(new FileClaimed(file.Sha256, "service.fee-note:9"));
        var work = Directory.CreateTempSubdirectory("aftersales-papers-").FullName;
        try
        {
            (await installation.RunAsync(["backup", Path.Combine(work, "b")])).ShouldSucceed();
            var restored = await CommandLine.RestoreAsync(Path.Combine(work, "b"), Path.Combine(work, "restored"));
            (await File.ReadAllTextAsync(Path.Combine(restored.Files, file.Sha256[..2], file.Sha256[2..4], file.Sha256), Stop)).ShouldBe("in the backup");
            (await CommandLine.RunAsync(restored, SmallCompany.Time, ["check", "--json"])).ShouldSucceed();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>So many zero bytes, without the memory for them.</summary>
    sealed class Endless(long length) : Stream
    {
        long _left = length;
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            return read;
        }
    }
}
