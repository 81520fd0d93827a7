namespace AfterSales.Service.Customers;

/// <summary>Phone numbers as people type them, brought to one form so that the same phone is found again.</summary>
internal static class PhoneNumber
{
    /// <returns>Digits (China's country code dropped; a + kept for other countries), or null when there is no number in it.</returns>
    public static string? Normalise(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        Span<char> digits = stackalloc char[Math.Min(typed.Length, 40)];
        var n = 0;
        foreach (var c in typed)
        {
            var d = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;
            if (n < digits.Length && (char.IsAsciiDigit(d) || (n == 0 && d is '+' or '＋'))) digits[n++] = d == '＋' ? '+' : d;
        }
        var number = digits[..n].ToString();
        if (number.StartsWith("+86", StringComparison.Ordinal)) number = number[3..];
        else if (number.StartsWith("0086", StringComparison.Ordinal)) number = number[4..];
        else if (number.Length == 13 && number.StartsWith("861", StringComparison.Ordinal)) number = number[2..];
        return number.Length == 0 ? null : number;
    }

    /// <summary>True for a Chinese mobile or fixed-line number, a service number, or an international one with +.</summary>
    public static bool IsPlausible(string? typed) => Normalise(typed) is { } n
        && ((n.Length == 11 && n[0] == '1' && n[1] >= '3') || (n[0] == '0' && n.Length is >= 10 and <= 12) || n.Length is 7 or 8
            || (n[0] == '4' && n.Length == 10) || (n[0] == '+' && n.Length is >= 8 and <= 16));

    /// <summary>From the last digit to the first, so that the last digits can be looked up like the first ones.</summary>
    public static string Reversed(string number)
    {
        var digits = number.ToCharArray();
        Array.Reverse(digits);
        return new string(digits);
    }
}
