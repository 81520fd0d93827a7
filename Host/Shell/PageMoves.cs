using Microsoft.AspNetCore.WebUtilities;

namespace AfterSales.Host.Shell;

/// <summary>
/// Where a form sent by htmx leads to another page, the browser itself goes there, so that address, title and navigation are right.
/// An answer that leads back to the page on screen is swapped in place.
/// </summary>
internal static class PageMoves
{
    const string SignIn = "/SignIn";

    public static IApplicationBuilder UsePageMoves(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Headers.ContainsKey("HX-Request") && Uri.TryCreate(http.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var shown))
            http.Response.OnStarting(() =>
            {
                Move(http.Response, shown);
                return Task.CompletedTask;
            });
        return next(http);
    });

    static void Move(HttpResponse response, Uri shown)
    {
        if (response.StatusCode != StatusCodes.Status302Found || !Uri.TryCreate(shown, response.Headers.Location.ToString(), out var target)) return;
        if (target.AbsolutePath == shown.AbsolutePath) return;
        response.Headers["HX-Redirect"] = target.AbsolutePath == SignIn ? QueryHelpers.AddQueryString(SignIn, "returnUrl", shown.PathAndQuery) : target.PathAndQuery;
        response.Headers.Remove("Location");
        response.StatusCode = StatusCodes.Status200OK;
    }
}
