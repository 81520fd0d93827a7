using System.Text;

namespace AfterSales.Kernel.Persons;

/// <summary>Persons as lists show them: enough to tell one from the other, too little to call on them.</summary>
public static class PersonalData
{
    /// <summary>张* for 张伟.</summary>
    public static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : Rune.GetRuneAt(name, 0) + "*";

    /// <summary>138****1234 for a mobile number; of a shorter one the end only, of less than eight digits nothing: at least four stay hidden.</summary>
    public static string Phone(string? number) => number switch
    {
        null => "",
        { Length: < 8 } => new string('*', number.Length),
        { Length: < 11 } => "****" + number[^4..],
        _ => $"{number[..3]}****{number[^4..]}",
    };

    /// <summary>z***@example.com; what has no @ is hidden but for its first letter.</summary>
    public static string Email(string? address) => string.IsNullOrEmpty(address) ? "" : Rune.GetRuneAt(address, 0) + "***" + (address.LastIndexOf('@') is > 0 and var at ? address[at..] : "");
}
