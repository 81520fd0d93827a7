using AfterSales.Kernel.Pages;
using Microsoft.Extensions.FileProviders;

namespace AfterSales.Host.Composition;

/// <summary>Pages, static files, health: what the server has and a verb has not.</summary>
internal static class WebPart
{
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorPages(o => o.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.TypeFilterAttribute(typeof(RefusalFilter))));
        services.AddHealthChecks();
    }

    public static void Use(WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new ManifestEmbeddedFileProvider(typeof(WebPart).Assembly, "wwwroot") });
        app.UseRouting();
        app.MapHealthChecks("/health/live");
        app.MapHealthChecks("/health/ready");
        app.MapRazorPages();
    }
}
