using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An installation where one handler refuses until it is mended.</summary>
public sealed class WithARefusingHandler : Installation
{
    public sealed record TeaIsReady(string Cup);

    /// <summary>What stands in the handler's way, and what it took.</summary>
    public sealed class Kitchen
    {
        public bool Open { get; set; }
        public List<string> Taken { get; } = [];
    }

    public Kitchen Room { get; } = new();

    protected override void Register(IServiceCollection services) => services.AddSingleton(Room).AddHandler<TeaIsReady, DrinkTea, HostDbContext>();

    internal sealed class DrinkTea(Kitchen room) : IHandle<TeaIsReady>
    {
        public Task HandleAsync(TeaIsReady @event, CancellationToken ct)
        {
            if (!room.Open) throw new InvalidOperationException("The kitchen is closed.");
            lock (room.Taken) room.Taken.Add(@event.Cup);
            return Task.CompletedTask;
        }
    }
}

/// <summary>A message that failed too often waits for a person, and is delivered when he sends it again.</summary>
public sealed class OperatingMessages(WithARefusingHandler installation) : IClassFixture<WithARefusingHandler>
{
    [Fact]
    public async Task shows_parked_messages_and_delivers_them_when_sent_again()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        await PublishAsync("green", "black", "white");
        await ParkAsync(3);
        var page = await owner.OpenAsync("/Operations/Parked");
        var rows = page.Texts("tbody tr").ToList();
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(r => r.Contains("The kitchen is closed.") && r.Contains("DrinkTea") && r.Contains("TeaIsReady") && r.Contains("host"));
        (await owner.OpenAsync("/Operations")).Text.ShouldContain("Needs you");

        installation.Room.Open = true;
        (await owner.SubmitAsync(page, [], with: "button[name=id]")).ShouldBeOk();
        await UntilAsync(() => installation.Room.Taken.Count == 1);
        (await owner.SubmitAsync(await owner.OpenAsync("/Operations/Parked"), [], with: "#main form")).ShouldBeOk(); // the first form sends all again
        await UntilAsync(() => installation.Room.Taken.Count == 3);
        installation.Room.Taken.Order().ShouldBe(["black", "green", "white"]);
        (await owner.OpenAsync("/Operations/Parked")).Text.ShouldContain("No message is parked.");
        (await owner.OpenAsync("/Settings/Audit")).Texts("tbody tr").Count(r => r.Contains("outbox.retried", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task refuses_a_message_that_is_not_parked()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        var refused = await owner.SubmitAsync("/Operations/Retry?module=host&id=987654", [], with: "#main form");
        refused.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        refused.Find("#main [role=alert]").TextContent.ShouldContain("no longer parked");
    }

    Task PublishAsync(params string[] cups) => installation.WithAsync<HostDbContext>(async db =>
    {
        foreach (var cup in cups) db.Publish(new WithARefusingHandler.TeaIsReady(cup), TimeProviderInstants.Now(installation.Time));
        await db.SaveChangesAsync();
    });

    /// <summary>Lets the waits between the attempts pass.</summary>
    async Task ParkAsync(int messages)
    {
        for (var i = 0; i < 60; i++)
        {
            await installation.DeliverEventsAsync();
            if (await installation.WithAsync<HostDbContext, int>(db => db.Set<OutboxMessage>().CountAsync(m => m.ParkedAt != null)) == messages) return;
            installation.Time.Advance(TimeSpan.FromMinutes(3));
        }
        throw new InvalidOperationException("The messages were never parked.");
    }

    static async Task UntilAsync(Func<bool> done)
    {
        for (var i = 0; i < 1200 && !done(); i++) await Task.Delay(50);
        done().ShouldBeTrue();
    }
}
