using System.CommandLine;
using System.Text.Json.Nodes;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Service.Contracts.Feed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>Reporting on a data folder of its own, fed by made-up orders, with a clock that stands.</summary>
internal sealed class ReportingRig : IAsyncDisposable
{
    ReportingRig(ServiceProvider services, DataFolder folder, FakeTimeProvider time) => (Services, Folder, Time) = (services, folder, time);

    public ServiceProvider Services { get; }
    public DataFolder Folder { get; }
    public FakeTimeProvider Time { get; }

    /// <param name="feed">Orders; every other feed is empty.</param>
    /// <param name="now">Instant of the data, UTC.</param>
    /// <param name="more">Other feeds, made up as well.</param>
    /// <param name="onFiles">SQLite and DuckDB, whatever database the run is about.</param>
    public static async Task<ReportingRig> StartAsync(IFeed<OrderFeedRow> feed, DateTime now, Action<IServiceCollection>? more = null, bool onFiles = false)
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("reporting-").FullName);
        if (TestDatabase.IsPostgres && !onFiles) await TestDatabase.PrepareAsync(folder);
        var database = SettingsFile.DatabaseOf(folder, SettingsFile.Read(folder));
        var time = new FakeTimeProvider(new DateTimeOffset(now, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton(folder).AddSingleton(database).AddSingleton<TimeProvider>(time).AddSingleton<WriteGate>().AddSingleton<OutboxSignal>();
        services.AddSingleton<ICompany>(new Shanghai()).AddSingleton<IPolicies>(new Standard()).AddSingleton<IBell>(new Silent()).AddSingleton(AfterSalesModules.Texts);
        services.AddSingleton(typeof(IFeed<>), typeof(NothingToTell<>)).AddSingleton(feed);
        new ReportingModule().Register(services, database);
        more?.Invoke(services); // last, so that a test may make up Reporting's own feeds too
        var rig = new ReportingRig(services.BuildServiceProvider(), folder, time);
        await using var scope = rig.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReportingDbContext>().Database.MigrateAsync();
        return rig;
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task<IReadOnlyList<LoadedFeed>> LoadAsync() => InScopeAsync(s => s.GetRequiredService<LoadWarehouse>().LoadAsync(LoadWarehouse.Silent, default));
    public Task<IReadOnlyList<LoadedFeed>> RebuildAsync() => InScopeAsync(s => s.GetRequiredService<LoadWarehouse>().RebuildAsync(LoadWarehouse.Silent, default));
    public Task<Answer> AskAsync(Question question) => InScopeAsync(s => s.GetRequiredService<IndicatorReader>().ReadAsync(question, default));

    /// <summary>Runs a verb as the command line would.</summary>
    public async Task<(int Exit, string Out, string Error)> VerbAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        await using var scope = Services.CreateAsyncScope();
        var root = RootVerbs.Build([new ReportingModule()], (command, body, _) => command.SetAction((parse, cancel) => body(parse, new VerbContext(
            scope.ServiceProvider, output, error, TextReader.Null, RootVerbs.Json(parse), Folder.Root, Folder.Root, cancel))), new Command("serve"));
        return (await Verbs.InvokeAsync(root, args, output, error, default), output.ToString(), error.ToString());
    }

    public async Task<JsonNode> JsonAsync(params string[] args)
    {
        var (exit, output, error) = await VerbAsync([.. args, "--json"]);
        exit.ShouldBe(0, error);
        return JsonNode.Parse(output)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder.Root, recursive: true);
    }

    /// <summary>A feed without rows.</summary>
    sealed class NothingToTell<TRow> : IFeed<TRow>
    {
        public string Name => "none." + typeof(TRow).Name;
        public IAsyncEnumerable<TRow> ReadAsync(long afterChange, int take, CancellationToken ct) => AsyncEnumerable.Empty<TRow>();
        public Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct) => Task.FromResult(new FeedTotals(0, 0, 0));
    }

    /// <summary>The standard policies, always.</summary>
    sealed class Standard : IPolicies
    {
        public PolicyVersion<T> At<T>(DateTime utc) where T : class, new() => new(0, DateTime.MinValue, new T());
        public PolicyVersion<T> Version<T>(int version) where T : class, new() => new(0, DateTime.MinValue, new T());
    }

    sealed class Silent : IBell
    {
        public Task RingAsync(Recipients to, Notice notice, CancellationToken ct) => Task.CompletedTask;
    }

    sealed class Shanghai : ICompany
    {
        readonly WorkingCalendar _calendar = WorkingCalendar.China();
        public string Name => "Test";
        public TimeZoneInfo Zone => _calendar.Zone;
        public WorkingCalendar CalendarAt(DateTime utc) => _calendar;
        public WorkingCalendar Calendar(string version) => _calendar;
        public Uri? PublicUrl => null;
        public bool IsDemo => false;
    }
}
