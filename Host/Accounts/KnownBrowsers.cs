using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AfterSales.Host.Accounts;

/// <summary>
/// A browser in which somebody has signed in before is known for that account. Its tries are counted apart from those of strangers, so
/// nobody who guesses at a name can keep its owner out.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    const string Cookie = "aftersales-known", SecureCookie = "__Host-aftersales-known";
    readonly IDataProtector _protector = protection.CreateProtector("AfterSales.KnownBrowser.v1");

    /// <summary>Stable name of this browser if it is known for the account, else null.</summary>
    public string? NameFor(HttpRequest request, string userName)
    {
        if (request.Cookies[request.IsHttps ? SecureCookie : Cookie] is not { } text) return null;
        try
        {
            var parts = _protector.Unprotect(text).Split('\n');
            return parts is [var name, var browser] && string.Equals(name, userName.Trim(), StringComparison.OrdinalIgnoreCase) ? browser : null;
        }
        catch (CryptographicException)
        {
            return null; // made by hand or under keys that are gone: a stranger
        }
    }

    public void Remember(HttpContext http, string userName)
    {
        var secure = http.Request.IsHttps;
        http.Response.Cookies.Append(secure ? SecureCookie : Cookie, _protector.Protect($"{userName.Trim()}\n{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}"),
            new CookieOptions { HttpOnly = true, Secure = secure, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(180), IsEssential = true });
    }
}
