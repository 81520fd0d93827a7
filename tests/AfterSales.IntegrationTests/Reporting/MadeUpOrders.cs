using System.Runtime.CompilerServices;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts.Feed;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>
/// A feed of orders with random histories: they are received, answered, completed, cancelled, corrected and deleted in any order a module
/// could report, with unknowns everywhere they are allowed.
/// </summary>
internal sealed class MadeUpOrders(int seed, DateOnly firstDay, DateTime now) : IFeed<OrderFeedRow>
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    static readonly string[] Kinds = ["repair", "repair", "repair", "maintenance", "enquiry", "installation"];
    static readonly string[] Channels = ["phone", "web", "wechat", "walk_in"];
    static readonly string?[] Outcomes = ["fixed", "fixed", "fixed", "no_fault", "declined", null];
    static readonly string?[] Verdicts = ["met", "met", "met", "missed", "exempt", "not_measured", null, null];
    static readonly string?[] Regions = ["110101", "310115", "440304", "somewhere", null];

    readonly Random _random = new(seed);
    readonly Dictionary<long, OrderFeedRow> _rows = [];
    readonly SortedDictionary<long, long> _keyByChange = [];
    readonly List<long> _keys = [];
    long _change;

    public string Name => "service.orders";
    public IEnumerable<OrderFeedRow> Living => _rows.Values.Where(r => !r.Deleted);
    public long LastChange => _change;

    /// <summary>Some orders come, some change, few are deleted.</summary>
    public void Live(int acts)
    {
        for (var i = 0; i < acts; i++)
        {
            var what = _random.Next(10);
            if (_keys.Count == 0 || what < 5) Put(Order(_keys.Count + 1));
            else if (what < 9) Put(Order(Any()));
            else Put(_rows[Any()] with { Deleted = true });
        }
    }

    long Any() => _keys[_random.Next(_keys.Count)];

    public void Put(OrderFeedRow row)
    {
        if (_rows.TryGetValue(row.Key, out var old)) _keyByChange.Remove(old.Change);
        else _keys.Add(row.Key);
        row = row with { Change = ++_change };
        _rows[row.Key] = row;
        _keyByChange.Add(_change, row.Key);
    }

    public OrderFeedRow Order(long key)
    {
        var received = firstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(_random.Next((int)(now - firstDay.ToDateTime(TimeOnly.MinValue)).TotalMinutes));
        DateTime? responded = Maybe(8) ? NotLater(received.AddMinutes(_random.Next(3000))) : null;
        DateTime? completed = responded is { } r && Maybe(8) ? NotLater(r.AddMinutes(_random.Next(6000))) : null;
        var outcome = completed is null ? null : One(Outcomes);
        return new OrderFeedRow
        {
            Key = key, Change = 0, Deleted = false, Number = $"SO-2026-{key:000000}",
            Contract = One("BRAND", "OTHER", null), Kind = One(Kinds)!, Channel = One(Channels)!, State = completed is null ? "responded" : "closed", Complexity = One("general", "general", "complex")!,
            ProductModel = One("JSQ25", "JSQ30", "DR60", null), ProductType = One("gas_instantaneous", "electric_storage", null), Region = One(Regions), FaultCode = One("E1", "E2", "E3", null),
            Technician = One("T1", "T2", "T3", "T4", null), Team = One("A", "B", null), SpecialReason = One("remote_area", null, null, null), RegradedToComplex = Maybe(2), RefusedInScope = Maybe(1), ReceivedOffHours = Maybe(4),
            ReceivedAt = received, ReceivedDay = DayOf(received), RespondedAt = responded, RespondedDay = DayOf(responded), CompletedAt = completed, CompletedDay = DayOf(completed),
            ClosedAt = completed, CancelledAt = completed is null && Maybe(1) ? NotLater(received.AddHours(1)) : null, Outcome = outcome, Visits = One(1, 1, 2, (int?)null),
            Response = Clock(received, responded), Handling = Clock(responded, completed),
            RepeatedAt = completed is { } c && Maybe(2) ? NotLater(c.AddDays(_random.Next(30))) : null, UnrelatedRepeats = _random.Next(2), Reopened = 0,
        };
    }

    ClockFeed Clock(DateTime? started, DateTime? ended)
    {
        var due = started?.AddHours(24);
        var verdict = One(Verdicts);
        if (ended is null && verdict is "met" or "missed") verdict = null;
        if (ended is not null && verdict is null) verdict = ended <= due ? "met" : "missed";
        return new ClockFeed
        {
            Started = started, Due = due, DueDay = DayOf(due), Ended = ended, EndedDay = DayOf(ended), GrossDue = due, GrossDueDay = DayOf(due), Verdict = verdict, GrossVerdict = verdict,
            NetHours = Maybe(9) ? (ended - started)?.TotalHours : null, PausedHours = 0, MetByAttempts = false, Inferred = Maybe(1),
        };
    }

    /// <summary>Nobody reports a stamp of the future.</summary>
    DateTime? NotLater(DateTime at) => at <= now ? at : null;

    T One<T>(params T[] of) => of[_random.Next(of.Length)];

    bool Maybe(int inTen) => _random.Next(10) < inTen;

    static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
    static DateOnly? DayOf(DateTime? utc) => utc is { } there ? DayOf(there) : null;

    public async IAsyncEnumerable<OrderFeedRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var row in _keyByChange.Where(c => c.Key > afterChange).Take(take).Select(c => _rows[c.Value]).ToList()) yield return row;
    }

    public Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct)
    {
        var held = _rows.Values.Where(r => !r.Deleted && r.Change <= upToChange).ToList();
        return Task.FromResult(new FeedTotals(_change, held.Count, held.Sum(r => (decimal)r.Key)));
    }
}
