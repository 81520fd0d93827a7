using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.Demo;

/// <summary>The demo company that the first-run wizard asked for: built in the background, once, with its progress for whoever looks.</summary>
internal sealed class DemoBuild(IServiceScopeFactory scopes, DataFolder folder, Texts text, IHostApplicationLifetime life, ILogger<DemoBuild> log)
{
    const int Seed = 42;

    readonly Lock _starting = new();

    /// <summary>Orders and months: enough for every chart, soon done.</summary>
    public (int Orders, int Months) Size { get; set; } = (2000, 12);

    public Task? Running { get; private set; }
    public (int Done, int Total) Progress { get; private set; }
    /// <summary>Orders made, once all is done.</summary>
    public long? Made { get; private set; }
    public bool HasFailed { get; private set; }

    /// <summary>Every account is there, which is the last step: also true for a demo built by the verb or before a restart.</summary>
    public bool IsComplete => Running is null or { IsCompleted: true } && !HasFailed && File.Exists(folder.In("demo-accounts.txt"));

    public void Start()
    {
        lock (_starting) Running ??= Task.Run(() => BuildAsync(life.ApplicationStopping));
    }

    async Task BuildAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var founding = scope.ServiceProvider.GetRequiredService<DemoFounding>();
            await founding.RefuseRecordsAsync(ct);
            founding.Begin();
            Progress = (0, Size.Orders);
            var made = await founding.BuildAsync(DemoFounding.Plan(Size.Orders, Size.Months, founding.Yesterday, Seed), new Told(this), ct);
            await founding.AddAccountsAsync(role => text.Of("Roles." + role, Texts.Chinese), ct);
            founding.Finish();
            Made = made;
        }
        catch (Exception failure)
        {
            HasFailed = true;
            log.LogError(failure, "The demo company could not be built");
        }
    }

    sealed class Told(DemoBuild build) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => build.Progress = value;
    }
}
