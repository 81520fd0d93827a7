using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using AfterSales.Service.Contracts.Feed;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>
/// The warehouse law and the report law for every fact and every indicator there is, with rows made up from their types: whoever adds a fact or an
/// indicator is held to them without a word.
/// </summary>
public sealed class LawsOfEveryFact
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);
    static bool IsFull => Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1";

    [Fact]
    public async Task after_any_history_with_loads_that_died_every_fact_holds_what_a_rebuild_holds()
    {
        var random = new Random(17);
        var feeds = StarSchema.Facts.Select((f, i) => MadeUpRows.For(f, 100 + i)).ToList();
        await using var rig = await RigAsync(feeds);
        for (var history = 0; history < (IsFull ? 100 : 2); history++)
        {
            foreach (var feed in feeds) feed.Live(random.Next(1, 40));
            var dying = feeds[random.Next(feeds.Count)];
            dying.DieAfter = random.Next(5);
            if (await DiesAsync(rig)) dying.HasDied.ShouldBeTrue();
            dying.DieAfter = null;
            (await rig.LoadAsync()).ShouldAllBe(f => f.Reconciled == true);
            var incremental = await RowsAsync(rig);
            (await rig.RebuildAsync()).ShouldAllBe(f => f.Reconciled == true);
            var rebuilt = await RowsAsync(rig);
            foreach (var (fact, rows) in rebuilt) incremental[fact].ShouldBe(rows, fact);
        }
        (await RowsAsync(rig)).ShouldAllBe(f => f.Value.Count > 0, "every fact had rows");
    }

    [Fact]
    public async Task every_indicator_has_exactly_the_rows_that_its_number_counts()
    {
        var feeds = StarSchema.Facts.Select((f, i) => MadeUpRows.For(f, 300 + i)).ToList();
        foreach (var feed in feeds) feed.Live(300);
        await using var rig = await RigAsync(feeds);
        await rig.LoadAsync();
        var random = new Random(5);
        List<string> wrong = [];
        foreach (var indicator in Indicator.All)
            for (var i = 0; i < (IsFull ? 20 : 1); i++)
            {
                var from = new DateOnly(2025, 12, 1).AddDays(random.Next(150));
                var question = new Question(indicator, from, from.AddDays(random.Next(90)), Grain.All[random.Next(Grain.All.Count)], null, []);
                var total = (await rig.AskAsync(question)).Total;
                foreach (var (part, expected) in Parts(indicator, total))
                    if (await CountAsync(rig, question, part) is var count && count != expected) wrong.Add($"{indicator.Code} {question.From}..{question.To} {part}: {count} rows, number says {expected}");
            }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    /// <summary>What the rows must add up to. The rows of a ratio carry amounts, and its parts are sums, not rows.</summary>
    static IEnumerable<(Part Part, long Expected)> Parts(Indicator indicator, Number total)
    {
        if (indicator is PeriodEndIndicator) yield break; // the total is the last period's, the rows are those of the last day
        yield return (Part.Excluded, total.Excluded);
        if (indicator is RatioIndicator) yield break;
        yield return (Part.Counted, (long)total.Denominator);
        if (indicator is not ShareIndicator) yield break;
        yield return (Part.Hits, (long)total.Numerator!.Value);
        yield return (Part.Misses, (long)(total.Denominator - total.Numerator!.Value));
    }

    static Task<long> CountAsync(ReportingRig rig, Question question, Part part) => rig.InScopeAsync(async s => (await s.GetRequiredService<RowsBehind>().ReadAsync(question, part, 1, 0, default)).Count);

    static Task<ReportingRig> RigAsync(List<MadeUpRows> feeds) => ReportingRig.StartAsync(feeds.Select(f => f.Feed).OfType<IFeed<OrderFeedRow>>().Single(), Now, services =>
    {
        foreach (var feed in feeds.Where(f => f.Feed is not IFeed<OrderFeedRow>)) services.AddSingleton(feed.Service, feed.Feed);
    });

    static async Task<bool> DiesAsync(ReportingRig rig)
    {
        try
        {
            await rig.LoadAsync();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>All rows of all facts as text, with the codes that keys of dimensions stand for: the keys are nobody's business.</summary>
    static Task<Dictionary<string, List<string>>> RowsAsync(ReportingRig rig) => rig.InScopeAsync(s => s.GetRequiredService<IWarehouse>().ReadAsync(c => StarSchema.Facts.ToDictionary(f => f.Name, f => Rows(c, f.Name)), default));

    static List<string> Rows(DbConnection connection, string fact)
    {
        var columns = connection.Rows("SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position", [fact], r => r.GetString(0));
        var shown = columns.Select(c => Dimension.All.FirstOrDefault(d => c == d.Key || c == "own_" + d.Key) is { } d ? $"(SELECT concat_ws('/', {string.Join(", ", d.Naming)}) FROM {d.Table} WHERE {d.Key} = f.{c})" : $"CAST(f.{c} AS varchar)");
        return connection.Rows($"SELECT concat_ws('|', {string.Join(", ", shown.Select(s => $"coalesce({s}, '')"))}) FROM {fact} f ORDER BY f.key", [], r => r.GetString(0));
    }
}

/// <summary>A feed of any row type: rows with random values come, change and go.</summary>
internal abstract class MadeUpRows
{
    public abstract object Feed { get; }
    public abstract Type Service { get; }
    /// <summary>The next reading stops with an error after so many rows, as when the process is killed.</summary>
    public int? DieAfter { get; set; }
    public bool HasDied { get; protected set; }
    public abstract void Live(int acts);

    public static MadeUpRows For(IFactTable fact, int seed) =>
        (MadeUpRows)Activator.CreateInstance(typeof(MadeUpRows<>).MakeGenericType(fact.GetType().GetGenericArguments()[0]), fact, seed)!;
}

internal sealed class MadeUpRows<TRow>(FactTable<TRow> table, int seed) : MadeUpRows, IFeed<TRow> where TRow : class
{
    static readonly NullabilityInfoContext Nullability = new();
    static readonly string[] Verdicts = ["met", "missed", "exempt", "not_measured"];
    static readonly PropertyInfo KeyOf = typeof(TRow).GetProperty("Key")!, ChangeOf = typeof(TRow).GetProperty("Change")!;

    readonly Random _random = new(seed);
    readonly Dictionary<long, TRow> _rows = [];
    long _change;

    public override object Feed => this;
    public override Type Service => typeof(IFeed<TRow>);
    public string Name => "made-up." + table.Name;

    public override void Live(int acts)
    {
        for (var i = 0; i < acts; i++)
        {
            var key = _rows.Count == 0 || _random.Next(3) > 0 ? _rows.Count + 1 : _random.Next(1, _rows.Count + 1);
            var row = (TRow)Make(typeof(TRow));
            KeyOf.SetValue(row, (long)key);
            ChangeOf.SetValue(row, ++_change);
            _rows[key] = row;
        }
    }

    object Make(Type type)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite)) property.SetValue(made, Value(property));
        return made;
    }

    object? Value(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var mayLack = Nullable.GetUnderlyingType(property.PropertyType) is not null || (!type.IsValueType && Nullability.Create(property).WriteState == NullabilityState.Nullable);
        if (mayLack && _random.Next(5) == 0) return null;
        return type == typeof(string) ? property.Name.EndsWith("Verdict", StringComparison.Ordinal) ? Verdicts[_random.Next(Verdicts.Length)] : $"{(char)('a' + _random.Next(5))}{property.Name.Length}"
            : type == typeof(bool) ? _random.Next(property.Name == "Deleted" ? 12 : 2) == 0
            : type == typeof(int) ? _random.Next(12)
            : type == typeof(long) ? (long)_random.Next(1000)
            : type == typeof(double) ? Math.Round(_random.NextDouble() * 100, 3)
            : type == typeof(decimal) ? (decimal)_random.Next(100)
            : type == typeof(DateOnly) ? new DateOnly(2025, 11, 1).AddDays(_random.Next(230))
            : type == typeof(DateTime) ? new DateTime(2025, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(_random.Next(230 * 24 * 60))
            : type == typeof(Guid) ? Guid.CreateVersion7()
            : type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
            : Make(type);
    }

    public async IAsyncEnumerable<TRow> ReadAsync(long afterChange, int take, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var read = 0;
        foreach (var row in _rows.Values.Where(r => table.ChangeOf(r) > afterChange).OrderBy(table.ChangeOf).Take(take).ToList())
        {
            if (DieAfter is { } most && read++ >= most)
            {
                HasDied = true;
                throw new IOException("The process was killed.");
            }
            yield return row;
        }
    }

    public Task<FeedTotals> TotalsAsync(long upToChange, CancellationToken ct)
    {
        var held = _rows.Values.Where(r => !table.IsDeleted(r) && table.ChangeOf(r) <= upToChange).ToList();
        return Task.FromResult(new FeedTotals(_change, held.Count, held.Sum(r => (decimal)table.KeyOf(r))));
    }
}
