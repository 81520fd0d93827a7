using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AfterSales.Host.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 with what every app understands, SHA-1, six digits, thirty seconds.</summary>
internal static class Totp
{
    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int Seconds = 30;

    /// <summary>160 random bits.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>Number of the thirty seconds in which an instant lies.</summary>
    public static long StepAt(DateTime utc) => new DateTimeOffset(utc).ToUnixTimeSeconds() / Seconds;

    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the apps know no other; HMAC does not rest on SHA-1 being free of collisions
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The key as an app takes it when it cannot scan.</summary>
    public static string Text(byte[] secret)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (var octet in secret)
        {
            (bits, held) = ((bits << 8) | octet, held + 8);
            while (held >= 5) text.Append(Base32[(bits >> (held -= 5)) & 31]);
        }
        if (held > 0) text.Append(Base32[(bits << (5 - held)) & 31]);
        return text.ToString();
    }

    /// <summary>What the QR code says.</summary>
    public static string Uri(string issuer, string account, byte[] secret)
    {
        var name = System.Uri.EscapeDataString(issuer.Replace(':', ' '));
        return $"otpauth://totp/{name}:{System.Uri.EscapeDataString(account)}?secret={Text(secret)}&issuer={name}";
    }
}
