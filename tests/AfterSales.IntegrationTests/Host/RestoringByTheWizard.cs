using System.Net;
using AfterSales.Host.Backup;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A new computer, an old backup and the one-time code: nothing else is needed to go on working.</summary>
[OnOneDatabase]
public sealed class RestoringByTheWizard
{
    const string Key = "seven brown otters";

    [Fact]
    public async Task ends_with_a_sign_in_by_an_account_of_the_backup()
    {
        await using var old = new Installation();
        await old.InitializeAsync();
        old.Services.GetRequiredService<BackupPassword>().Set(Key);
        await old.Services.GetRequiredService<BackupShelf>().MakeAsync("manual-one.backup", _ => { }, CancellationToken.None);
        var content = await File.ReadAllBytesAsync(Path.Combine(old.Folder.Backups, "manual-one.backup"), TestContext.Current.CancellationToken);

        using var executable = new Executable();
        var folder = new DataFolder(Directory.CreateDirectory(executable.Data).FullName);
        await TestDatabase.PrepareEmptyAsync(folder);
        var (process, address) = await executable.ServeAsync();
        try
        {
            using var owner = new Visitor(address, "en");
            (await owner.OpenAsync("/Setup/RestoreFile")).Url.AbsolutePath.ShouldBe("/Setup/Restore", "the code comes first");
            (await owner.SubmitAsync("/Setup/Restore", new() { ["Code"] = "WRONGWRONG" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var form = (await owner.SubmitAsync("/Setup/Restore", new() { ["Code"] = await executable.OneTimeCodeAsync() })).ShouldBeOk();
            form.Url.AbsolutePath.ShouldBe("/Setup/RestoreFile");

            await owner.SubmitAsync(form, new() { ["Password"] = "not the password" }, files: new() { ["Input.File"] = new FileToSend("manual-one.backup", content) });
            (await UntilAsync(owner, p => p.Document.QuerySelector(".alert-danger") is not null)).Text.ShouldContain("not its password");
            Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName).ShouldNotContain(n => n!.StartsWith("restor", StringComparison.Ordinal));

            Directory.CreateDirectory(folder.Backups);
            await File.WriteAllBytesAsync(Path.Combine(folder.Backups, "from-the-old-one.backup"), content, TestContext.Current.CancellationToken);
            await owner.SubmitAsync("/Setup/RestoreFile", new() { ["Name"] = "from-the-old-one.backup", ["Password"] = Key });
            await UntilAsync(owner, p => p.Document.QuerySelector("input[type=password]") is not null && p.Url.AbsolutePath == "/SignIn");
            using var visitor = await Installation.SignInAsync(new Visitor(address, "en"), "administrator-1", Installation.Password);
            (await visitor.OpenAsync("/Settings/Company")).ShouldBeOk().Body.ShouldContain("清泉服务");
            (await visitor.OpenAsync("/Setup/RestoreFile")).Url.AbsolutePath.ShouldBe("/", "the wizard is over");
            Directory.Exists(folder.In("restored")).ShouldBeFalse();
            Executable.AskToEnd(process);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.ExitCode.ShouldBe(0);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
        (await executable.RunAsync(["check", "--json"])).ShouldSucceed();
        File.Exists(folder.Database).ShouldBe(!TestDatabase.IsPostgres);
    }

    /// <summary>The server goes away for a moment and comes back under the same address.</summary>
    static async Task<Shown> UntilAsync(Visitor owner, Func<Shown, bool> isIt)
    {
        for (var i = 0; i < 1200; i++)
        {
            try
            {
                if (await owner.OpenAsync("/Setup/Restoring") is var page && isIt(page)) return page;
            }
            catch (HttpRequestException)
            {
                // between two starts
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException("It never came to that.");
    }
}
