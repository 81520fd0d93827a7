using System.Collections.Concurrent;
using System.Resources;
using System.Text.Json.Nodes;
using AfterSales.Host.Data;
using AfterSales.Host.Hosts;
using AfterSales.Host.Operations;
using AfterSales.Documents.Contracts;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Two hosts, each with a data folder of its own, on one PostgreSQL and one shared folder, and a proxy before them. Nothing is started where the run is about SQLite.</summary>
public sealed class TwoHosts : IAsyncLifetime
{
    internal sealed record Rang(int Number);

    /// <summary>What happened on which host.</summary>
    internal sealed class Journal
    {
        public ConcurrentQueue<(string Host, DateTime Slot)> Slots { get; } = [];
        public ConcurrentQueue<(string Host, int Number)> Rings { get; } = [];
    }

    sealed class OneOfTwo(Journal journal, string shared, Installation? first) : Installation
    {
        public string Name => first is null ? "first" : "second";

        protected override bool SetsUp => first is null;

        protected override Task PrepareAsync()
        {
            if (first is null) return base.PrepareAsync();
            File.Copy(first.Folder.In("appsettings.json"), Folder.In("appsettings.json"));
            return Task.CompletedTask;
        }

        protected override async Task ConfigureAsync()
        {
            var settings = JsonNode.Parse(await File.ReadAllTextAsync(Folder.In("appsettings.json")))!;
            settings["Files"] = new JsonObject { ["Folder"] = shared };
            await File.WriteAllTextAsync(Folder.In("appsettings.json"), settings.ToJsonString());
        }

        protected override void Register(IServiceCollection services) => services
            .AddSingleton<IModule>(new Sample()).AddSingleton(new Me(Name, journal)).AddScoped<NoteSlot>().AddHandler<Rang, NoteRing, HostDbContext>();
    }

    internal sealed record Me(string Name, Journal Journal);

    sealed class Sample : IModule
    {
        public string Name => "Sample";
        public ResourceManager Text => KernelText.Resources;
        public IReadOnlyList<Permission> Permissions => [];
        public IReadOnlyList<MenuItem> Menu => [];
        public IReadOnlyList<JobDefinition> Jobs => [Job];
        public void Register(IServiceCollection services, DatabaseOptions database)
        {
        }
    }

    internal sealed class NoteSlot(Me me) : IJobStep
    {
        public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
        {
            me.Journal.Slots.Enqueue((me.Name, slotUtc));
            await Task.Yield();
            return new JobOutcome(1);
        }
    }

    internal sealed class NoteRing(Me me) : IHandle<Rang>
    {
        public Task HandleAsync(Rang @event, CancellationToken ct)
        {
            me.Journal.Rings.Enqueue((me.Name, @event.Number));
            return Task.CompletedTask;
        }
    }

    internal static readonly JobDefinition Job = new("sample.note-slot", typeof(NoteSlot), "0 0 3 1 1 ? 2099");

    readonly DirectoryInfo _shared = Directory.CreateTempSubdirectory("aftersales-shared-");

    internal Journal Happened { get; } = new();
    public Installation First { get; private set; } = null!;
    public Installation Second { get; private set; } = null!;
    public RoundRobin Proxy { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!TestDatabase.IsPostgres) return;
        First = new OneOfTwo(Happened, _shared.FullName, null);
        await First.InitializeAsync();
        Second = new OneOfTwo(Happened, _shared.FullName, First);
        await Second.InitializeAsync();
        Proxy = new RoundRobin(First.Address, Second.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (Proxy is not null) await Proxy.DisposeAsync();
        if (Second is not null) await Second.DisposeAsync();
        if (First is not null) await First.DisposeAsync();
        _shared.Delete(recursive: true);
    }

    /// <summary>Somebody who comes by the proxy, each request on a connection of its own.</summary>
    public async Task<Visitor> ByProxyAsync(string role)
    {
        await First.AsAsync(role);
        return await Installation.SignInAsync(new Visitor(Proxy.Address, "en", keepsConnections: false), Installation.NameOf(role), Installation.Password);
    }
}

/// <summary>What one host does, the other knows: sessions, records, documents, settings; and what is to be done once is done by one of them.</summary>
public sealed class TwoHostsOnOnePostgres(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task take_each_others_sessions_and_forms()
    {
        if (!TestDatabase.IsPostgres) return; // several hosts need a server
        var before = hosts.Proxy.Served.ToList();
        using var owner = await hosts.ByProxyAsync(Roles.Administrator);
        for (var i = 0; i < 6; i++) (await owner.OpenAsync("/Settings/Company")).ShouldBeOk().Url.AbsolutePath.ShouldBe("/Settings/Company");
        for (var i = 0; i < 2; i++) (await owner.SubmitAsync("/Settings/Company", new() { ["Name"] = "清泉服务" })).ShouldBeOk(); // shown by one, taken by the other
        hosts.Proxy.Served.Zip(before, (now, then) => now - then).ShouldAllBe(n => n >= 3);
    }

    [Fact]
    public async Task see_each_others_orders()
    {
        if (!TestDatabase.IsPostgres) return;
        using var dispatcher = await hosts.ByProxyAsync(Roles.Dispatcher);
        var received = await dispatcher.SubmitAsync("/Service/Requests/Receive",
            new() { ["Phone"] = "13900139077", ["Name"] = "周敏", ["Address"] = "文一路 1 号", ["Description"] = "不出热水", ["Kind"] = "Repair", ["Channel"] = "Phone" });
        var number = received.ShouldBeOk().Url.Segments[^1];
        for (var i = 0; i < 2; i++) (await dispatcher.OpenAsync("/Service/Requests/Details/" + number)).ShouldBeOk().Text.ShouldContain(number);
    }

    [Fact]
    public async Task hear_of_each_others_settings()
    {
        if (!TestDatabase.IsPostgres) return;
        var owner = await hosts.First.AsAsync(Roles.Administrator);
        var (company, policies) = (hosts.Second.Services.GetRequiredService<ICompany>(), hosts.Second.Services.GetRequiredService<IPolicies>());
        (company.Name, policies.At<AfterSales.Documents.Storage.StoragePolicy>(hosts.Second.Now).Version).ShouldBe(("清泉服务", 0)); // kept in memory from now on
        try
        {
            (await owner.SubmitAsync("/Settings/Company", new() { ["Name"] = "清泉服务二部" })).ShouldBeOk();
            await UntilAsync(() => company.Name == "清泉服务二部");
            await hosts.First.WithAsync<IServiceProvider>(async services => await services.GetRequiredService<AfterSales.Host.Settings.PolicyStore>().AddAsync(services.GetRequiredService<HostDbContext>(),
                AfterSales.Documents.Storage.StoragePolicy.Key, new AfterSales.Documents.Storage.StoragePolicy { SweepAfterDays = 9 }, hosts.First.Now, Actor.System, hosts.First.Now, Stop));
            await UntilAsync(() => policies.At<AfterSales.Documents.Storage.StoragePolicy>(hosts.Second.Now).Value.SweepAfterDays == 9);
        }
        finally
        {
            await owner.SubmitAsync("/Settings/Company", new() { ["Name"] = "清泉服务" });
            await UntilAsync(() => company.Name == "清泉服务");
        }
    }

    [Fact]
    public async Task keep_documents_in_one_folder()
    {
        if (!TestDatabase.IsPostgres) return;
        var kept = await hosts.First.WithAsync<IFileStore, StoredFile>(files => files.Keep(new MemoryStream("燃气热水器"u8.ToArray()), "text/plain", Stop));
        var read = await hosts.Second.WithAsync<IFileStore, string>(async files =>
        {
            using var reader = new StreamReader((await files.Open(kept.Sha256, Stop))!);
            return await reader.ReadToEndAsync(Stop);
        });
        read.ShouldBe("燃气热水器");
        Directory.Exists(hosts.First.Folder.Files).ShouldBeFalse(); // not in a folder of its own
    }

    [Fact]
    public async Task run_a_hundred_slots_once()
    {
        if (!TestDatabase.IsPostgres) return;
        var slots = Enumerable.Range(1, 100).Select(i => hosts.First.Now.AddDays(-10).AddMinutes(i)).ToList();
        var ledgers = new[] { hosts.First, hosts.Second }.Select(h => h.Services.GetRequiredService<JobLedger>()).ToList();
        var ran = await Task.WhenAll(ledgers.Select(ledger => Task.Run(async () =>
        {
            var mine = 0;
            foreach (var slot in slots)
                if (await ledger.RunAsync(TwoHosts.Job, slot, Stop)) mine++;
            return mine;
        }, Stop)));
        ran.Sum().ShouldBe(100);
        hosts.Happened.Slots.Select(s => s.Slot).Where(slots.Contains).Order().ShouldBe(slots);
    }

    [Fact]
    public async Task deliver_each_event_once()
    {
        if (!TestDatabase.IsPostgres) return;
        await Task.WhenAll(new[] { hosts.First, hosts.Second }.Select((host, which) => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await host.WithAsync<HostDbContext>(async db =>
                {
                    db.Publish(new TwoHosts.Rang(which * 50 + i), host.Now);
                    await db.SaveChangesAsync(Stop);
                });
        }, Stop)));
        await Task.WhenAll(hosts.First.DeliverEventsAsync(), hosts.Second.DeliverEventsAsync());
        hosts.Happened.Rings.Select(r => r.Number).Order().ShouldBe(Enumerable.Range(0, 100));
        (await hosts.First.WithAsync<HostDbContext, int>(db => db.Outbox.CountAsync(m => m.Attempts > 0, Stop))).ShouldBe(0); // nobody tried what the other had in hand
    }

    [Fact]
    public async Task read_the_warehouse_that_one_of_them_loaded()
    {
        if (!TestDatabase.IsPostgres) return;
        var loaded = (await hosts.First.RunAsync(["warehouse", "rebuild", "--json"])).ShouldSucceed().Json;
        var seen = (await hosts.Second.RunAsync(["warehouse", "status", "--json"])).ShouldSucceed().Json;
        seen.GetProperty("loads").GetRawText().ShouldBe(loaded.GetProperty("loads").GetRawText());
        seen.GetProperty("loads").GetArrayLength().ShouldBeGreaterThan(40);
        Directory.EnumerateFiles(hosts.First.Folder.Root, "warehouse*").ShouldBeEmpty();
    }

    [Fact]
    public async Task leave_a_slot_to_the_host_that_is_at_it_and_take_over_from_one_that_is_gone()
    {
        if (!TestDatabase.IsPostgres) return;
        var alive = hosts.First.Services.GetRequiredService<HostPresence>().Number!.Value;
        var (held, left) = (hosts.First.Now.AddDays(-20), hosts.First.Now.AddDays(-21));
        await hosts.First.WithAsync<HostDbContext>(async db =>
        {
            db.AddRange(Begun(held, alive), Begun(left, host: 17)); // no host bears the number 17
            await db.SaveChangesAsync(Stop);
        });
        (await hosts.Second.Services.GetRequiredService<HostPresence>().PresentAsync(Stop)).ShouldContain(alive);
        (await hosts.Second.Services.GetRequiredService<JobLedger>().RunAsync(TwoHosts.Job, held, Stop)).ShouldBeFalse();
        await UntilAsync(() =>
        {
            hosts.Second.Time.Advance(TimeSpan.FromSeconds(20));
            return hosts.Happened.Slots.Any(s => s.Slot == left);
        });
        hosts.Happened.Slots.Count(s => s.Slot == left).ShouldBe(1);
        hosts.Happened.Slots.ShouldNotContain(s => s.Slot == held);
    }

    static JobRun Begun(DateTime slot, int host) => new() { Job = TwoHosts.Job.Name, Slot = slot, StartedAt = slot, Host = host };

    internal static async Task UntilAsync(Func<bool> come)
    {
        for (var i = 0; i < 600 && !come(); i++) await Task.Delay(100, Stop);
        come().ShouldBeTrue();
    }
}

/// <summary>One of two hosts ends.</summary>
public sealed class WhenOneOfTwoHostsEnds(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    [Fact]
    public async Task the_other_goes_on_with_the_same_session()
    {
        if (!TestDatabase.IsPostgres) return; // several hosts need a server
        using var owner = await hosts.ByProxyAsync(Roles.Administrator);
        var gone = hosts.First.Services.GetRequiredService<HostPresence>().Number!.Value;
        await hosts.First.StopAsync();
        for (var i = 0; i < 4; i++) (await owner.OpenAsync("/Settings/Company")).ShouldBeOk().Url.AbsolutePath.ShouldBe("/Settings/Company");
        (await hosts.Second.Services.GetRequiredService<HostPresence>().PresentAsync(TestContext.Current.CancellationToken)).ShouldNotContain(gone);
    }
}
