using System.Text.Json;
using System.Text.RegularExpressions;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>
/// <c>POST /content-reports</c>: browsers say what the content policy stopped, in the old form (<c>report-uri</c>) or the new (<c>report-to</c>). Anybody
/// can send anything here, so little is kept of it: counts, at most 500 kinds, no query, no number, no address of the sender.
/// </summary>
internal sealed partial class ContentReports(IServiceScopeFactory scopes, TimeProvider time)
{
    public const string Path = "/content-reports";
    const int LargestBody = 32_768, PerAddress = 20, PerServer = 200, MostKinds = 500, MostAtOnce = 20;
    readonly Lock _turning = new();
    readonly Dictionary<string, int> _byAddress = [];
    long _minute;
    int _all;

    public static void Map(WebApplication app) => app.MapPost(Path, async (HttpContext http, ContentReports reports, CancellationToken ct) =>
    {
        if (!reports.Allow(http.Connection.RemoteIpAddress?.ToString() ?? "")) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (await BodyAsync(http.Request, ct) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (Read(body) is not { } read) return Results.StatusCode(StatusCodes.Status400BadRequest);
        foreach (var (directive, blocked, page) in read) await reports.CountAsync(directive, blocked, page, ct);
        return Results.NoContent();
    }).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    bool Allow(string address)
    {
        var minute = time.Now().Ticks / TimeSpan.TicksPerMinute;
        lock (_turning)
        {
            if (_minute != minute)
            {
                (_minute, _all) = (minute, 0);
                _byAddress.Clear();
            }
            return ++_all <= PerServer && (_byAddress[address] = _byAddress.GetValueOrDefault(address) + 1) <= PerAddress;
        }
    }

    static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestBody) return null;
        var body = new byte[LargestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, ct);
        return length > LargestBody ? null : body[..length];
    }

    /// <returns>Null when it is no report.</returns>
    static List<(string Directive, string Blocked, string Page)>? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Object when root.TryGetProperty("csp-report", out var old) => [Of(old, "effective-directive", "violated-directive", "blocked-uri", "document-uri")],
                JsonValueKind.Array => [.. root.EnumerateArray().Where(r => Text(r, "type") == "csp-violation" && r.TryGetProperty("body", out _)).Take(MostAtOnce).Select(r => Of(r.GetProperty("body"), "effectiveDirective", "effectiveDirective", "blockedURL", "documentURL"))],
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    static (string, string, string) Of(JsonElement report, string directive, string olderDirective, string blocked, string page)
    {
        var name = Text(report, directive) is { Length: > 0 } given ? given : Text(report, olderDirective);
        return (Directive().Match(name).Value is { Length: > 0 } known ? known : "other", OriginOf(Text(report, blocked)), PageOf(Text(report, page)));
    }

    static string Text(JsonElement from, string name) => from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    static string OriginOf(string blocked) => Word().IsMatch(blocked) ? blocked
        : Uri.TryCreate(blocked, UriKind.Absolute, out var uri) && uri.Host.Length is > 0 and <= 100 ? $"{uri.Scheme}://{uri.Host}" : "other";

    /// <summary>The way to the page as far as it names a page: whatever could name a person or open something is left out.</summary>
    public static string PageOf(string document)
    {
        if (!Uri.TryCreate(document, UriKind.Absolute, out var uri)) return "/";
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(6).Select(p => PagePart().IsMatch(p) ? p : "…");
        var page = "/" + string.Join('/', parts);
        return page is ['/', 'r' or 't' or 's' or 'c', '/', ..] ? page[..3] + "…" : page; // a token of letters looks like a page
    }

    async Task CountAsync(string directive, string blocked, string page, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<HostDbContext>(), time.Now());
        await using var write = await db.BeginWriteAsync(ct);
        var reports = db.Set<ContentReport>();
        if (await AddToAsync(directive, blocked, page) == 0)
        {
            if (await reports.CountAsync(ct) >= MostKinds) (directive, blocked, page) = ("other", "other", "/");
            if (await AddToAsync(directive, blocked, page) == 0)
            {
                db.Add(new ContentReport { Directive = directive, Blocked = blocked, Page = page, FirstAt = now, LastAt = now, Count = 1 });
                await db.SaveChangesAsync(ct);
            }
        }
        await write.CommitAsync(ct);

        Task<int> AddToAsync(string directive, string blocked, string page) => reports.Where(r => r.Directive == directive && r.Blocked == blocked && r.Page == page)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Count, x => x.Count + 1).SetProperty(x => x.LastAt, now), ct);
    }

    [GeneratedRegex("^[a-z]{3,12}(-[a-z]{3,10}){1,3}")]
    private static partial Regex Directive();

    [GeneratedRegex("^(inline|eval|self|data|blob|wasm-eval|trusted-types-policy|trusted-types-sink)$")]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Za-z-]{1,40}$")]
    private static partial Regex PagePart();
}
