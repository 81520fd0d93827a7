using System.Runtime.CompilerServices;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts.Feed;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>A feed of very many orders that are made as they are read: each key is answered from a few hundred patterns.</summary>
internal sealed class ManyOrders : IFeed<OrderFeedRow>
{
    readonly OrderFeedRow[] _patterns;
    readonly int _count;
    long _touched;

    public ManyOrders(int count, DateOnly firstDay, DateTime now)
    {
        var made = new MadeUpOrders(99, firstDay, now);
        (_count, _patterns) = (count, [.. Enumerable.Range(1, 20_000).Select(i => made.Order(i))]);
    }

    public string Name => "service.orders";

    /// <summary>The first orders change.</summary>
    public void Touch(int orders) => _touched = orders;

    public async IAsyncEnumerable<OrderFeedRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var last = Math.Min(_count + _touched, afterChange + take);
        for (var change = afterChange + 1; change <= last; change++)
        {
            var key = change <= _count ? change : change - _count;
            if (change > _touched) yield return _patterns[key % _patterns.Length] with { Key = key, Change = change, Number = $"SO-2026-{key:0000000}" };
        }
    }

    public Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct) =>
        Task.FromResult(new FeedTotals(_count + _touched, upToChange < _count ? 0 : _count, upToChange < _count ? 0 : (decimal)_count * (_count + 1) / 2));
}
