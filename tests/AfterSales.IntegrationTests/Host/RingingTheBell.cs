using System.Globalization;
using System.Net;
using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Host;

/// <summary>News reaches those it is for, in their language, and stays until each has read it.</summary>
public sealed class RingingTheBell(Installation installation) : IClassFixture<Installation>
{
    static readonly Notice News = new("test:hello", "Setup.NoCompany", [], "/Password");

    Task RingAsync(Recipients to, Notice notice) => installation.WithAsync<IBell>(bell => bell.RingAsync(to, notice, CancellationToken.None));

    static async Task<int> UnreadAsync(Visitor visitor) =>
        (await visitor.FragmentAsync("/Messages/Unread", "unread")).ShouldBeOk().Document.QuerySelector(".bell-count") is { } count ? int.Parse(count.TextContent, CultureInfo.InvariantCulture) : 0;

    static async Task<IReadOnlyList<string>> AllAsync(Visitor visitor) => [.. (await visitor.OpenAsync("/Messages?state=all")).ShouldBeOk().Texts(".notice form button.btn-link")];

    [Fact]
    public async Task for_a_role_tells_everybody_who_holds_it_in_his_own_language_and_nobody_else()
    {
        var (english, chinese, other) = (await installation.AsAsync(Roles.Trainer), await installation.AsAsync(Roles.Trainer, "zh-CN"), await installation.AsAsync(Roles.Cashier));
        await RingAsync(Recipients.InRole(Roles.Trainer), News with { Once = "test:role" });
        (await AllAsync(english)).ShouldContain("Give the name of the company.");
        (await AllAsync(chinese)).ShouldContain("请填写公司名称。");
        (await AllAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task translates_values_that_are_texts_themselves()
    {
        var clerk = await installation.AsAsync(Roles.RecordsClerk);
        await RingAsync(Recipients.InRole(Roles.RecordsClerk), new Notice("test:args", "Messages.Digest.Quiet", ["2026-03-11", "Roles.records-clerk"], "/"));
        (await AllAsync(clerk)).ShouldContain("Morning summary of 2026-03-11 for Records clerk: nothing at risk, nothing waiting");
    }

    [Fact]
    public async Task for_a_permission_tells_its_holders()
    {
        var (holder, other) = (await installation.AsAsync(Roles.QualityOfficer), await installation.AsAsync(Roles.Technician));
        await RingAsync(Recipients.WithPermission("service.orders.judge-repeats"), News with { Once = "test:permission" });
        (await AllAsync(holder)).ShouldContain("Give the name of the company.");
        (await AllAsync(other)).ShouldNotContain("Give the name of the company.");
    }

    [Fact]
    public async Task twice_under_one_key_is_told_once_also_in_the_same_moment()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RingAsync(Recipients.InRole(Roles.BrandAuditor), News with { Once = "test:once" })));
        (await AllAsync(await installation.AsAsync(Roles.BrandAuditor))).Count(t => t == "Give the name of the company.").ShouldBe(1);
        var told = await installation.WithAsync<HostDbContext, int>(db => db.Set<StaffNotice>().CountAsync(n => n.Once == "test:once"));
        told.ShouldBe(1);
    }

    [Fact]
    public async Task for_a_person_tells_that_person_and_on_his_days_the_deputy()
    {
        foreach (var name in new[] { "wang", "zhao" }) (await installation.RunAsync(["user", "add", name, "--role", "technician", "--password-stdin"], "a long sentence about tea")).ShouldSucceed();
        using var wang = await installation.SignInAsync("wang", "a long sentence about tea");
        using var zhao = await installation.SignInAsync("zhao", "a long sentence about tea");
        var (wangs, zhaos) = (await IdAsync("wang"), await IdAsync("zhao"));
        await RingAsync(Recipients.Person(wangs.ToString(CultureInfo.InvariantCulture)), News with { Once = "test:person" });
        (await UnreadAsync(wang)).ShouldBe(1);
        (await UnreadAsync(zhao)).ShouldBe(0);

        await NameDeputyAsync(wangs, zhaos, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 10)); // over since yesterday
        (await UnreadAsync(zhao)).ShouldBe(0);
        await NameDeputyAsync(wangs, zhaos, new DateOnly(2026, 3, 11), new DateOnly(2026, 3, 11));
        (await UnreadAsync(zhao)).ShouldBe(1);
        await zhao.SubmitAsync("/Messages", [], with: "[formaction], form[action*='Read'] button.btn-sm");
        (await UnreadAsync(zhao)).ShouldBe(0);
        (await UnreadAsync(wang)).ShouldBe(1, "each reads for himself");
    }

    Task<long> IdAsync(string name) => installation.WithAsync<HostDbContext, long>(db => db.Set<Account>().Where(a => a.UserName == name).Select(a => a.Id).SingleAsync());

    Task NameDeputyAsync(long person, long deputy, DateOnly from, DateOnly until) => installation.WithAsync<HostDbContext>(async db =>
    {
        (await db.Set<Account>().SingleAsync(a => a.Id == person)).NameDeputy(deputy, from, until);
        await db.SaveChangesAsync();
    });
}

/// <summary>The page of messages, as somebody works through it.</summary>
public sealed class ReadingMessages(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task marks_one_by_opening_it_and_the_rest_at_once_but_not_what_came_meanwhile()
    {
        var person = await installation.AsAsync(Roles.Dispatcher);
        (await person.OpenAsync("/Messages")).ShouldBeOk().Text.ShouldContain("Nothing new.");
        (await person.OpenAsync("/")).Find("a.bell").GetAttribute("href").ShouldBe("/Messages"); // a link, without script too
        for (var i = 1; i <= 30; i++) await RingAsync(i);
        (await CountAsync(person)).ShouldBe("30");

        var list = await person.OpenAsync("/Messages");
        list.Document.QuerySelectorAll(".notice").Length.ShouldBe(25);
        list.Texts(".acts a").ShouldContain("Older");
        (await person.OpenAsync("/Messages?pageNo=2")).Document.QuerySelectorAll(".notice").Length.ShouldBe(5);
        (await person.SubmitAsync(list, [], with: "button.btn-link")).ShouldBeOk().Url.AbsolutePath.ShouldBe("/Password");
        (await CountAsync(person)).ShouldBe("29");

        var seen = await person.OpenAsync("/Messages");
        await RingAsync(31);
        (await person.SubmitAsync(seen, [], with: "[name=upTo]")).ShouldBeOk();
        (await CountAsync(person)).ShouldBe("1");
        (await person.OpenAsync("/Messages?state=all&pageNo=2")).Document.QuerySelectorAll(".notice").Length.ShouldBe(6);
    }

    [Fact]
    public async Task of_somebody_else_answers_404()
    {
        var (manager, cashier) = (await installation.AsAsync(Roles.Manager), await installation.AsAsync(Roles.Cashier));
        await installation.WithAsync<IBell>(b => b.RingAsync([Roles.Manager], "test:foreign", "Setup.NoCompany", [], "/Password", CancellationToken.None));
        await installation.WithAsync<IBell>(b => b.RingAsync([Roles.Cashier], "test:own", "Setup.NoCompany", [], "/Password", CancellationToken.None));
        var foreign = (await manager.OpenAsync("/Messages")).Find(".notice [name=id]").GetAttribute("value");
        var refused = await cashier.SubmitAsync(await cashier.OpenAsync("/Messages"), new() { ["id"] = foreign }, with: "button.btn-link");
        refused.Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.OpenAsync("/Messages")).Document.QuerySelectorAll(".notice").Length.ShouldBe(1);
    }

    [Fact]
    public async Task ends_after_ninety_days()
    {
        await installation.WithAsync<IBell>(b => b.RingAsync([Roles.Trainer], "test:old", "Setup.NoCompany", [], "/", CancellationToken.None));
        await installation.WithAsync<ForgetNotices>(job => job.RunAsync(installation.Now.AddDays(ForgetNotices.DaysKept), CancellationToken.None));
        (await KeptAsync()).ShouldBe(1, "ninety days old is not older than ninety days");
        await installation.WithAsync<ForgetNotices>(job => job.RunAsync(installation.Now.AddDays(ForgetNotices.DaysKept).AddMinutes(1), CancellationToken.None));
        (await KeptAsync()).ShouldBe(0);

        Task<int> KeptAsync() => installation.WithAsync<HostDbContext, int>(db => db.Set<StaffNotice>().CountAsync(n => n.Once == "test:old"));
    }

    Task RingAsync(int i) => installation.WithAsync<IBell>(b => b.RingAsync([Roles.Dispatcher], "test:" + i, "Setup.NoCompany", [], "/Password", CancellationToken.None));

    static async Task<string?> CountAsync(Visitor person) => (await person.FragmentAsync("/Messages/Unread", "unread")).ShouldBeOk().Find(".bell-count").TextContent;
}
