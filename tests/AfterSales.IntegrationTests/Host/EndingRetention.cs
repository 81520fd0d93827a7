using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Privacy;
using AfterSales.Host.Settings;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Six years after the demo company's last order.</summary>
[OnOneDatabase]
public sealed class EndingRetention
{
    [Fact]
    public async Task waits_until_somebody_agreed_and_then_erases_some_customers_each_night()
    {
        var folder = await SmallCompany.CopyAsync();
        var time = new FakeTimeProvider(new DateTimeOffset(2032, 3, 11, 1, 0, 0, TimeSpan.Zero));
        await using var services = AfterSalesHost.BuildServices(folder, time);
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        var due = await DueAsync(services);
        due.ShouldBeGreaterThan(50);
        (await RunAsync(services, time)).ShouldBe(0, "nobody has agreed");
        (await ErasedAsync(services)).ShouldBe(0);

        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PolicyStore>().AddAsync(scope.ServiceProvider.GetRequiredService<HostDbContext>(), RetentionPolicy.Key, new RetentionPolicy { IsOn = true }, time.GetUtcNow().UtcDateTime, Actor.System, time.GetUtcNow().UtcDateTime, CancellationToken.None);
        (await RunAsync(services, time)).ShouldBeGreaterThan(0);
        var erased = await ErasedAsync(services);
        erased.ShouldBeInRange(1, 50);
        (await DueAsync(services)).ShouldBe(due - erased);
    }

    static async Task<long> RunAsync(IServiceProvider services, TimeProvider time)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EndRetention>().RunAsync(time.GetUtcNow().UtcDateTime, CancellationToken.None)).Rows;
    }

    static async Task<int> DueAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EndRetention>().DueAsync(new RetentionPolicy(), CancellationToken.None)).Single(d => d.TextKey == "Privacy.Retention.Customers").Due;
    }

    static async Task<int> ErasedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<Customer>().CountAsync(c => EF.Functions.Like(c.Name, "#%"));
    }
}
