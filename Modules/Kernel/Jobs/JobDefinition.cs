namespace AfterSales.Kernel.Jobs;

/// <summary>Work that the clock starts. Shallow: one query and one domain call. Idempotent, since a slot that started and did not finish runs again.</summary>
public interface IJobStep
{
    /// <returns>Rows worked on and, for people, what came out.</returns>
    Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct);
}

public sealed record JobOutcome(long Rows, string? Note = null);

/// <param name="Name">Stable name, e.g. <c>service.watch-clocks</c>; text key <c>Jobs.{Name}</c>.</param>
/// <param name="Step">An <see cref="IJobStep"/> registered with the container.</param>
/// <param name="Cron">Quartz cron expression, in the company's time zone.</param>
public sealed record JobDefinition(string Name, Type Step, string Cron)
{
    /// <summary>Works on what the warehouse says: a new demo company runs it once its warehouse is filled.</summary>
    public bool ReadsNumbers { get; init; }
}
