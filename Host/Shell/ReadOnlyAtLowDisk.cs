using AfterSales.Kernel.Data;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AfterSales.Host.Shell;

/// <summary>Machines are told by problem details that nothing can be written; pages tell it themselves, with what was typed.</summary>
internal static class ReadOnlyAtLowDisk
{
    public static void UseReadOnlyAtLowDisk(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method)) return next(http);
        var disk = http.RequestServices.GetRequiredService<DiskSpace>();
        if (!disk.IsLow || http.GetEndpoint() is not { } called || called.Metadata.GetMetadata<PageActionDescriptor>() is not null || called.Metadata.GetMetadata<WritesFromReserveAttribute>() is not null) return next(http);
        return Results.Problem(http.RequestServices.GetRequiredService<Texts>()["Shell.DiskBanner.Public"], statusCode: StatusCodes.Status507InsufficientStorage,
            extensions: new Dictionary<string, object?> { ["reference"] = http.TraceIdentifier }).ExecuteAsync(http);
    });
}
