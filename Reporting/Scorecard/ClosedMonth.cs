using System.IO.Compression;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Reporting.Scorecard;

/// <summary>
/// A month that a manager has signed for one contract. Its numbers stay as they were, with the load that made them; what the work says later
/// appears as a restatement beside them, never as a quietly different number.
/// </summary>
internal sealed class ClosedMonth : Aggregate
{
    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private init; }
    public string Contract { get; private init; } = "";
    public DateTime ClosedAt { get; private init; }
    public string ClosedById { get; private init; } = "";
    public string ClosedBy { get; private init; } = "";
    public string? Note { get; private init; }
    /// <summary>Load that made the numbers, and the instant (UTC) of its data.</summary>
    public long Run { get; private init; }
    public DateTime AsOf { get; private init; }

    public List<ClosedNumber> Numbers { get; } = [];

    ClosedMonth() { }

    /// <summary>Signs a month.</summary>
    /// <param name="rows">Rows behind the number of each indicator, by its code.</param>
    /// <exception cref="RuleViolation">The month is not over, or the data is older than its end.</exception>
    public static ClosedMonth Sign(MonthCard card, IReadOnlyDictionary<string, IReadOnlyList<RowBehind>> rows, string? note, DateTime now, Actor who)
    {
        if (!card.Over) throw new RuleViolation("Scorecard.Close.NotOver", card.Month.ToString("yyyy-MM"));
        if (card.Closed is { } already) throw new RuleViolation("Scorecard.Close.Already", card.Month.ToString("yyyy-MM"), already.ClosedBy);
        var closed = new ClosedMonth { Month = card.Month, Contract = card.Contract, ClosedAt = now, ClosedById = who.Id, ClosedBy = who.Name, Note = note.OrNull(), Run = card.Run, AsOf = card.AsOf };
        closed.Numbers.AddRange(card.Judgements.Select(j => ClosedNumber.Of(j, rows.GetValueOrDefault(j.Indicator.Code) ?? [])));
        closed.Acted();
        return closed;
    }

    /// <summary>Numbers that waited for a window to pass (repeats of 30 days) become final by themselves; that is no restatement.</summary>
    public void Settle(ClosedNumber number, Judgement settled, IReadOnlyList<RowBehind> rows)
    {
        number.Settle(settled, rows);
        Acted();
    }
}

/// <summary>One indicator's number as it was signed.</summary>
internal sealed class ClosedNumber
{
    public long Id { get; private set; }
    public string Indicator { get; private init; } = "";
    public double? Value { get; private set; }
    public double? Numerator { get; private set; }
    public double Denominator { get; private set; }
    public long Excluded { get; private set; }
    public double? Target { get; private init; }
    public ClauseState State { get; private set; }
    /// <summary>The number could still change by itself when it was signed.</summary>
    public bool Provisional { get; private set; }
    /// <summary>Number, hit and value of every row counted, compressed, so that a later difference can be told row by row.</summary>
    public byte[] Rows { get; private set; } = [];

    public static ClosedNumber Of(Judgement judged, IReadOnlyList<RowBehind> rows)
    {
        var number = new ClosedNumber { Indicator = judged.Indicator.Code, Target = judged.Target };
        number.Take(judged, rows);
        return number;
    }

    internal void Settle(Judgement settled, IReadOnlyList<RowBehind> rows) => Take(settled, rows);

    void Take(Judgement judged, IReadOnlyList<RowBehind> rows) => (Value, Numerator, Denominator, Excluded, State, Provisional, Rows) =
        (judged.Number.Value, judged.Number.Numerator, judged.Number.Denominator, judged.Number.Excluded, judged.State, !judged.Final, Packed(rows));

    public Number Number => new(Value, Numerator, Denominator, Excluded, null);

    public bool Differs(Number now) => !Same(Value, now.Value) || !Same(Denominator, now.Denominator) || Excluded != now.Excluded;

    static bool Same(double? one, double? other) => one is { } a && other is { } b ? Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a)) : one is null && other is null;

    /// <summary>What a row said: its number to hit and value, as one text that can be compared.</summary>
    public static Dictionary<string, string> Said(IEnumerable<RowBehind> rows) =>
        rows.GroupBy(r => r.Shown[0]?.ToString() ?? "").ToDictionary(g => g.Key, g => string.Join(' ', g.Select(r => FormattableString.Invariant($"{(r.Hit ? '+' : '-')}{r.Value:0.####}")).Order(StringComparer.Ordinal)));

    public Dictionary<string, string> RowsThen()
    {
        if (Rows.Length == 0) return [];
        using var text = new StreamReader(new GZipStream(new MemoryStream(Rows), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1]);
    }

    static byte[] Packed(IReadOnlyList<RowBehind> rows)
    {
        using var packed = new MemoryStream();
        using (var text = new StreamWriter(new GZipStream(packed, CompressionLevel.Optimal), new UTF8Encoding(false)))
            foreach (var (number, said) in Said(rows)) text.Write($"{number}\t{said}\n");
        return packed.ToArray();
    }
}

internal sealed class ClosedMonthMap : IEntityTypeConfiguration<ClosedMonth>
{
    public void Configure(EntityTypeBuilder<ClosedMonth> builder)
    {
        builder.ToTable("closed_months");
        builder.HasIndex(c => new { c.Month, c.Contract }).IsUnique();
        builder.HasMany(c => c.Numbers).WithOne().HasForeignKey("ClosedMonthId").IsRequired();
    }
}

internal sealed class ClosedNumberMap : IEntityTypeConfiguration<ClosedNumber>
{
    public void Configure(EntityTypeBuilder<ClosedNumber> builder)
    {
        builder.ToTable("closed_numbers");
        builder.Ignore(n => n.Number);
    }
}
