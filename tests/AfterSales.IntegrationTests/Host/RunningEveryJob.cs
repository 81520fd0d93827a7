using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A job that fails fails in the night, when nobody looks: each one is run here over a company with records of every kind, today and a month later.</summary>
public sealed class RunningEveryJob(DemoInstallation installation) : IClassFixture<DemoInstallation>
{
    [Fact]
    public async Task ends_without_an_error()
    {
        var stop = TestContext.Current.CancellationToken;
        var ledger = installation.Services.GetRequiredService<JobLedger>();
        foreach (var later in new[] { TimeSpan.Zero, TimeSpan.FromDays(31) })
        {
            installation.Time.Advance(later);
            var slot = installation.Now.AddSeconds(7); // no job's own
            foreach (var job in ledger.Jobs) (await ledger.RunAsync(job, slot, stop)).ShouldBeTrue(job.Name);
        }
        await installation.WithAsync<HostDbContext>(async db => (await db.Set<JobRun>().Where(r => r.Error != null).Select(r => r.Job + ": " + r.Error).ToListAsync(stop)).ShouldBeEmpty());
    }
}
