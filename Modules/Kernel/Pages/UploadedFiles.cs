using Microsoft.AspNetCore.Http;

namespace AfterSales.Kernel.Pages;

/// <summary>How the product hands back what somebody gave it.</summary>
public static class UploadedFiles
{
    /// <summary>Whatever the file is, it runs nothing and fetches nothing in a browser. A browser that shows a picture by itself lays it out with styles of its own: those alone are let through.</summary>
    public static void LetItDoNothing(this HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
}
