using System.Text;

namespace AfterSales.Service.Customers;

/// <summary>Addresses as lists show them, beside <see cref="Kernel.Persons.PersonalData"/>.</summary>
internal static class MaskedAddress
{
    /// <summary>The street without the numbers: 文一路*号*幢.</summary>
    public static string? Of(string? address)
    {
        if (address is null) return null;
        var masked = new StringBuilder(address.Length);
        foreach (var c in Pinyin.HalfWidth(address))
            if (!char.IsAsciiDigit(c)) masked.Append(c);
            else if (masked.Length == 0 || masked[^1] != '*') masked.Append('*');
        return masked.ToString();
    }
}
