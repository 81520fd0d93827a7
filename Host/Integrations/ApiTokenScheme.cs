using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AfterSales.Host.Integrations;

/// <summary>
/// <c>Authorization: Bearer</c> with a token of an integration. It opens <c>/api/v1</c> and nothing else, and nothing else opens that: a person's
/// cookie is no token, so no page of another site can act through a signed-in browser.
/// </summary>
internal sealed class ApiTokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, HostDbContext db, ICompany company, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiToken";
    const string Bearer = "Bearer ";
    /// <summary>Each use is not worth a write.</summary>
    static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var now = time.Now();
        if (ApiToken.HashOf(header[Bearer.Length..].Trim()) is not { } hash || await db.Set<ApiToken>().AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, Context.RequestAborted) is not { } token || !token.Opens(company.LocalDay(now)))
            return AuthenticateResult.Fail("unknown, ended or revoked");
        if (token.LastUsedAt is null || now - token.LastUsedAt >= UseIsNotedEvery) await NoteUseAsync(token.Id, now);
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, $"<token:{token.PublicId:N}>"), new("name", token.Name), .. token.ScopeList.Select(s => new Claim(ApiOperation.ScopeClaim, s)),
        ], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>Outside the aggregate's version: a use is no act on the token, and no page has to be shown again for it.</summary>
    async Task NoteUseAsync(long id, DateTime now)
    {
        await using var write = await db.BeginWriteAsync(Context.RequestAborted);
        await db.Set<ApiToken>().Where(t => t.Id == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), Context.RequestAborted);
        await write.CommitAsync(Context.RequestAborted);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        Response.Headers[HeaderNames.WWWAuthenticate] = $"Bearer error=\"insufficient_scope\", scope=\"{Context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>()?.Scope}\"";
        return Task.CompletedTask;
    }
}

/// <summary>Calls of each token, counted by the minute. Kept in memory: it guards this server.</summary>
internal sealed class ApiLimits(TimeProvider time)
{
    public const int CallsPerMinute = 60;

    readonly Lock _turning = new();
    long _minute;
    ConcurrentDictionary<string, int> _calls = [];

    /// <returns>Null when the token may call; otherwise how long until it may again.</returns>
    public TimeSpan? Wait(string token)
    {
        var now = time.GetUtcNow().UtcTicks;
        var minute = now / TimeSpan.TicksPerMinute;
        lock (_turning)
            if (_minute != minute) (_minute, _calls) = (minute, []);
        return _calls.AddOrUpdate(token, 1, (_, n) => n + 1) <= CallsPerMinute ? null : TimeSpan.FromTicks((minute + 1) * TimeSpan.TicksPerMinute - now);
    }
}
