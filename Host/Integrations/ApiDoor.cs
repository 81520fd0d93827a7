using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AfterSales.Host.Composition;
using AfterSales.Host.Operations;
using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace AfterSales.Host.Integrations;

/// <summary>
/// Everything that holds for each operation under <c>/api/v1</c>: who calls is known, does not call too often, is answered once under one key, is
/// written down where it changed or saw something, and is refused in problem details (RFC 9457) in its own language, with a reference that is in the log.
/// </summary>
internal static class ApiDoor
{
    public const string Path = "/api/v1";
    const int LargestBody = 1 << 20, LongestKey = 255;

    /// <summary>Operations of all modules. What is no operation is absent, for whoever asks.</summary>
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Path).DisableAntiforgery().AddEndpointFilter(ApiBody.CheckAsync);
        foreach (var module in AfterSalesModules.All) module.MapApi(api);
        app.Map("/api/{**rest}", () => Results.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Before authorisation, so that its refusals are told in problem details too.</summary>
    public static IApplicationBuilder UseApiDoor(this IApplicationBuilder app) => app.Use((http, next) => http.Request.Path.StartsWithSegments("/api") ? InsideAsync(http, next) : next(http));

    /// <summary>After authorisation: whoever comes here may do it.</summary>
    public static IApplicationBuilder UseApiOnce(this IApplicationBuilder app) => app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { } operation ? ActAsync(http, operation, next) : next(http));

    static async Task InsideAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false; // those are for people
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is not null && (await http.AuthenticateAsync(ApiTokenScheme.Name)).Principal is { } caller
                && http.RequestServices.GetRequiredService<ApiLimits>().Wait(caller.FindFirstValue(ClaimTypes.NameIdentifier)!) is { } wait)
            {
                http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            }
            else await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await RefuseAsync(http, http.Response.StatusCode, null);
        }
        catch (Exception refusal) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, refusal);
        }
        finally
        {
            http.RequestServices.GetRequiredService<ProductMetrics>().Called(http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>()?.Name, http.Response.StatusCode);
        }
    }

    static async Task ActAsync(HttpContext http, ApiOperation operation, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method)) await OnceAsync(http, operation, next);
        else
        {
            await next(http);
            await WriteDownAsync(http, operation);
        }
    }

    static async Task OnceAsync(HttpContext http, ApiOperation operation, RequestDelegate next)
    {
        var given = http.Request.Headers[ApiCalls.IdempotencyHeader].ToString();
        if (given.Length is 0 or > LongestKey || given.Any(c => c is < '!' or > '~')) throw new ApiRefusal(StatusCodes.Status400BadRequest, "Api.KeyMissing", LongestKey);
        var keys = http.RequestServices.GetRequiredService<IdempotencyKeys>();
        var caller = http.Caller().Id;
        var claimed = await keys.ClaimAsync(caller, given, await FingerprintAsync(http), http.RequestAborted);
        switch (claimed.Outcome)
        {
            case ClaimOutcome.InFlight: throw new ApiRefusal(StatusCodes.Status409Conflict, "Api.KeyInFlight");
            case ClaimOutcome.OtherRequest: throw new ApiRefusal(StatusCodes.Status422UnprocessableEntity, "Api.KeyOfOtherRequest");
            case ClaimOutcome.Answered:
                await AnswerAgainAsync(http.Response, claimed.Answer!);
                return;
        }
        http.Features.Set(new OnceFeature(claimed.OnceId));
        var answer = await CaptureAsync(http, operation, next);
        if (answer.Status >= 500) await keys.ReleaseAsync(caller, given, CancellationToken.None);
        else await keys.KeepAsync(caller, given, answer, CancellationToken.None);
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    /// <summary>Does the work and holds its answer back until it is kept: an answer that the caller got is given again, whatever happens.</summary>
    static async Task<KeptAnswer> CaptureAsync(HttpContext http, ApiOperation operation, RequestDelegate next)
    {
        var line = http.Response.Body;
        using var held = new MemoryStream();
        http.Response.Body = held;
        try
        {
            try
            {
                await next(http);
                await WriteDownAsync(http, operation);
            }
            catch (Exception refusal)
            {
                await RefuseAsync(http, refusal);
            }
        }
        finally
        {
            http.Response.Body = line;
        }
        return new KeptAnswer(http.Response.StatusCode, http.Response.Headers.Location, http.Response.Headers.ETag, held.ToArray());
    }

    static async Task AnswerAgainAsync(HttpResponse response, KeptAnswer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.Tag is not null) response.Headers.ETag = answer.Tag;
        response.Headers["Idempotency-Replayed"] = "true";
        response.ContentType = answer.Status < 400 ? "application/json; charset=utf-8" : "application/problem+json";
        await response.Body.WriteAsync(answer.Body);
    }

    static async Task<string> FingerprintAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;) hash.AppendData(buffer, 0, read);
        http.Request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Every change, and every look at persons in full. The query is left out: it may name one.</summary>
    static async Task WriteDownAsync(HttpContext http, ApiOperation operation)
    {
        if (http.Response.StatusCode >= 400) return;
        var audit = http.RequestServices.GetRequiredService<IAuditLog>();
        var subject = http.Response.Headers.Location.ToString() is { Length: > 0 } made ? made : http.Request.Path.Value!;
        if (!HttpMethods.IsGet(http.Request.Method)) await audit.RecordAsync(http.Caller(), "api." + operation.Name, subject, http.TraceIdentifier, CancellationToken.None);
        else if (operation.ShowsPersons && http.SeesPersons()) await audit.RecordAsync(http.Caller(), "api.persons.seen", subject, operation.Name, CancellationToken.None);
    }

    static Task RefuseAsync(HttpContext http, Exception refusal)
    {
        var text = http.RequestServices.GetRequiredService<Texts>();
        switch (refusal)
        {
            case ApiRefusal own: return RefuseAsync(http, own.Status, text.Of(own.Why));
            case NotThere: return RefuseAsync(http, StatusCodes.Status404NotFound, null);
            case RuleViolation rule: return RefuseAsync(http, StatusCodes.Status422UnprocessableEntity, text.Of(rule), (ApiBody.Pointer(rule.Field), text.Of(rule)));
            case BadFields bad: return RefuseAsync(http, StatusCodes.Status422UnprocessableEntity, text["Api.BadFields"], [.. bad.Fields.Select(f => (f.Pointer, text.Of(f.Why)))]);
            case ChangedMeanwhile or DbUpdateConcurrencyException: return RefuseAsync(http, StatusCodes.Status409Conflict, text["Api.ChangedMeanwhile"]);
            case BadHttpRequestException { InnerException: JsonException wrong }: return RefuseAsync(http, StatusCodes.Status400BadRequest, text["Api.BadJson"], (ApiBody.PointerOfPath(wrong.Path), text["Api.BadValue"]));
            case BadHttpRequestException bad: return RefuseAsync(http, bad.StatusCode, bad.StatusCode == StatusCodes.Status400BadRequest ? text["Api.BadRequest"] : null);
            case var full when DiskFull.IsCauseOf(full): return RefuseAsync(http, StatusCodes.Status507InsufficientStorage, text[DiskFull.Key + ".Public"]);
            default:
                Failed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("AfterSales.Api"), refusal);
                return RefuseAsync(http, StatusCodes.Status500InternalServerError, null);
        }
    }

    static void Failed(ILogger log, Exception error) => log.LogError(error, "An operation of the interface failed");

    static async Task RefuseAsync(HttpContext http, int status, string? detail, params (string? Pointer, string Detail)[] fields)
    {
        var text = http.RequestServices.GetRequiredService<Texts>();
        var errors = fields.Where(f => f.Pointer is not null).Select(f => new ProblemField(f.Pointer!, f.Detail)).ToList();
        http.Response.StatusCode = status;
        http.Response.Headers.ContentLanguage = System.Globalization.CultureInfo.CurrentUICulture.Name;
        var known = $"Api.Status.{status}";
        var problem = new Problem(text.Has(known) ? text[known] : ReasonPhrases.GetReasonPhrase(status), status, detail, http.TraceIdentifier, errors.Count > 0 ? errors : null);
        await http.Response.WriteAsJsonAsync(problem, ApiBody.Options, "application/problem+json", CancellationToken.None);
    }
}

/// <summary>A refusal as RFC 9457 has it; its type is left out, since the status says it all.</summary>
/// <param name="Reference">Stands in the log with everything that happened in this call.</param>
/// <param name="Errors">Which fields are wrong and why.</param>
internal sealed record Problem(
    string Title, int Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail, string Reference, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemField>? Errors);

/// <param name="Pointer">JSON pointer (RFC 6901) into the body.</param>
internal sealed record ProblemField(string Pointer, string Detail);
