using Microsoft.Data.Sqlite;
using Npgsql;

namespace AfterSales.Kernel.Data;

/// <summary>
/// Free space where the data lies. Below the floor people's writes are refused and what is left is the reserve of the log, of sign-in and of
/// SQLite itself, so that a full disk is a sentence on a page and never a torn file. Writing goes on by itself once there is space again.
/// </summary>
/// <param name="measure">Free bytes; asked at most every <see cref="Fresh"/>, whoever asks.</param>
/// <param name="floor">Bytes below which nothing is written; 0 switches the watch off.</param>
public sealed class DiskSpace(Func<long> measure, long floor, TimeProvider time)
{
    public const long DefaultFloor = 200_000_000;
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    sealed record Measured(long Free, long At);

    Measured? _last;

    public long Floor => floor;

    /// <summary>Bytes, at most three seconds old.</summary>
    public long Free
    {
        get
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < Fresh) return last.Free;
            _last = new Measured(measure(), time.GetTimestamp());
            return _last.Free;
        }
    }

    public bool IsLow => Free < floor;

    /// <summary>The sentence's numbers: free and floor, MB.</summary>
    public object?[] Figures => [Free / 1_000_000, floor / 1_000_000];

    /// <exception cref="DiskFull">There is less than the floor.</exception>
    public void Demand()
    {
        if (IsLow) throw new DiskFull();
    }

    /// <summary>For work that nobody waits for: returns when there is space.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        while (IsLow) await Task.Delay(Fresh, time, ct);
    }
}

/// <summary>There is no room on the disk for what should be written; nothing was.</summary>
public sealed class DiskFull(Exception? cause = null) : Exception("No room on the disk.", cause)
{
    /// <summary>Key of the sentence; its values are <see cref="DiskSpace.Figures"/>.</summary>
    public const string Key = "Kernel.DiskFull";

    const int NoSpaceLinux = 28, QuotaLinux = 122, NoSpaceWindows = unchecked((int)0x80070070), HandleFullWindows = unchecked((int)0x80070027), SqliteIsFull = 13;

    /// <summary>Whether a failure, or what caused it, says that a disk is full: ours, or that of the database server.</summary>
    public static bool IsCauseOf(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is DiskFull or SqliteException { SqliteErrorCode: SqliteIsFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull }
                || (cause is IOException && cause.HResult is NoSpaceLinux or QuotaLinux or NoSpaceWindows or HandleFullWindows))
                return true;
        return false;
    }
}
