namespace AfterSales.Kernel.Data;

/// <summary>
/// Lets one writer at a time reach a SQLite file. SQLite serialises writers anyway, by polling; waiting here in order of arrival
/// removes the long tail of lock retries. On PostgreSQL the gate is always open. While the disk is nearly full it lets in only what may use
/// the reserve.
/// </summary>
public sealed class WriteGate(DatabaseOptions database, DiskSpace? disk = null)
{
    readonly SemaphoreSlim? _one = database.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <param name="fromReserve">What keeps the product usable (sign-in, audit, jobs' ledger) is written on a nearly full disk too.</param>
    /// <exception cref="DiskFull">There is too little space.</exception>
    public async ValueTask<IDisposable> EnterAsync(bool fromReserve, CancellationToken ct)
    {
        if (!fromReserve) disk?.Demand();
        if (_one is null) return Pass.Instance;
        await _one.WaitAsync(ct);
        return new Pass(_one);
    }

    sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Pass Instance = new(null);
        SemaphoreSlim? _gate = gate;
        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
