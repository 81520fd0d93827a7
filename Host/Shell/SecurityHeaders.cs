using AfterSales.Host.Operations;
using AfterSales.Kernel;

namespace AfterSales.Host.Shell;

/// <summary>What every answer carries, and what is refused before any page sees it.</summary>
internal static class SecurityHeaders
{
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", ReportTo = Policy + "; report-uri " + ContentReports.Path;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        http.Response.OnStarting(() => // last, because an error page clears what was set before it
        {
            Add(http.Response.Headers, http.Request.IsHttps);
            return Task.CompletedTask;
        });
        if (IsForeignWrite(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(http);
    });

    static void Add(IHeaderDictionary headers, bool isHttps)
    {
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = isHttps ? ReportTo + "; report-to content" : ReportTo; // a download may bring a stricter one
        if (isHttps) headers["Reporting-Endpoints"] = $"content=\"{ContentReports.Path}\""; // means nothing without https, and report-uri would no longer be read
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store"; // the next person at this computer does not go back to it; what may be kept says so: files of the product, pictures
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
        if (isHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }

    /// <summary>A write that another site's page caused; browsers say so, other programs do not send the header.</summary>
    static bool IsForeignWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && !request.Path.Equals(ContentReports.Path, StringComparison.OrdinalIgnoreCase) // sent by the browser itself, of a sandboxed page as if from elsewhere
        && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
