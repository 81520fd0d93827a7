using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AfterSales.Kernel;

/// <summary>Words of a link that opens a page without an account: 128 random bits, base64url. Only the SHA-256 of them is ever stored.</summary>
public static class PublicToken
{
    const int Bytes = 16, Length = 22;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>What is stored and looked up; null for words that cannot be a token.</returns>
    public static string? Hash(string? token) =>
        token is { Length: Length } && Base64Url.IsValid(token) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token))) : null;
}
