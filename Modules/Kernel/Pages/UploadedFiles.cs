using Microsoft.AspNetCore.Http;

namespace AfterSales.Kernel.Pages;

/// <summary>How the product hands back what somebody gave it.</summary>
public static class UploadedFiles
{
    /// <summary>Whatever the file is, it runs nothing and fetches nothing in a browser: for what is saved and not shown.</summary>
    public static void LetItDoNothing(this HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>
    /// A picture that the product drew anew. A browser that shows it by itself lays it out with styles of its own and loads it as a part of that page: those
    /// are let through, and a sandbox would make the picture a stranger to its own page.
    /// </summary>
    public static void LetItBeSeen(this HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
}
