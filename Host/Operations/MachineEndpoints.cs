using Prometheus;

namespace AfterSales.Host.Operations;

/// <summary><c>/metrics</c> and <c>/openapi/v1.json</c>. Both decide for themselves who may read them, since machines do not sign in.</summary>
internal static class MachineEndpoints
{
    public static IServiceCollection AddMachineEndpoints(this IServiceCollection services) => services.AddSingleton<ProductMetrics>();

    /// <summary>Counts and times requests by page; addresses with tokens and queries are not labels.</summary>
    public static void UseRequestMetrics(this WebApplication app)
    {
        var registry = app.Services.GetRequiredService<ProductMetrics>().Registry;
        app.UseHttpMetrics(o =>
        {
            o.ReduceStatusCodeCardinality();
            o.ConfigureMeasurements(m => m.Registry = registry);
        });
    }

    /// <exception cref="Kernel.CommandLine.WrongSetting">A token in the settings is too short.</exception>
    public static void MapMachineEndpoints(this WebApplication app)
    {
        var (metrics, openApi) = (MachineDoor.TokenOf(app.Configuration, "Metrics:Token"), MachineDoor.TokenOf(app.Configuration, "OpenApi:Token"));
        app.MapGet("/metrics", async (HttpContext http, ProductMetrics product, CancellationToken ct) =>
        {
            if (!MachineDoor.IsLocal(http) && !MachineDoor.HasToken(http, metrics)) return MachineDoor.Refuse(http);
            await product.WriteAsync(http.Response, ct);
            return Results.Empty;
        }).AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi("/openapi/v1.json").AllowAnonymous().AddEndpointFilter(async (call, next) =>
            MachineDoor.IsAdministrator(call.HttpContext) || MachineDoor.HasToken(call.HttpContext, openApi) ? await next(call) : MachineDoor.Refuse(call.HttpContext));
    }
}
