using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Accounts;

/// <summary>
/// The authenticator app of an account and its recovery codes. A code counts once: two people who read it over a shoulder do not both get in, even
/// when they send it at once.
/// </summary>
internal sealed class SecondFactor : Aggregate
{
    public const int RecoveryCodes = 10;
    const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    const int Iterations = 210_000;

    SecondFactor()
    {
    }

    public long AccountId { get; private set; }
    /// <summary>Encrypted by data protection.</summary>
    public byte[] Secret { get; private set; } = [];
    /// <summary>The thirty seconds of the last code that was taken; that one and older ones are refused.</summary>
    public long LastStep { get; private set; }
    public byte[] RecoverySalt { get; private set; } = [];
    /// <summary>Hashes of the codes still unused, one a line.</summary>
    public string RecoveryHashes { get; private set; } = "";
    public DateTime ConfirmedAt { get; private set; }

    public int RecoveryCodesLeft => RecoveryHashes.Length == 0 ? 0 : RecoveryHashes.Split('\n').Length;

    /// <summary>Takes an app into service, once it has shown a right code.</summary>
    /// <exception cref="Kernel.RuleViolation">The code is wrong.</exception>
    public static SecondFactor Confirm(long account, byte[] secret, string code, IDataProtector protector, DateTime now)
    {
        var factor = new SecondFactor { AccountId = account, Secret = protector.Protect(secret), ConfirmedAt = now };
        Require(factor.Accepts(code, protector, now), "Accounts.Code.Wrong", "Input.Code");
        return factor;
    }

    /// <summary>True when the app shows this code now, half a minute early or late, and it was not used before.</summary>
    public bool Accepts(string code, IDataProtector protector, DateTime now)
    {
        var typed = Encoding.ASCII.GetBytes(Plain(code));
        var (secret, present) = (protector.Unprotect(Secret), Totp.StepAt(now));
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (step <= LastStep || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Totp.CodeAt(secret, step)), typed)) continue;
            LastStep = step;
            Acted();
            return true;
        }
        return false;
    }

    /// <summary>New codes in place of all old ones; shown now and never again.</summary>
    public IReadOnlyList<string> NewRecoveryCodes()
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Letters, 12))];
        RecoverySalt = RandomNumberGenerator.GetBytes(16);
        RecoveryHashes = string.Join('\n', codes.Select(Hash));
        Acted();
        return [.. codes.Select(c => $"{c[..4]}-{c[4..8]}-{c[8..]}")];
    }

    /// <summary>True when this is an unused recovery code; it is used up.</summary>
    public bool Spends(string code)
    {
        if (Plain(code) is not { Length: 12 } plain) return false;
        var hashes = RecoveryHashes.Split('\n').ToList();
        if (!hashes.Remove(Hash(plain))) return false;
        RecoveryHashes = string.Join('\n', hashes);
        Acted();
        return true;
    }

    string Hash(string code) => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(code, RecoverySalt, Iterations, HashAlgorithmName.SHA512, 32));

    static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

internal sealed class SecondFactorMap : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors");
        builder.HasIndex(f => f.AccountId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
    }
}
