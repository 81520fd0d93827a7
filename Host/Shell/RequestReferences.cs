using System.Diagnostics;
using System.Security.Claims;
using AfterSales.Kernel.Jobs;
using Serilog.Context;

namespace AfterSales.Host.Shell;

/// <summary>
/// Every line logged during a request carries its reference, the one that error pages show; a refused or failed request has at least one line.
/// Queries are not logged: they hold names and phone numbers.
/// </summary>
internal static partial class RequestReferences
{
    public static IApplicationBuilder UseRequestReferences(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var firstAnswer = http.RequestServices.GetRequiredService<FirstAnswer>();
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("AfterSales.Requests");
        var path = http.Request.Path.Value ?? "";
        var since = Stopwatch.GetTimestamp();
        using (LogContext.PushProperty("Reference", http.TraceIdentifier))
        {
            await next(http);
            firstAnswer.Given();
            using (LogContext.PushProperty("Page", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText))
            if (http.Response.StatusCode >= StatusCodes.Status400BadRequest)
                Refused(log, http.Response.StatusCode, http.Request.Method, Shortened(path), http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "-", (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
    });

    /// <summary>Public addresses, one letter and a token that opens them: only their beginning is logged.</summary>
    static string Shortened(string path) => path is ['/', _, '/', ..] || path.StartsWith("/calendar/", StringComparison.OrdinalIgnoreCase) ? path[..path.IndexOf('/', 1)] + "/…" : path;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Status} for {Method} {Path} by {Account} in {Milliseconds} ms")]
    static partial void Refused(ILogger log, int status, string method, string path, string account, long milliseconds);
}
