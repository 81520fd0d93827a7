using System.Text;

namespace AfterSales.Service.Customers;

/// <summary>
/// Which records are worth comparing: those whose names sound alike and whose addresses lie in one street. Whether they are the same person is
/// then judged by <see cref="LookAlike"/>, and decided by people.
/// </summary>
internal static class DuplicateKey
{
    public static string Of(string namePinyin, string address) => $"{namePinyin}|{Street(address)}";

    /// <summary>The address from behind the district to the first digit: 文一路 of 杭州市西湖区文一路 12 号.</summary>
    public static string Street(string address)
    {
        var plain = Plain(address);
        var digit = plain.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var head = digit > 0 ? plain[..digit] : plain;
        for (var i = head.Length - 2; i > 0; i--)
            if (head[i] is '省' or '市' or '县' or '縣' || (head[i] == '区' && head[i - 1] is not ('小' or '社' or '园' or '厂'))) return head[(i + 1)..];
        return head;
    }

    /// <summary>Letters and digits only, full-width forms brought to ordinary ones.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Pinyin.HalfWidth(text))
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}

internal enum LookAlike { SamePhone, SameNameAndAddress, Near }

internal static class Resemblance
{
    /// <summary>Why two records may be one person, or null.</summary>
    public static LookAlike? Of(Customer one, Customer other)
    {
        if (one.Phones.Any(p => other.Phones.Any(o => o.Number == p.Number))) return LookAlike.SamePhone;
        if (one.NearKey is null || one.NearKey != other.NearKey) return null;
        var (a, b) = (DuplicateKey.Plain(one.Address!), DuplicateKey.Plain(other.Address!));
        if (one.Name == other.Name && a == b) return LookAlike.SameNameAndAddress;
        return Shorter(a, b) || Differences(a, b) <= 2 ? LookAlike.Near : null;
    }

    /// <summary>One says what the other says, and more: the city in front or the flat behind.</summary>
    static bool Shorter(string a, string b) => a.Length != b.Length && (a.Length < b.Length ? Within(a, b) : Within(b, a));

    static bool Within(string part, string whole) => whole.EndsWith(part, StringComparison.Ordinal) || (whole.StartsWith(part, StringComparison.Ordinal) && !char.IsAsciiDigit(whole[part.Length]));

    /// <summary>Characters to change, add or take away until one is the other.</summary>
    internal static int Differences(string a, string b)
    {
        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++) row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            before = row;
        }
        return before[^1];
    }
}
