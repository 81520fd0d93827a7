using System.Net;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Shell;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A disk that really ends, with the watch switched off: what SQLite and the system answer becomes the same page, and nothing is half written.</summary>
public sealed class AtTheEndOfTheDisk
{
    const string Password = "correct horse battery 42";

    [Fact]
    public async Task what_does_not_fit_is_refused_and_taken_once_there_is_space()
    {
        if (TestDatabase.IsPostgres) return; // the database server has a disk of its own
        using var disk = SmallDisk.Mount("48m");
        DataFolder folder = new(Path.Combine(disk.Root, "data"));
        Directory.CreateDirectory(folder.Root);
        await TestDatabase.PrepareAsync(folder);
        await File.WriteAllTextAsync(folder.In("appsettings.json"), """{ "Disk": { "ReadOnlyBelow": 0 } }""", TestContext.Current.CancellationToken);
        await using (var app = AfterSalesHost.BuildWeb(folder, "http://127.0.0.1:0", "key"))
        {
            await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken);
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var owner = new Visitor(new Uri(app.Services.GetRequiredService<ControlAddress>().PublicAddresses[0]), "en");
            (await owner.SubmitAsync("/", new() { ["Code"] = app.Services.GetRequiredService<FirstRun>().Code, ["Company"] = "清泉服务", ["Zone"] = "Asia/Shanghai", ["Language"] = "zh-CN", ["DisplayName"] = "Owner", ["UserName"] = "owner", ["Password"] = Password })).ShouldBeOk();
            var form = await owner.OpenAsync("/Service/Requests/Receive");
            Dictionary<string, string?> call = new() { ["Phone"] = "13600136001", ["Name"] = "李娜", ["Address"] = "文一路 1 号", ["Description"] = new string('水', 3000), ["Kind"] = "Repair" };
            var taken = 0;
            disk.Fill();
            Shown answer;
            do answer = await owner.SubmitAsync(form, call); // the log of writes ahead has a little room of its own
            while (answer.Status == HttpStatusCode.OK && ++taken < 300);
            answer.Status.ShouldBe(HttpStatusCode.InsufficientStorage, answer.Text);
            answer.Body.ShouldContain("13600136001");
            answer.Find("#main [role=alert]").TextContent.ShouldContain("Nothing was saved");
            (await owner.OpenAsync("/Service/Requests")).ShouldBeOk();
            disk.Empty();
            (await owner.SubmitAsync(form, call)).ShouldBeOk();
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        SqliteConnection.ClearAllPools();
        (await CommandLine.RunAsync(folder, SmallCompany.Time, ["check"])).ShouldSucceed();
        SqliteConnection.ClearAllPools();
    }
}
