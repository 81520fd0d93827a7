using System.Net;
using AfterSales.Host.Demo;
using AfterSales.Host.Shell;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>The wizard's last step offers to start empty, to import, or to look around in a demo company.</summary>
[OnOneDatabase]
public sealed class ChoosingTheDemo(FreshInstallation installation) : IClassFixture<FreshInstallation>
{
    [Fact]
    public async Task builds_the_company_in_the_background_says_so_on_every_page_and_sends_nothing()
    {
        var build = installation.Services.GetRequiredService<DemoBuild>();
        build.Size = (150, 3);
        using var owner = installation.Anonymous();
        var wizard = await owner.OpenAsync("/");
        wizard.Document.QuerySelectorAll("[name='Input.Then']").Select(o => o.GetAttribute("value")).ShouldBe(["empty", "import", "demo"]);
        var progress = (await owner.SubmitAsync(wizard, new()
        {
            ["Code"] = installation.Services.GetRequiredService<FirstRun>().Code, ["Company"] = "演示用", ["Zone"] = "Asia/Shanghai", ["DisplayName"] = "周敏", ["UserName"] = "owner", ["Password"] = "correct horse battery 42", ["Then"] = "demo",
        })).ShouldBeOk();
        progress.Url.AbsolutePath.ShouldBe("/Demo");
        progress.Text.ShouldContain("Demo company: everything here is made up, and nothing is sent to anybody.");
        installation.Services.GetRequiredService<ICompany>().IsDemo.ShouldBeTrue();

        await build.Running!.WaitAsync(TimeSpan.FromMinutes(8));
        build.HasFailed.ShouldBeFalse();
        var orders = await installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().CountAsync());
        orders.ShouldBeInRange(120, 190); // a hundred and fifty asked for; repeats come by themselves
        var ready = (await owner.FragmentAsync("/Demo", "build")).ShouldBeOk();
        ready.Text.ShouldContain($"{orders} orders");
        ready.Document.QuerySelectorAll("[hx-get]").ShouldBeEmpty("nothing is left to wait for");

        var accounts = await DemoAccounts.InAsync(installation.Folder.Root);
        accounts.Keys.ShouldBe(Roles.All, ignoreOrder: true);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(installation.Folder.In("demo-accounts.txt")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var dispatcher = await installation.SignInAsync(Roles.Dispatcher, accounts[Roles.Dispatcher]);
        var list = (await dispatcher.OpenAsync("/Service/Requests?state=all")).ShouldBeOk();
        list.Document.QuerySelectorAll("#rows tbody tr").Length.ShouldBe(25);
        list.Find(".demo-note").TextContent.ShouldContain("Demo company");
        (await dispatcher.OpenAsync("/Demo")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await dispatcher.FragmentAsync("/Messages/Unread", "unread")).Document.QuerySelector(".bell-count").ShouldBeNull("made-up history is no news");
        (await installation.RunAsync(["demo"])).Exit.ShouldBe(3);
    }
}

/// <summary>A company that is no demo.</summary>
public sealed class AnOrdinaryCompany(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task has_no_banner_and_no_page_about_a_demo()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.OpenAsync("/")).ShouldBeOk().Document.QuerySelector(".demo-note").ShouldBeNull();
        (await owner.OpenAsync("/Demo")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
