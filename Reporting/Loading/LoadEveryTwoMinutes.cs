using AfterSales.Kernel.Jobs;

namespace AfterSales.Reporting.Loading;

/// <summary>The scheduled load. Idempotent: it reads from the watermark.</summary>
internal sealed class LoadEveryTwoMinutes(LoadWarehouse load) : IJobStep
{
    public static readonly JobDefinition Job = new("reporting.load-warehouse", typeof(LoadEveryTwoMinutes), "0 0/2 * * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var feeds = await load.LoadAsync(LoadWarehouse.Silent, ct);
        if (feeds.FirstOrDefault(f => f.Reconciled == false) is { } off) throw new InvalidOperationException($"Feed {off.Feed} and the warehouse differ after load run {off.Run}; `warehouse rebuild` makes them equal.");
        return new JobOutcome(feeds.Sum(f => f.Changed));
    }
}
