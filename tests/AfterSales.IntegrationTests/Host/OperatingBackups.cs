using System.Net;
using System.Security.Cryptography;
using AfterSales.Host.Backup;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Backups made, checked and taken by page and by the daily job, on either database.</summary>
[OnOneDatabase]
public sealed class OperatingBackups : IAsyncLifetime
{
    readonly Installation _installation = new();

    public ValueTask InitializeAsync() => _installation.InitializeAsync();
    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task makes_one_by_the_page_that_verifies_everywhere()
    {
        var owner = await _installation.AsAsync(Roles.Administrator);
        (await owner.OpenAsync("/Operations")).Text.ShouldContain("There is none yet.");
        (await owner.SubmitAsync("/Operations/Backups", [], with: "form[action='/Operations/MakeBackup']")).ShouldBeOk();
        var page = await UntilAsync(owner, "Whole");
        page.Text.ShouldContain("made and read back.");

        const string name = "manual-2026-03-11-090000.backup";
        var file = Path.Combine(_installation.Folder.Backups, name);
        Directory.EnumerateFileSystemEntries(_installation.Folder.Backups, "manual-*").Select(Path.GetFileName).Order().ShouldBe([name, name + ".verdict.json"]);
        (await _installation.RunAsync(["verify", file, "--json"])).ShouldSucceed().Json.GetProperty("rows").GetProperty("host_accounts").GetInt64().ShouldBe(1);
        (await owner.OpenAsync("/Operations")).Text.ShouldNotContain("There is none yet.");

        var taken = await owner.SubmitAsync($"/Operations/TakeBackup?file={name}", [], with: "#main form");
        taken.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        SHA256.HashData(await taken.Response.Content.ReadAsByteArrayAsync()).ShouldBe(SHA256.HashData(await File.ReadAllBytesAsync(file)));
        var audit = (await owner.OpenAsync("/Settings/Audit")).Texts("tbody tr").ToList();
        audit.ShouldContain(r => r.Contains("backup.made", StringComparison.Ordinal) && r.Contains(name, StringComparison.Ordinal));
        audit.ShouldContain(r => r.Contains("backup.taken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task finds_a_changed_byte_when_it_verifies_again()
    {
        var owner = await _installation.AsAsync(Roles.Administrator);
        var shelf = _installation.Services.GetRequiredService<BackupShelf>();
        await shelf.MakeAsync("manual-one.backup", _ => { }, CancellationToken.None);
        var file = Path.Combine(_installation.Folder.Backups, "manual-one.backup");
        await using (var stream = new FileStream(file, FileMode.Open))
        {
            stream.Position = stream.Length / 2;
            var there = stream.ReadByte();
            stream.Position--;
            stream.WriteByte((byte)(there ^ 1));
        }
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 3, 11, 2, 0, 0, DateTimeKind.Utc));
        (await owner.OpenAsync("/Operations/Backups")).Texts("tbody .chip").ShouldBe(["Not checked"]);
        (await owner.SubmitAsync("/Operations/Backups", [], with: "button[name=file]")).ShouldBeOk();
        (await UntilAsync(owner, "Damaged")).Find("#main .alert-danger").TextContent.ShouldContain("damaged");
        (await owner.OpenAsync("/Operations")).Text.ShouldContain("There is none yet.");
    }

    [Fact]
    public async Task refuses_a_file_that_is_not_on_the_shelf()
    {
        var owner = await _installation.AsAsync(Roles.Administrator);
        foreach (var page in new[] { "TakeBackup", "VerifyBackup" })
            (await owner.SubmitAsync($"/Operations/{page}?file=..%2Faftersales.db", [], with: "#main form")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task makes_one_a_day_whatever_often_the_job_wakes()
    {
        var ledger = _installation.Services.GetRequiredService<JobLedger>();
        var morning = new DateTime(2026, 3, 10, 18, 30, 0, DateTimeKind.Utc); // 02:30 on the 11th in Shanghai
        (await ledger.RunAsync(BackUpDaily.Job, morning, CancellationToken.None)).ShouldBeTrue();
        (await ledger.RunAsync(BackUpDaily.Job, morning, CancellationToken.None)).ShouldBeFalse();
        (await ledger.RunAsync(BackUpDaily.Job, morning.AddHours(6), CancellationToken.None)).ShouldBeTrue();
        (await ledger.RunAsync(BackUpDaily.Job, morning.AddHours(24), CancellationToken.None)).ShouldBeTrue();
        var runs = await _installation.WithAsync<HostDbContext, List<JobRun>>(db => db.Set<JobRun>().Where(r => r.Job == BackUpDaily.Job.Name && r.Slot < morning.AddDays(2)).OrderBy(r => r.Slot).ToListAsync());
        runs.ShouldAllBe(r => r.Error == null && r.FinishedAt != null);
        var shelf = _installation.Services.GetRequiredService<BackupShelf>();
        shelf.List().Where(b => b.IsGood).Select(b => b.Name).Order().ShouldBe(["daily-2026-03-11.backup", "daily-2026-03-12.backup"]);
    }

    [Fact]
    public async Task gives_the_day_another_one_when_the_first_was_damaged()
    {
        var ledger = _installation.Services.GetRequiredService<JobLedger>();
        var slot = new DateTime(2026, 3, 10, 18, 30, 0, DateTimeKind.Utc);
        Directory.CreateDirectory(_installation.Folder.Backups);
        await File.WriteAllTextAsync(Path.Combine(_installation.Folder.Backups, "daily-2026-03-11.backup"), "what a broken disk left of a backup that was once whole");
        (await ledger.RunAsync(BackUpDaily.Job, slot, CancellationToken.None)).ShouldBeTrue();
        _installation.Services.GetRequiredService<BackupShelf>().List().ShouldHaveSingleItem().IsGood.ShouldBeTrue();
        File.Exists(Path.Combine(_installation.Folder.Backups, "daily-2026-03-11.backup.damaged")).ShouldBeTrue();
    }

    [Fact]
    public async Task turns_red_two_days_after_the_last_good_one()
    {
        var owner = await _installation.AsAsync(Roles.Administrator);
        await _installation.Services.GetRequiredService<BackupShelf>().MakeAsync("manual-one.backup", _ => { }, CancellationToken.None);
        (await StateAsync(owner)).ShouldBe("Fine");
        (await owner.OpenAsync("/")).Text.ShouldNotContain(Banner);
        _installation.Time.Advance(TimeSpan.FromHours(49));
        (await StateAsync(owner)).ShouldBe("Needs you");
    }

    const string Banner = "There has been no good backup for two days.";

    [Fact]
    public async Task says_so_on_every_page_of_whoever_may_see_it_until_there_is_one()
    {
        var (owner, technician) = (await _installation.AsAsync(Roles.Administrator), await _installation.AsAsync(Roles.Technician));
        (await owner.OpenAsync("/")).Text.ShouldNotContain(Banner, Case.Sensitive, "the installation is younger than that");
        _installation.Time.Advance(TimeSpan.FromHours(49));
        foreach (var page in new[] { "/", "/Operations", "/Settings/Company" }) (await owner.OpenAsync(page)).ShouldBeOk().Text.ShouldContain(Banner);
        (await technician.OpenAsync("/")).ShouldBeOk().Text.ShouldNotContain(Banner);
        await _installation.Services.GetRequiredService<BackupShelf>().MakeAsync("manual-one.backup", _ => { }, CancellationToken.None);
        (await owner.OpenAsync("/")).Text.ShouldNotContain(Banner);
    }

    [Fact]
    public async Task encrypts_from_the_day_a_password_is_set_and_shows_it_once()
    {
        var owner = await _installation.AsAsync(Roles.Administrator);
        (await owner.SubmitAsync("/Operations/BackupPassword", new() { ["Input.Password"] = "too short" }, with: "#main form")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = (await owner.SubmitAsync("/Operations/BackupPassword", [], with: "#main form")).ShouldBeOk();
        var password = page.Find("#key").TextContent;
        password.ShouldMatch("^([A-Z2-9]{4}-){5}[A-Z2-9]{4}$");
        page.Find("svg.qr path").GetAttribute("d").ShouldBe(Kernel.Pages.QrCode.Of(password).Path);
        foreach (var later in new[] { "/Operations/BackupPassword", "/Operations/Backups", "/Settings/Audit" }) (await owner.OpenAsync(later)).ShouldBeOk().Body.ShouldNotContain(password);
        File.ReadAllText(Path.Combine(_installation.Folder.Keys, "backup-password")).ShouldNotContain(password);

        var shelf = _installation.Services.GetRequiredService<BackupShelf>();
        (await shelf.MakeAsync("manual-one.backup", _ => { }, CancellationToken.None)).IsEncrypted.ShouldBeTrue();
        var file = Path.Combine(_installation.Folder.Backups, "manual-one.backup");
        BackupWriter.Verify(file, password, Path.Combine(_installation.Folder.Root, "scratch")).Rows["host_accounts"].ShouldBe(1);
        (await owner.SubmitAsync("/Operations/BackupPassword", new() { ["Input.Password"] = "another long password" }, with: "#main form")).ShouldBeOk();
        Should.Throw<Kernel.RuleViolation>(() => shelf.VerifyAsync("manual-one.backup", null, _ => { }, CancellationToken.None)).Key.ShouldBe("Backup.WrongPassword");
        shelf.List().ShouldHaveSingleItem().IsGood.ShouldBeTrue("a password says nothing about the backup");
        await shelf.VerifyAsync("manual-one.backup", password, _ => { }, CancellationToken.None);

        (await owner.SubmitAsync("/Operations/DropBackupPassword", [], with: "#main form")).ShouldBeOk();
        (await shelf.MakeAsync("manual-two.backup", _ => { }, CancellationToken.None)).IsEncrypted.ShouldBeFalse();
    }

    static async Task<string> StateAsync(Visitor owner) => (await owner.OpenAsync("/Operations")).ShouldBeOk().Texts("tbody tr:first-child .chip").Single();

    static async Task<Shown> UntilAsync(Visitor owner, string state)
    {
        for (var i = 0; i < 900; i++)
        {
            var page = (await owner.OpenAsync("/Operations/Backups")).ShouldBeOk();
            if (page.Texts("tbody .chip").FirstOrDefault() == state && page.Document.QuerySelector("progress") is null) return page;
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"No backup came to '{state}': {(await owner.OpenAsync("/Operations/Backups")).Text}");
    }
}
