using AfterSales.Host.Backup;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Clauses 8.3 and 9.3: how each day went is written down once and stays when the ledger of runs forgets.</summary>
public sealed class NotingDays(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task counts_slots_by_local_day_and_a_backup_that_was_read_back_within_48_hours()
    {
        var today = new DateOnly(2026, 3, 11);
        DateTime Slot(int day, int hour) => new DateTime(2026, 3, day, hour, 0, 0, DateTimeKind.Utc);
        await installation.WithAsync<HostDbContext>(async db =>
        {
            // 8 March 23:00 in Shanghai is still the 8th; 9 March 01:00 in Shanghai is 17:00 of the 8th in UTC and belongs to the 9th
            foreach (var (slot, error) in ((DateTime, string?)[])[(Slot(8, 15), null), (Slot(8, 17), null), (Slot(9, 2), "disk full"), (Slot(9, 3), null)])
                db.Add(new JobRun { Job = "sample.job", Slot = slot, StartedAt = slot, FinishedAt = slot.AddMinutes(1), Error = error });
            db.Add(new JobRun { Job = "sample.job", Slot = Slot(9, 4), StartedAt = Slot(9, 4) }); // started, never finished
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await installation.WithAsync<IServiceScopeFactory>(async scopes =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<NoteDays>().RunAsync(installation.Now, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<NoteDays>().RunAsync(installation.Now, CancellationToken.None); // a second time changes nothing
        });
        await installation.WithAsync<HostDbContext>(async db =>
        {
            var days = await db.Set<JobDay>().AsNoTracking().Where(d => d.Job == "sample.job").OrderBy(d => d.Day).ToListAsync(TestContext.Current.CancellationToken);
            days.Select(d => (d.Day.Day, d.Slots, d.Succeeded)).ShouldBe([(8, 1, 1), (9, 4, 2)]);
            var backups = await db.Set<BackupDay>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
            backups.ShouldAllBe(b => !b.Verified && b.Day < today); // nobody has made one yet
        });
    }
}
