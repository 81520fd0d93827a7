using AfterSales.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AfterSales.Kernel.Data;

/// <summary>
/// A module's own tables: schema <paramref name="schema"/> on PostgreSQL, prefix <c>schema_</c> on SQLite. Saving passes the write gate and
/// opens one short transaction, in which numbers, change numbers and outbox messages are written together with the rows.
/// </summary>
public abstract class ModuleDbContext(string schema, DbContextOptions options) : DbContext(options)
{
    public string Schema { get; } = schema;

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    internal DbSet<HandledMessage> Handled => Set<HandledMessage>();

    internal bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>True for tables that are written on a nearly full disk too; see <see cref="DiskSpace"/>.</summary>
    protected virtual bool WritesFromReserve => false;

    protected abstract void Configure(ModelBuilder model);

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.FindTypes(configurationBuilder, GetType().Assembly);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Configure(modelBuilder);
        modelBuilder.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox");
            e.HasIndex(m => m.NextAttemptAt).HasFilter("delivered_at IS NULL AND parked_at IS NULL");
        });
        modelBuilder.Entity<HandledMessage>(e => e.ToTable("handled_messages").HasKey(m => new { m.MessageId, m.Handler }));
        modelBuilder.Entity<NumberSeries>(e => e.ToTable("number_series").HasKey(s => new { s.Series, s.Year }));
        ModelConventions.Apply(modelBuilder, Schema, IsSqlite);
    }

    /// <summary>
    /// Opens the one write transaction of a longer act (several saves, raw statements). Dispose without <see cref="WriteTransaction.CommitAsync"/>
    /// rolls back. On SQLite it holds the write gate: keep it short and never save another module's context inside it.
    /// </summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken ct = default)
    {
        var pass = await this.GetService<WriteGate>().EnterAsync(WritesFromReserve, ct);
        try
        {
            return new WriteTransaction(this, pass, await Database.BeginTransactionAsync(ct));
        }
        catch
        {
            pass.Dispose();
            throw;
        }
    }

    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.HasChanges()) return 0; // looks at every property of every row: once is enough
        var (detects, savepoints) = (ChangeTracker.AutoDetectChangesEnabled, Database.AutoSavepointsEnabled);
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (Database.CurrentTransaction is not null) return await SaveInTransactionAsync(acceptAllChangesOnSuccess, cancellationToken);
            Database.AutoSavepointsEnabled = false; // of one save all is taken back or nothing
            await using var write = await BeginWriteAsync(cancellationToken);
            var rows = await SaveInTransactionAsync(acceptAllChangesOnSuccess, cancellationToken);
            await write.CommitAsync(cancellationToken);
            return rows;
        }
        finally
        {
            (ChangeTracker.AutoDetectChangesEnabled, Database.AutoSavepointsEnabled) = (detects, savepoints);
        }
    }

    internal bool HasNewMessages { get; set; }

    DbContextId? _tellsNobody;

    /// <summary>
    /// What is saved here is history (the demo company, an import): events of its acts are dropped, so that nobody is told of it. Ends with the scope:
    /// contexts are pooled, and whoever gets this one next has something to tell.
    /// </summary>
    public bool TellsNobody { get => _tellsNobody == ContextId; set => _tellsNobody = value ? ContextId : null; }

    async Task<int> SaveInTransactionAsync(bool acceptAll, CancellationToken ct)
    {
        await GiveNumbersAsync(ct);
        await GiveChangesAsync(ct);
        WriteOutbox();
        try
        {
            return await base.SaveChangesAsync(acceptAll, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear(); // what was loaded is stale: whoever catches this loads again
            throw;
        }
    }

    /// <summary>
    /// Stores many new aggregates with their children, untracked, inside the write transaction that the caller began: numbers, change numbers and
    /// events as <see cref="SaveChangesAsync"/> gives them. Events are saved with the caller's next save.
    /// </summary>
    public async Task InsertAsync<T>(IReadOnlyCollection<T> news, CancellationToken ct) where T : class
    {
        if (news.Count == 0) return;
        await GiveNumbersAsync(news.OfType<INumbered>(), ct);
        if (typeof(IInFeed).IsAssignableFrom(typeof(T)))
        {
            var change = Model.FindEntityType(typeof(T))!.FindProperty(nameof(IInFeed.Change))!.FieldInfo!;
            var next = await AdvanceAsync("change", 0, news.Count, ct) - news.Count;
            foreach (var row in news) change.SetValue(row, ++next);
        }
        await using var insert = new BulkInsert(this);
        foreach (var row in news) await insert.AddAsync(row, ct);
        var now = this.GetService<TimeProvider>().Now();
        foreach (var @event in news.OfType<Aggregate>().SelectMany(a => a.TakeEvents()))
            if (!TellsNobody) Publish(@event, now);
    }

    async Task GiveNumbersAsync(CancellationToken ct)
    {
        if (await GiveNumbersAsync(ChangeTracker.Entries<INumbered>().Where(e => e.State == EntityState.Added).Select(e => e.Entity), ct))
            ChangeTracker.DetectChanges(); // a number may change what it belongs to
    }

    /// <returns>Whether anything got a number.</returns>
    async Task<bool> GiveNumbersAsync(IEnumerable<INumbered> news, CancellationToken ct)
    {
        var waiting = news.Where(n => n.NeedsNumber).ToList();
        foreach (var series in waiting.GroupBy(n => (n.NumberSeries, n.NumberYear)))
        {
            var numbered = series.ToList();
            var last = await AdvanceAsync(series.Key.NumberSeries, series.Key.NumberYear, numbered.Count, ct);
            for (var i = 0; i < numbered.Count; i++) numbered[i].GiveNumber(last - numbered.Count + 1 + i);
        }
        return waiting.Count > 0;
    }

    async Task GiveChangesAsync(CancellationToken ct)
    {
        var changed = ChangeTracker.Entries<IInFeed>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count == 0) return;
        var last = await AdvanceAsync("change", 0, changed.Count, ct);
        for (var i = 0; i < changed.Count; i++)
            changed[i].Property(nameof(IInFeed.Change)).CurrentValue = last - changed.Count + 1 + i;
    }

    /// <summary>Raises a counter row by <paramref name="by"/> and returns its new value. The row stays locked until commit: numbers come in commit order, without gaps.</summary>
    async Task<long> AdvanceAsync(string series, int year, int by, CancellationToken ct)
    {
        var table = IsSqlite ? $"{Schema}_number_series" : $"{Schema}.number_series";
        await using var advance = Database.GetDbConnection().CreateCommand();
        advance.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        advance.CommandText = // the table's name is ours; values are parameters
            $"INSERT INTO {table} AS s (series, year, last) VALUES (@series, @year, @by) ON CONFLICT (series, year) DO UPDATE SET last = s.last + excluded.last RETURNING last";
        advance.Bind("@series", series);
        advance.Bind("@year", year);
        advance.Bind("@by", (long)by);
        return (long)(await advance.ExecuteScalarAsync(ct))!;
    }

    void WriteOutbox()
    {
        var now = this.GetService<TimeProvider>().Now();
        foreach (var aggregate in ChangeTracker.Entries<Aggregate>().Select(e => e.Entity).ToList())
            foreach (var @event in aggregate.TakeEvents())
                if (!TellsNobody) Publish(@event, now);
    }

    /// <summary>Puts an event into this module's outbox; it is delivered after the surrounding save commits.</summary>
    public void Publish(object @event, DateTime nowUtc)
    {
        Outbox.Add(OutboxMessage.For(@event, nowUtc));
        HasNewMessages = true;
    }
}

/// <summary>One short write transaction, holding the write gate on SQLite.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    readonly ModuleDbContext _context;
    readonly IDisposable _pass;
    readonly IDbContextTransaction _transaction;

    internal WriteTransaction(ModuleDbContext context, IDisposable pass, IDbContextTransaction transaction) =>
        (_context, _pass, _transaction) = (context, pass, transaction);

    public async Task CommitAsync(CancellationToken ct = default)
    {
        await _transaction.CommitAsync(ct);
        if (_context.HasNewMessages) _context.GetService<OutboxSignal>().Nudge();
        _context.HasNewMessages = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        _pass.Dispose();
    }
}

/// <summary>Counter row behind gapless numbers (per series and year) and change numbers (series <c>change</c>, year 0).</summary>
public sealed class NumberSeries
{
    public required string Series { get; init; }
    public int Year { get; init; }
    public long Last { get; private set; }
}
