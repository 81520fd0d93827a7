using System.Globalization;
using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.FaultTests;

/// <summary>Twenty people send the same page of one order in the same moment; one form is sent twice in the same moment.</summary>
public sealed class ManyHandsOnOneOrder(Installation installation) : IClassFixture<Installation>
{
    const int People = 20, RoundsOfAnOrder = 25;
    const string Password = "correct horse battery 42";
    static readonly int Rounds = Figures.Of(15, 500), Twice = Figures.Of(60, 2_000);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Of those who built on the same state one act takes effect; whoever was too late keeps what was typed, is told, and sends it again with success.</summary>
    [Fact]
    public async Task of_twenty_acts_on_one_state_one_takes_effect_and_the_others_keep_what_was_typed()
    {
        var people = await PeopleAsync();
        var conflicts = 0;
        for (var round = 0; round < Rounds;)
        {
            var number = await ReceiveAsync(people[0], round);
            var path = $"/Service/Requests/Urge/{number}";
            List<string> effective = [];
            var forms = await Task.WhenAll(people.Select(p => p.OpenAsync(path)));
            for (var end = Math.Min(Rounds, round + RoundsOfAnOrder); round < end; round++)
            {
                var notes = people.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"第{round}轮 {i} 号说的话")).ToList();
                var answers = await Task.WhenAll(people.Select((p, i) => Task.Run(() => p.SubmitAsync(forms[i].ShouldBeForm(), new() { ["Input.Note"] = notes[i] }))));
                var winners = Enumerable.Range(0, People).Where(i => answers[i].Status == HttpStatusCode.OK).ToList();
                winners.Count.ShouldBe(1, $"round {round}");
                effective.Add(notes[winners[0]]);
                for (var i = 0; i < People; i++)
                {
                    if (i == winners[0]) continue;
                    answers[i].Status.ShouldBe(HttpStatusCode.Conflict, answers[i].Text);
                    answers[i].Find("input[name='Input.Note']").GetAttribute("value").ShouldBe(notes[i]);
                    conflicts++;
                }
                forms = await Task.WhenAll(people.Select((p, i) => i == winners[0] ? p.OpenAsync(path) : Task.FromResult(answers[i]))); // the page of a conflict is built on what is there now
            }
            var stored = await installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().AsNoTracking().Include(o => o.Urges).Include(o => o.Events).AsSplitQuery().SingleAsync(o => o.Number == number, Stop));
            stored.Urges.OrderBy(u => u.Id).Select(u => u.Note).ShouldBe(effective);
            stored.Urged.ShouldBe(effective.Count);
            stored.Events.Count(e => e.Act == "Urged").ShouldBe(effective.Count);
            stored.Events.Select(e => e.Version).ShouldBeUnique();
        }
        foreach (var person in people) person.Dispose();
        Figures.Record("7 twenty people on one order", "twenty signed-in people send an act built on the same version of one order in the same moment", $"{Rounds} rounds of {People}",
            $"one act took effect in each round, {conflicts} conflicts answered 409 with the typed text kept; no update lost");
    }

    [Fact]
    public async Task a_form_sent_twice_in_the_same_moment_has_one_effect()
    {
        using var clerk = await PersonAsync("twice");
        var number = await ReceiveAsync(clerk, 999_000);
        var receive = (await clerk.OpenAsync("/Service/Requests/Receive")).ShouldBeOk();
        var before = await CountAsync();
        var urged = 0;
        for (var i = 0; i < Twice; i++)
            if (i % 4 == 3)
            {
                if (i % 200 == 3) number = await ReceiveAsync(clerk, 999_001 + i);
                if (i % 200 == 3) (before, urged) = (before + 1, 0);
                var urge = (await clerk.OpenAsync($"/Service/Requests/Urge/{number}")).ShouldBeForm();
                var answers = await BothAsync(() => clerk.SubmitAsync(urge, new() { ["Input.Note"] = "再催一次" }));
                answers.Select(a => a.Status).ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict], ignoreOrder: true);
                urged++;
                (await installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().Where(o => o.Number == number).Select(o => o.Urged).SingleAsync(Stop))).ShouldBe(urged);
            }
            else
            {
                var phone = string.Create(CultureInfo.InvariantCulture, $"134{i:00000000}");
                Dictionary<string, string?> typed = new() { ["Input.PublicId"] = Guid.CreateVersion7().ToString(), ["Phone"] = phone, ["Name"] = "周敏" + phone, ["Address"] = "文二路 " + phone };
                var answers = await BothAsync(() => clerk.SubmitAsync(receive, typed));
                answers[0].ShouldBeOk().Url.AbsolutePath.ShouldContain("/Details/");
                answers[1].ShouldBeOk().Url.ShouldBe(answers[0].Url);
                before++;
            }
        (await CountAsync()).ShouldBe(before);
        (await installation.RunAsync(["check", "--json"])).ShouldSucceed();
        Figures.Record("7 one form twice", "the same form sent twice in parallel by one browser: three of four receive an order, one of four acts on an order", $"{Twice} pairs", "one effect each; a new order answers both with the same page, an act answers the second with the conflict");
    }

    static Task<Shown[]> BothAsync(Func<Task<Shown>> send) => Task.WhenAll(Task.Run(send), Task.Run(send));

    Task<int> CountAsync() => installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().CountAsync(Stop));

    async Task<List<Visitor>> PeopleAsync()
    {
        List<Visitor> people = [];
        for (var i = 0; i < People; i++) people.Add(await PersonAsync($"hand-{i}"));
        return people;
    }

    async Task<Visitor> PersonAsync(string name)
    {
        (await installation.RunAsync(["user", "add", name, "--role", Roles.Dispatcher, "--password-stdin"], Password)).ShouldSucceed();
        installation.Time.Advance(TimeSpan.FromMinutes(1)); // an address signs in so many people a minute
        return await installation.SignInAsync(name, Password);
    }

    static async Task<string> ReceiveAsync(Visitor clerk, int i)
    {
        var received = await clerk.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = $"133{i:00000000}", ["Name"] = "王磊", ["Address"] = $"文一路 {i} 号", ["Description"] = "不出热水", ["Kind"] = "Repair", ["Channel"] = "Phone" });
        return received.ShouldBeOk().Url.Segments[^1];
    }
}

file static class Forms
{
    /// <summary>A form, fresh or after a conflict.</summary>
    public static Shown ShouldBeForm(this Shown page)
    {
        page.Document.QuerySelector("input[name='Input.Note']").ShouldNotBeNull(page.Text);
        return page;
    }
}
