using AfterSales.IntegrationTests.Fixtures;
using System.Globalization;
using System.Reflection;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Security;

/// <summary>One address that the server knows, and what stands on it.</summary>
/// <param name="Template">Pattern of the route: <c>/Service/Requests/Details/{number}</c>.</param>
/// <param name="Page">Null for an endpoint that is no page.</param>
/// <param name="Handlers">For a page each handler; for an endpoint its methods.</param>
/// <param name="Permission">Right that the page demands; null where it is open, or for whoever is signed in.</param>
/// <param name="IsForSignedIn">Whatever the role.</param>
internal sealed record Place(string Template, RouteEndpoint Endpoint, CompiledPageActionDescriptor? Page, IReadOnlyList<(string Method, string? Name)> Handlers, string? Permission, bool IsOpen, bool IsForSignedIn)
{
    public IReadOnlyList<RoutePatternParameterPart> Parameters => Endpoint.RoutePattern.Parameters is var all ? [.. all] : [];

    /// <summary>What the page is about may stand in the query instead of the path.</summary>
    public bool AsksByQuery => Page is { } page && (page.ModelTypeInfo!.GetProperties().Any(p => p.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true })
        || page.HandlerMethods.Any(h => h.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase) && h.Parameters.Any(p => p.ParameterType != typeof(CancellationToken))));

    /// <summary>The address with its places filled, in their order; an optional place that gets nothing stays away.</summary>
    public string Path(params string[] values)
    {
        var next = 0;
        var path = string.Concat(Endpoint.RoutePattern.PathSegments.Select(segment =>
        {
            var text = string.Concat(segment.Parts.Select(part => part switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                _ => next < values.Length ? Uri.EscapeDataString(values[next++]) : "",
            }));
            return text.Length == 0 ? "" : "/" + text;
        }));
        return path.Length == 0 ? "/" : path;
    }

    /// <summary>Well formed, and of nothing that exists.</summary>
    public string[] Absent => [.. Parameters.Select(p => p.ParameterPolicies.Select(x => x.Content).FirstOrDefault() switch
    {
        "guid" => "01234567-89ab-7def-8123-456789abcdef",
        "long" or "int" => 987_654_321.ToString(CultureInfo.InvariantCulture),
        _ => "NO-SUCH-THING",
    })];

    public override string ToString() => Template;
}

/// <summary>Everything that answers, as the running server knows it: nothing is listed by hand.</summary>
internal static class Places
{
    public static async Task<IReadOnlyList<Place>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        List<Place> places = [];
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is { SuppressMatching: true }) continue;
            var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } described)
            {
                var page = await loader.LoadAsync(described, endpoint.Metadata);
                var attributes = page.ModelTypeInfo!.GetCustomAttributes(inherit: true);
                places.Add(new Place(template, endpoint, page, Handled(page), attributes.OfType<PermissionAttribute>().FirstOrDefault()?.PermissionCode, attributes.OfType<IAllowAnonymous>().Any(), attributes.OfType<SignedInAttribute>().Any()));
            }
            else
            {
                places.Add(new Place(template, endpoint, null, [.. (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, (string?)null))],
                    endpoint.Metadata.GetMetadata<PermissionAttribute>()?.PermissionCode, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, false));
            }
        }
        return places;
    }

    /// <summary>A page without a handler for GET is shown all the same.</summary>
    static List<(string, string?)> Handled(CompiledPageActionDescriptor page)
    {
        List<(string Method, string? Name)> handlers = [.. page.HandlerMethods.Select(h => (h.HttpMethod.ToUpperInvariant(), h.Name))];
        if (!handlers.Exists(h => h is ("GET", null))) handlers.Add(("GET", null));
        return handlers;
    }
}
