using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AfterSales.Host.Copying;

/// <summary>
/// What a table holds: rows, the sum of every column of numbers, and a digest of all its values that does not depend on the order of rows or on which
/// database keeps them.
/// </summary>
/// <param name="Sums">By column; null values are left out.</param>
/// <param name="Digest">SHA-256 of each row, added up.</param>
internal sealed record TableTally(string Table, long Rows, IReadOnlyDictionary<string, decimal> Sums, string Digest)
{
    public bool IsEqual(TableTally other) => (Table, Rows, Digest) == (other.Table, other.Rows, other.Digest) && Sums.All(s => other.Sums[s.Key] == s.Value);
}

/// <summary>Takes a tally while rows go by.</summary>
internal sealed class TableTeller(CopiedTable table) : IDisposable
{
    /// <summary>Whoever divides by it has no noughts at the end: what one database says as 1.50 is 1.5 in the other.</summary>
    const decimal One = 1.0000000000000000000000000000m;

    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly ulong[] _added = new ulong[SHA256.HashSizeInBytes / sizeof(ulong)];
    readonly decimal[] _sums = new decimal[table.Columns.Count];
    byte[] _text = new byte[256];
    long _rows;

    /// <param name="row">Values as SQLite stores them; null for NULL.</param>
    public void Add(object?[] row)
    {
        for (var i = 0; i < row.Length; i++) Add(row[i], ref _sums[i]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(digest);
        for (var i = 0; i < _added.Length; i++) _added[i] = unchecked(_added[i] + BinaryPrimitives.ReadUInt64BigEndian(digest[(i * sizeof(ulong))..]));
        _rows++;
    }

    void Add(object? value, ref decimal sum)
    {
        switch (value)
        {
            case null: Number(0, -1); break;
            case long number: sum += number; Number(1, number); break;
            case int number: sum += number; Number(1, number); break;
            case bool yes: Number(2, yes ? 1 : 0); break;
            case double number: Number(3, BitConverter.DoubleToInt64Bits(number + 0.0)); break; // SQLite knows no negative zero
            case decimal number: sum += number; Text(4, (number / One).ToString(System.Globalization.CultureInfo.InvariantCulture)); break; // 1.50 is 1.5
            case DateTime instant: Number(5, instant.Ticks); break;
            case DateTimeOffset instant: Number(6, instant.UtcTicks); break;
            case DateOnly day: Number(7, day.DayNumber); break;
            case string text: Text(8, text); break;
            case byte[] bytes: Bytes(9, bytes); break;
            default: throw new NotSupportedException($"{table.Name} holds {value.GetType()}; say here how it is counted.");
        }
    }

    void Number(byte kind, long number)
    {
        Span<byte> bytes = stackalloc byte[1 + sizeof(long)];
        bytes[0] = kind;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], number);
        _hash.AppendData(bytes);
    }

    void Text(byte kind, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most) _text = new byte[most];
        Bytes(kind, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    void Bytes(byte kind, ReadOnlySpan<byte> bytes)
    {
        Number(kind, bytes.Length);
        _hash.AppendData(bytes);
    }

    public TableTally Told()
    {
        var digest = new byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < _added.Length; i++) BinaryPrimitives.WriteUInt64BigEndian(digest.AsSpan(i * sizeof(ulong)), _added[i]);
        var sums = table.Columns.Select((c, i) => (c, i)).Where(c => c.c.Sqlite == typeof(long) || c.c.Sqlite == typeof(int) || c.c.Sqlite == typeof(decimal)).ToDictionary(c => c.c.Name, c => _sums[c.i] / One);
        return new TableTally(table.Name, _rows, sums, Convert.ToHexString(digest));
    }

    public void Dispose() => _hash.Dispose();
}
