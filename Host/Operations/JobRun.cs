using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Operations;

/// <summary>
/// The ledger of jobs: a slot is claimed by its unique row and finished by a second write. A slot that started and did not finish (the
/// process was killed) runs again at the next start, or on another host.
/// </summary>
internal sealed class JobRun
{
    public long Id { get; private set; }
    public required string Job { get; init; }
    /// <summary>The scheduled instant, UTC.</summary>
    public required DateTime Slot { get; init; }
    public required DateTime StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    /// <summary>Host that runs it, by the number of <see cref="Hosts.HostPresence"/>; null on SQLite, which has one.</summary>
    public int? Host { get; set; }
    public long? Rows { get; set; }
    public string? Note { get; set; }
    public string? Error { get; set; }
}

internal sealed class JobRunMap : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_runs");
        builder.HasIndex(r => new { r.Job, r.Slot }).IsUnique();
    }
}
