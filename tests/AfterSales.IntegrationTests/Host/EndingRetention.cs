using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Privacy;
using AfterSales.Host.Settings;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
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
        await AddTracesAsync(services);
        var due = await DueAsync(services);
        (await DueAsync(services, "Places")).ShouldBeGreaterThan(50);
        (await DueAsync(services, "Pictures")).ShouldBe(1);
        var stamps = await StampsAsync(services);
        due.ShouldBeGreaterThan(50);
        (await RunAsync(services, time)).ShouldBe(0, "nobody has agreed");
        (await ErasedAsync(services)).ShouldBe(0);

        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PolicyStore>().AddAsync(scope.ServiceProvider.GetRequiredService<HostDbContext>(), RetentionPolicy.Key, new RetentionPolicy { IsOn = true }, time.GetUtcNow().UtcDateTime, Actor.System, time.GetUtcNow().UtcDateTime, CancellationToken.None);
        (await RunAsync(services, time)).ShouldBeGreaterThan(0);
        var erased = await ErasedAsync(services);
        erased.ShouldBeInRange(1, 50);
        (await DueAsync(services)).ShouldBe(due - erased);
        (await DueAsync(services, "Places")).ShouldBe(0);
        (await DueAsync(services, "Pictures")).ShouldBe(0);
        (await StampsAsync(services)).ShouldBe(stamps, "only where they were given is forgotten");
    }

    static async Task<long> RunAsync(IServiceProvider services, TimeProvider time)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EndRetention>().RunAsync(time.GetUtcNow().UtcDateTime, CancellationToken.None)).Rows;
    }

    /// <summary>A picture that came with the request of an order closed since, and a position for each stamp.</summary>
    static async Task AddTracesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var order = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.ClosedAt != null).OrderBy(o => o.Id).FirstAsync();
        var picture = db.Add(new OrderPhoto { PublicId = PublicId.New(order.ReceivedAt), Sha256 = new string('a', 64), Width = 640, Height = 480, At = order.ReceivedAt });
        picture.Property(nameof(OrderPhoto.OrderId)).CurrentValue = order.Id;
        await db.SaveChangesAsync();
        await db.Set<VisitStamp>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Latitude, 30.66).SetProperty(s => s.Longitude, 104.06));
    }

    static async Task<int> StampsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<VisitStamp>().CountAsync();
    }

    static async Task<int> DueAsync(IServiceProvider services, string what = "Customers")
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EndRetention>().DueAsync(new RetentionPolicy(), CancellationToken.None)).Single(d => d.TextKey == $"Privacy.Retention.{what}").Due;
    }

    static async Task<int> ErasedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<Customer>().CountAsync(c => EF.Functions.Like(c.Name, "#%"));
    }
}
