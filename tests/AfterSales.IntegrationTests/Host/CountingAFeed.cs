using System.Linq.Expressions;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Rows of a feed change while they are counted: whoever compares is told of a newer change and counts again, and does not take the two halves for a difference.</summary>
public sealed class CountingAFeed(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task what_changes_between_count_and_sum_is_a_newer_change()
    {
        await installation.WithAsync<DocumentsDbContext>(async db =>
        {
            db.AddRange(new OrderFile { OrderNumber = "SO-1" }, new OrderFile { OrderNumber = "SO-2" });
            await db.SaveChangesAsync();
        });
        await installation.WithAsync<DocumentsDbContext>(async db =>
        {
            var before = (await new Files(db, () => { }).TotalsAsync(long.MaxValue, CancellationToken.None)).LastChange;
            var counted = await new Files(db, ChangeOne).TotalsAsync(before, CancellationToken.None);
            counted.LastChange.ShouldBeGreaterThan(before);
        });
    }

    void ChangeOne() => Task.Run(() => installation.WithAsync<DocumentsDbContext>(async db =>
    {
        (await db.Set<OrderFile>().FirstAsync(f => f.OrderNumber == "SO-1")).Holds(["fee_note"], []);
        await db.SaveChangesAsync();
    })).GetAwaiter().GetResult();

    /// <param name="between">Called when the rows were counted and their keys were not added up yet.</param>
    sealed class Files(DocumentsDbContext db, Action between) : TableFeed<OrderFile, OrderFile, OrderFile>(db)
    {
        public override string Name => "test.files";
        protected override IQueryable<OrderFile> Read(IQueryable<OrderFile> stored) => stored;
        protected override OrderFile Row(OrderFile source) => source;

        protected override Expression<Func<OrderFile, long>> Key
        {
            get
            {
                between();
                return base.Key;
            }
        }
    }
}
