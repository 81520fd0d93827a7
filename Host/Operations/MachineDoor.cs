using System.Net;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Operations;

/// <summary>
/// Who may read what is there for machines: a monitoring agent on this computer, or whoever shows the token of the settings
/// (<c>Metrics:Token</c>, <c>OpenApi:Token</c>). Without a token in the settings none is right.
/// </summary>
internal static class MachineDoor
{
    const int LeastTokenLength = 20;

    /// <summary>A request that came through a proxy or a tunnel bears one of these, even after the original address was restored from it.</summary>
    static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP", "Via", "CF-Connecting-IP"];

    /// <exception cref="WrongSetting">The token is so short that it can be guessed.</exception>
    public static string? TokenOf(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" => null,
        { Length: < LeastTokenLength } => throw new WrongSetting(key, $"is too short to be a secret; give it {LeastTokenLength} characters or more, or leave it out."),
        var token => token,
    };

    public static bool HasToken(HttpContext http, string? token) => token is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString())), SHA256.HashData(Encoding.UTF8.GetBytes("Bearer " + token)));

    /// <summary>Asked on this computer, by its own name: a tunnel that adds no header still carries the public name of the site.</summary>
    public static bool IsLocal(HttpContext http) => http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !Forwarding.Any(http.Request.Headers.ContainsKey)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var asked) && IPAddress.IsLoopback(asked)));

    public static bool IsAdministrator(HttpContext http) => http.User.Identity is { IsAuthenticated: true } && http.User.IsInRole(Roles.Administrator);

    /// <summary>401 to who is unknown, 403 to who is known and may not; the reference stands in the log.</summary>
    public static IResult Refuse(HttpContext http)
    {
        var known = http.User.Identity is { IsAuthenticated: true };
        if (!known) http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(statusCode: known ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized, extensions: new Dictionary<string, object?> { ["reference"] = http.TraceIdentifier });
    }
}
