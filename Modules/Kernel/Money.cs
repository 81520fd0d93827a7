using System.Globalization;

namespace AfterSales.Kernel;

/// <summary>An amount in CNY, kept as whole fen. Rounding is half up, away from zero: 0.005 becomes 0.01 and -0.005 becomes -0.01.</summary>
/// <exception cref="OverflowException">An operation leaves the range of 64-bit fen.</exception>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    public static readonly Money Zero = new(0);

    public decimal Yuan => Fen / 100m;

    public static Money From(decimal yuan) => new(checked((long)Math.Round(yuan * 100m, MidpointRounding.AwayFromZero)));

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));
    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));
    public static Money operator -(Money a) => new(checked(-a.Fen));
    /// <summary>Times a quantity or factor, rounded half up to the fen.</summary>
    public static Money operator *(Money a, decimal factor) => From(a.Yuan * factor);

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Plain digits with two decimals, e.g. <c>1234.50</c>.</summary>
    public override string ToString() => Yuan.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>1234.5</c>, <c>1,234.50</c> or <c>￥1234.50</c>; more than two decimals are refused rather than rounded.</summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = default;
        var digits = text?.Trim().TrimStart('¥', '￥').Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan)) return false;
        if (decimal.Round(yuan, 2) != yuan || Math.Abs(yuan) > long.MaxValue / 100) return false;
        money = From(yuan);
        return true;
    }
}
