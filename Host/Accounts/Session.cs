using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Accounts;

/// <summary>How somebody showed who he is.</summary>
internal enum SignInMethod
{
    Password,
    /// <summary>Password, then a code of an authenticator app.</summary>
    Code,
    /// <summary>Password, then a recovery code.</summary>
    Recovery,
    /// <summary>A passkey, unlocked by finger, face or PIN: two factors in one.</summary>
    Passkey,
}

/// <summary>One person signed in with one browser. The server keeps it, so that it can be seen and ended from elsewhere; the cookie only names it.</summary>
internal sealed class Session
{
    public long Id { get; private set; }
    /// <summary>What the cookie names; random.</summary>
    public required Guid Key { get; init; }
    public required long AccountId { get; init; }
    public required SignInMethod Method { get; set; }
    /// <summary>Stays signed in when the browser is closed.</summary>
    public required bool IsRemembered { get; init; }
    /// <summary>Browser and system in words, e.g. <c>Firefox, Windows</c>; empty when it tells neither.</summary>
    public required string Device { get; init; }
    public required string Address { get; init; }
    public required DateTime StartedAt { get; init; }
    /// <summary>Last request, to five minutes.</summary>
    public required DateTime SeenAt { get; set; }
    public DateTime? EndedAt { get; set; }
    /// <summary>Role as which an administrator looks at the product just now.</summary>
    public string? SeesAsRole { get; set; }
    /// <summary>Person as whom an administrator looks at the product just now.</summary>
    public long? SeesAsAccountId { get; set; }
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasIndex(s => s.Key).IsUnique();
        builder.HasIndex(s => new { s.AccountId, s.EndedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}

/// <summary>Browser and system out of what a browser calls itself; names that are the same in every language.</summary>
internal static partial class DeviceWords
{
    static readonly (string Mark, string Word)[] Browsers =
        [("MicroMessenger/", "WeChat"), ("DingTalk/", "DingTalk"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    static readonly (string Mark, string Word)[] Systems =
        [("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent)
    {
        var told = Controls().Replace(userAgent, "");
        return string.Join(", ", new[] { Browsers, Systems }.Select(words => words.FirstOrDefault(w => told.Contains(w.Mark, StringComparison.Ordinal)).Word).Where(w => w is not null));
    }

    [GeneratedRegex(@"\p{C}")]
    private static partial Regex Controls();
}
