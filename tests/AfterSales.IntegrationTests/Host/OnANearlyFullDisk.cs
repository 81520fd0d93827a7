using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Resources;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An installation whose disk is as full as the test says, with a job and a handler that write.</summary>
public sealed class NearlyFull : Installation
{
    public const string Job = "sample.writes";
    public sealed record LetterArrived(string From);

    public sealed class Desk
    {
        public int Written { get; set; }
        public bool Full { get; set; }
    }

    long _free = 10_000_000_000;

    public Desk Room { get; } = new();

    protected override void Register(IServiceCollection services) => services
        .AddSingleton(new DiskSpace(() => Interlocked.Read(ref _free), DiskSpace.DefaultFloor, Time))
        .AddSingleton(Room).AddSingleton<IModule>(new Sample()).AddScoped<Write>().AddHandler<LetterArrived, FileLetter, HostDbContext>();

    /// <summary>So many megabytes are free from now on, and everybody has noticed.</summary>
    public void Leave(long megabytes)
    {
        Interlocked.Exchange(ref _free, megabytes * 1_000_000);
        Time.Advance(TimeSpan.FromSeconds(4));
    }

    internal sealed class FileLetter(Desk room) : IHandle<LetterArrived>
    {
        public Task HandleAsync(LetterArrived @event, CancellationToken ct)
        {
            if (room.Full) throw new IOException("No space left on device", 28);
            room.Written++;
            return Task.CompletedTask;
        }
    }

    sealed class Sample : IModule
    {
        public string Name => "Sample";
        public ResourceManager Text => KernelText.Resources;
        public IReadOnlyList<Permission> Permissions => [];
        public IReadOnlyList<MenuItem> Menu => [];
        public IReadOnlyList<JobDefinition> Jobs => [new(Job, typeof(Write), "0 0 3 1 1 ? 2099")];
        public void Register(IServiceCollection services, DatabaseOptions database)
        {
        }
    }

    sealed class Write : IJobStep
    {
        public Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct) => Task.FromResult(new JobOutcome(7));
    }
}

/// <summary>Below the floor everything can be read and nothing is written; above it writing goes on by itself.</summary>
public sealed class OnANearlyFullDisk(NearlyFull installation) : IClassFixture<NearlyFull>
{
    static readonly Dictionary<string, string?> Call = new() { ["Phone"] = "13600136001", ["Name"] = "李娜", ["Address"] = "文一路 1 号", ["Description"] = "热水器不出热水", ["Kind"] = "Repair" };

    [Theory]
    [InlineData("en", "151 MB free")]
    [InlineData("zh-CN", "可用 151 MB")]
    public async Task a_form_is_refused_with_what_was_typed_and_taken_once_there_is_space(string language, string said)
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher, language);
        var form = (await dispatcher.OpenAsync("/Service/Requests/Receive")).ShouldBeOk();
        var before = await OrdersAsync(dispatcher);
        installation.Leave(151);
        try
        {
            var refused = await dispatcher.SubmitAsync(form, Call);
            refused.Status.ShouldBe(HttpStatusCode.InsufficientStorage);
            refused.Find("#main [role=alert]").TextContent.ShouldContain(said);
            refused.Body.ShouldContain("热水器不出热水");
            refused.Body.ShouldContain("13600136001");
            var list = (await dispatcher.OpenAsync("/Service/Requests")).ShouldBeOk(); // reads go on
            list.Texts("[role=alert]").ShouldContain(a => a.Contains(said));
            (await OrdersAsync(dispatcher)).ShouldBe(before);
        }
        finally
        {
            installation.Leave(10_000);
        }
        (await dispatcher.SubmitAsync(form, Call)).ShouldBeOk();
        (await OrdersAsync(dispatcher)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task people_still_sign_in_and_the_owner_sees_red()
    {
        installation.Leave(150);
        try
        {
            using var owner = await installation.SignInAsync("administrator-1", "correct horse battery 42");
            var health = (await owner.OpenAsync("/Operations")).ShouldBeOk();
            health.Texts("tbody tr").ShouldContain(r => r.Contains("150.0 MB", StringComparison.Ordinal) && r.Contains("Read only: below 200 MB", StringComparison.Ordinal) && r.Contains("Needs you", StringComparison.Ordinal));
            health.Find("[role=alert] a[href='/Operations']").TextContent.ShouldBe("What to do");
        }
        finally
        {
            installation.Leave(10_000);
        }
    }

    [Fact]
    public async Task customers_are_told_to_call_and_not_how_full_the_disk_is()
    {
        using var customer = installation.Anonymous();
        var form = (await customer.OpenAsync("/r")).ShouldBeOk();
        installation.Leave(1);
        try
        {
            var refused = await customer.SubmitAsync(form, [], with: "main button");
            refused.Status.ShouldBe(HttpStatusCode.InsufficientStorage);
            refused.Text.ShouldContain("try again later, or call us");
            refused.Text.ShouldNotContain("MB");
        }
        finally
        {
            installation.Leave(10_000);
        }
    }

    [Fact]
    public async Task machines_get_problem_details()
    {
        installation.Leave(1);
        try
        {
            using var client = new HttpClient { BaseAddress = installation.Address };
            using var answer = await client.PostAsJsonAsync("/messages/receipts", new { }, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.InsufficientStorage);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
        finally
        {
            installation.Leave(10_000);
        }
    }

    [Fact]
    public async Task verbs_that_write_refuse_with_one_sentence_and_the_others_answer()
    {
        var file = Path.Combine(installation.Folder.Root, "customers.csv");
        await File.WriteAllTextAsync(file, "customer_name,phone\n李娜,13600136009\n", TestContext.Current.CancellationToken);
        installation.Leave(1);
        try
        {
            var refused = await installation.RunAsync(["import", "customers", file]);
            refused.Exit.ShouldBe(3);
            refused.Error.Trim().Split('\n').Last().ShouldContain(installation.Folder.Root);
            (await installation.RunAsync(["user", "list"])).ShouldSucceed();
        }
        finally
        {
            installation.Leave(10_000);
        }
        (await installation.RunAsync(["import", "customers", file])).ShouldSucceed();
    }

    [Fact]
    public async Task jobs_wait_and_run_once_there_is_space()
    {
        installation.Leave(1);
        try
        {
            var job = installation.Services.GetRequiredService<JobLedger>().Jobs.Single(j => j.Name == NearlyFull.Job);
            await installation.Services.GetRequiredService<JobSchedule>().WakeAsync(job, null, CancellationToken.None);
            await Task.Delay(1000, TestContext.Current.CancellationToken); // Quartz has begun it long since
            (await RunsAsync()).ShouldBeEmpty();
        }
        finally
        {
            installation.Leave(10_000);
        }
        for (var patience = Stopwatch.StartNew(); (await RunsAsync()).Count == 0 && patience.Elapsed < TimeSpan.FromSeconds(30);) await Task.Delay(50, TestContext.Current.CancellationToken);
        (await RunsAsync()).ShouldHaveSingleItem().ShouldBe(7);
    }

    [Fact]
    public async Task events_wait_and_have_not_failed()
    {
        var id = 0L;
        installation.Leave(1);
        try
        {
            await installation.WithAsync<HostDbContext>(async db =>
            {
                db.Publish(new NearlyFull.LetterArrived("brand"), TimeProviderInstants.Now(installation.Time));
                await db.SaveChangesAsync();
                id = await db.Set<OutboxMessage>().MaxAsync(m => m.Id);
            });
            (await installation.DeliverEventsAsync()).ShouldBe(0);
            installation.Room.Written.ShouldBe(0);
        }
        finally
        {
            installation.Room.Full = true; // there is room by the count, and none when it comes to writing
            installation.Leave(10_000);
        }
        await Should.ThrowAsync<IOException>(installation.DeliverEventsAsync());
        (await AttemptsAsync(id)).ShouldBe(0);
        installation.Room.Full = false;
        await installation.DeliverEventsAsync();
        installation.Room.Written.ShouldBe(1);
        (await AttemptsAsync(id)).ShouldBe(0);
    }

    Task<int> AttemptsAsync(long id) => installation.WithAsync<HostDbContext, int>(db => db.Set<OutboxMessage>().Where(m => m.Id == id).Select(m => m.Attempts).SingleAsync());

    Task<List<long?>> RunsAsync() => installation.WithAsync<HostDbContext, List<long?>>(db => db.Set<JobRun>().Where(r => r.Job == NearlyFull.Job && r.FinishedAt != null).Select(r => r.Rows).ToListAsync());

    static async Task<int> OrdersAsync(Visitor dispatcher) => (await dispatcher.OpenAsync("/Service/Requests")).Document.QuerySelectorAll("#rows a[href^='/Service/Requests/Details']").Length;
}
