using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Data;
using AfterSales.Service.Data;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An import stores the past and tells nobody of it; the work of everybody else goes on and is told.</summary>
public sealed class ImportingBesideOtherWork(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task leaves_no_context_behind_that_tells_nobody()
    {
        ModuleDbContext? used = null;
        await installation.WithAsync<ServiceDbContext>(db =>
        {
            db.TellsNobody = true;
            db.TellsNobody.ShouldBeTrue();
            used = db;
            return Task.CompletedTask;
        });
        var met = false;
        for (var i = 0; i < 200 && !met; i++)
            met = await installation.WithAsync<ServiceDbContext, bool>(db =>
            {
                db.TellsNobody.ShouldBeFalse();
                return Task.FromResult(ReferenceEquals(db, used));
            });
        met.ShouldBeTrue("the pool gave the context to somebody else");
    }
}
