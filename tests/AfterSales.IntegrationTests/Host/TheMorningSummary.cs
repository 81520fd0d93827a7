using System.Globalization;
using System.Text.RegularExpressions;
using AfterSales.Host.Backup;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>What waits for a role: on its start page, and once each working day under the bell; every number opens exactly its rows.</summary>
public sealed partial class TheMorningSummary(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task of_the_evening_is_one_for_page_bell_and_group_and_told_once()
    {
        var settings = installation.Services.GetRequiredService<IConfiguration>();
        settings["Robots:wecom:Webhook"] = "https://example.com/robot";
        var page = (await (await installation.AsAsync(Roles.Manager, "zh-CN")).OpenAsync("/Messages/Brief")).ShouldBeOk();
        var sentences = page.Document.QuerySelectorAll("li.notice .wrap-any").Select(l => l.TextContent.Trim()).ToList();
        sentences.Count.ShouldBeGreaterThanOrEqualTo(4, "in and done, overdue, takings, tomorrow");

        foreach (var _ in (int[])[20, 21]) await installation.WithAsync<TellBrief>(t => t.RunAsync(installation.Now, CancellationToken.None));
        settings["Robots:wecom:Webhook"] = null;
        var (notices, messages) = await installation.WithAsync<HostDbContext, (List<StaffNotice>, List<OutgoingMessage>)>(async db =>
            (await db.Set<StaffNotice>().AsNoTracking().Include(n => n.Addresses).Where(n => n.Once.StartsWith("brief:")).ToListAsync(), await db.Set<OutgoingMessage>().AsNoTracking().Where(m => m.Channel == "wecom" && m.Once.Contains("brief:")).ToListAsync()));
        notices.ShouldHaveSingleItem().Addresses.Select(a => a.Address).ShouldBe([Recipients.RoleAddress(Roles.Administrator), Recipients.RoleAddress(Roles.Manager)], ignoreOrder: true);
        var told = messages.ShouldHaveSingleItem().Body;
        foreach (var sentence in sentences) told.ShouldContain(sentence);
        foreach (var role in (string[])[Roles.Administrator, Roles.Manager]) (await (await installation.AsAsync(role, "zh-CN")).OpenAsync("/Messages?state=all")).Text.ShouldContain(sentences[0]);
    }

    [Fact]
    public async Task counts_what_the_order_list_shows_and_is_told_once_a_working_day()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        (await dispatcher.OpenAsync("/")).ShouldBeOk().Text.ShouldContain("Nothing at risk, nothing waiting");
        var orders = new List<string>();
        for (var i = 0; i < 5; i++) orders.Add(await ReceiveAsync(dispatcher, i)); // Wednesday 09:00
        foreach (var number in orders.Take(2)) (await dispatcher.SubmitAsync($"/Service/Requests/Respond/{number}", new() { ["Content"] = "约好", ["WindowStart"] = "2026-03-12T09:00", ["WindowEnd"] = "2026-03-12T11:00" })).ShouldBeOk();
        await dispatcher.SubmitAsync($"/Service/Requests/Assign/{orders[0]}", new() { ["Technician"] = await TechnicianAsync(dispatcher) });

        // Thursday 05:00: twenty of twenty-four hours are used, so three responses and two handlings are at risk.
        installation.Time.Advance(TimeSpan.FromHours(20));
        (await LinesAsync(dispatcher)).ShouldBe(
        [
            ("Requests that will soon run out of response time: 3", 3), ("Orders that will soon run out of handling time: 2", 2),
            ("Orders with an agreed window and no technician: 1", 1), ("Visits agreed for today: 2", 2),
        ]);

        // Thursday 09:01: all have run out.
        installation.Time.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        (await LinesAsync(dispatcher)).Take(2).ShouldBe([("Requests past their response limit and still unanswered: 3", 3), ("Orders past their handling limit and still open: 2", 2)]);
        await WorkAsync(dispatcher, orders[0]);
        (await LinesAsync(dispatcher)).ShouldContain(("Late orders that wait for their overrun reason: 1", 1));

        var slot = new DateTime(2026, 3, 12, 1, 0, 0, DateTimeKind.Utc);
        await RunAsync(slot);
        await RunAsync(slot);
        await RunAsync(slot.AddHours(1));
        var page = await dispatcher.OpenAsync("/Messages");
        page.Document.QuerySelectorAll(".notice").Length.ShouldBe(1);
        page.Text.ShouldContain("Morning summary of 2026-03-12 for Dispatcher");
        page.Document.QuerySelectorAll(".notice ul a").Select(a => a.GetAttribute("href")).ShouldContain("/Service/Requests?state=response_breached");

        await RunAsync(slot.AddDays(-1)); // left over from yesterday
        installation.Time.SetUtcNow(new DateTimeOffset(2026, 3, 14, 1, 0, 0, TimeSpan.Zero)); // a Saturday
        await RunAsync(new DateTime(2026, 3, 14, 0, 0, 0, DateTimeKind.Utc));
        (await ToldAsync(Roles.Dispatcher)).ShouldBe(1);
        installation.Time.SetUtcNow(new DateTimeOffset(2026, 5, 9, 1, 0, 0, TimeSpan.Zero)); // a Saturday that is worked for the days of May
        await RunAsync(new DateTime(2026, 5, 9, 0, 0, 0, DateTimeKind.Utc));
        (await ToldAsync(Roles.Dispatcher)).ShouldBe(2);
    }

    Task<JobOutcome> RunAsync(DateTime slot) => installation.WithAsync<RingDigest, JobOutcome>(job => job.RunAsync(slot, CancellationToken.None));

    Task<int> ToldAsync(string role) => installation.WithAsync<HostDbContext, int>(db => db.Set<StaffNotice>().CountAsync(n => n.Once.StartsWith("digest:") && n.Addresses.Any(a => a.Address == "role:" + role)));

    /// <summary>The lines of the start page, each with the number of rows on the page it opens.</summary>
    static async Task<List<(string Sentence, int Rows)>> LinesAsync(Visitor person)
    {
        List<(string, int)> lines = [];
        foreach (var line in (await person.OpenAsync("/")).ShouldBeOk().Document.QuerySelectorAll(".digest a"))
        {
            var rows = (await person.OpenAsync(line.GetAttribute("href")!)).ShouldBeOk().Document.QuerySelectorAll("#rows tbody tr").Length;
            rows.ShouldBe(int.Parse(FirstNumber().Match(line.TextContent).Value, CultureInfo.InvariantCulture), line.TextContent);
            lines.Add((line.TextContent.Trim(), rows));
        }
        return lines;
    }

    static async Task<string> ReceiveAsync(Visitor visitor, int i) => (await visitor.SubmitAsync("/Service/Requests/Receive",
        new() { ["Phone"] = $"1390013910{i}", ["Name"] = "李娜", ["Address"] = $"文一路 {i} 号", ["Description"] = "不出热水", ["Kind"] = "Repair" })).ShouldBeOk().Url.Segments[^1];

    async Task<string> TechnicianAsync(Visitor dispatcher)
    {
        await installation.CertifyAsync("T01");
        (await dispatcher.SubmitAsync("/Service/Dispatch/Technicians", new() { ["Code"] = "T01", ["Name"] = "赵强", ["Team"] = "A" })).ShouldBeOk();
        return (await dispatcher.OpenAsync("/Service/Requests")).Find("#technician option[value]:not([value=''])").GetAttribute("value")!;
    }

    static async Task WorkAsync(Visitor dispatcher, string number)
    {
        (await dispatcher.SubmitAsync($"/Service/Requests/Arrive/{number}", [], with: "[name=Version]")).ShouldBeOk();
        (await dispatcher.SubmitAsync($"/Service/Visits/AddPhoto/{number}", new() { ["Shot"] = "nameplate", ["Missing"] = "铭牌已模糊" })).ShouldBeOk();
        (await dispatcher.SubmitAsync($"/Service/Visits/Finish/{number}", new() { ["Outcome"] = "Fixed", ["Report"] = "换了点火针" })).ShouldBeOk();
    }

    [GeneratedRegex("\\d+")]
    private static partial Regex FirstNumber();
}

internal sealed record Unreadable(int Number);

/// <summary>The summary of whoever looks after the installation.</summary>
public sealed class TheOwnersMorning(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task names_the_missing_backup_and_the_missing_year_and_no_orders()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        if (!TestDatabase.IsPostgres) // else its server makes the backups
        {
            (await owner.OpenAsync("/")).Texts(".digest a").ShouldBe(["There is no good backup in the backups folder yet"]);
            await installation.Services.GetRequiredService<BackupShelf>().MakeAsync("manual-one.backup", _ => { }, CancellationToken.None);
            installation.Time.Advance(TimeSpan.FromHours(47));
            (await owner.OpenAsync("/")).Text.ShouldContain("Nothing at risk, nothing waiting");
            installation.Time.Advance(TimeSpan.FromHours(26));
            var line = (await owner.OpenAsync("/")).Find(".digest a");
            line.TextContent.ShouldBe("The last good backup is 3 days old");
            (await owner.OpenAsync(line.GetAttribute("href")!)).ShouldBeOk();
        }
        await installation.WithAsync<HostDbContext>(async db =>
        {
            db.Publish(new Unreadable(1), installation.Now);
            await db.SaveChangesAsync();
            await db.Set<OutboxMessage>().ExecuteUpdateAsync(m => m.SetProperty(x => x.ParkedAt, installation.Now).SetProperty(x => x.NextAttemptAt, (DateTime?)null));
        });
        var parked = (await owner.OpenAsync("/")).Document.QuerySelectorAll(".digest a").Single(a => a.TextContent == "Messages that could not be delivered and wait for a decision: 1");
        (await owner.OpenAsync(parked.GetAttribute("href")!)).ShouldBeOk().Text.ShouldContain(nameof(Unreadable));

        var later = await installation.WithAsync<IEnumerable<IDigestPart>, IReadOnlyList<DigestLine>>(async parts => await parts.OfType<InstallationDigest>().Single().LinesAsync(new DateTime(2031, 1, 6, 1, 0, 0, DateTimeKind.Utc), CancellationToken.None));
        later.ShouldContain(l => l.Link == "/Settings/Calendar?year=2031" && l.Args[0] == "2031");
        later.ShouldNotContain(l => l.Link == "/Settings/Calendar?year=2032", "in January nobody waits for the next year yet");
    }
}
