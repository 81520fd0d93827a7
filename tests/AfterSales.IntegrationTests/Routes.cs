using System.Net;
using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests;

/// <summary>Walks every route that the server knows: nobody gets in without a right, and looking changes nothing.</summary>
[OnOneDatabase]
public sealed class Routes(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task lead_whoever_is_not_signed_in_to_the_sign_in_page()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = installation.Address };
        List<string> open = [];
        foreach (var (path, endpoint) in await AllAsync())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) continue;
            using var answer = await http.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.Unauthorized && !(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/SignIn", StringComparison.Ordinal)))
                open.Add($"{path} answered {(int)answer.StatusCode}");
        }
        open.ShouldBeEmpty(string.Join('\n', open));
    }

    [Theory]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.Technician)]
    [InlineData(Roles.Trainer)]
    [InlineData(Roles.QualityOfficer)]
    [InlineData(Roles.RecordsClerk)]
    [InlineData(Roles.Cashier)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.BrandAuditor)]
    public async Task open_to_a_role_exactly_where_its_rights_say(string role)
    {
        var rights = AfterSalesModules.All.SelectMany(m => m.Permissions).Where(p => role == Roles.Administrator || p.Roles.Contains(role)).Select(p => p.Code).ToHashSet();
        var person = await installation.AsAsync(role);
        List<string> wrong = [];
        foreach (var (path, endpoint) in await AllAsync())
        {
            if (endpoint.Metadata.GetMetadata<PermissionAttribute>() is not { } demanded) continue;
            var answer = await person.OpenAsync(path);
            if (rights.Contains(demanded.PermissionCode) == (answer.Status == HttpStatusCode.Forbidden)) wrong.Add($"{path} ({demanded.PermissionCode}) answered {(int)answer.Status}");
            if ((int)answer.Status >= 500) wrong.Add($"{path} answered {(int)answer.Status}: {answer.Text}");
        }
        wrong.ShouldBeEmpty($"{role}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task are_looked_at_without_anything_being_written()
    {
        var person = await installation.AsAsync(Roles.Administrator);
        var paths = (await AllAsync()).Select(r => r.Path).ToHashSet();
        var before = await Fingerprint.SettledAsync(installation);
        Queue<string> waiting = new(paths);
        while (waiting.TryDequeue(out var path) && paths.Count < 400)
        {
            var page = await person.OpenAsync(path);
            ((int)page.Status).ShouldBeLessThan(500, $"{path}: {page.Text}");
            foreach (var link in page.Document.QuerySelectorAll("[href], [hx-get]").Select(e => e.GetAttribute("hx-get") ?? e.GetAttribute("href")!).Where(l => l.StartsWith('/') && !l.StartsWith("//", StringComparison.Ordinal)))
                if (paths.Add(link)) waiting.Enqueue(link);
        }
        var after = await Fingerprint.OfAsync(installation.Services);
        after.Where(t => before[t.Key] != t.Value).Select(t => t.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task refuse_a_form_that_no_page_of_ours_made()
    {
        var person = await installation.AsAsync(Roles.Administrator);
        var routes = await AllAsync();
        var before = await Fingerprint.SettledAsync(installation);
        List<string> taken = [];
        foreach (var (path, endpoint) in routes)
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null || endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null) continue;
            using var form = new FormUrlEncodedContent([new("Input.Name", "x")]);
            using var answer = await person.Http.PostAsync(path, form);
            if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed)) taken.Add($"{path} answered {(int)answer.StatusCode}");
        }
        taken.ShouldBeEmpty(string.Join('\n', taken));
        (await Fingerprint.OfAsync(installation.Services)).ShouldBe(before);
    }

    /// <summary>Every route that answers GET, its places filled with what exists.</summary>
    async Task<List<(string Path, RouteEndpoint Endpoint)>> AllAsync()
    {
        var order = await SomeOrderAsync();
        List<(string, RouteEndpoint)> all = [];
        foreach (var endpoint in installation.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && !methods.HttpMethods.Contains("GET")) continue;
            if (endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is { SuppressMatching: true }) continue;
            var path = string.Concat(endpoint.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p => p switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => ValueFor(parameter, order),
                _ => "",
            }))));
            all.Add((path.Length == 0 ? "/" : path.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/", endpoint));
        }
        all.Count.ShouldBeGreaterThan(20);
        return all;
    }

    static string ValueFor(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter, (string Number, Guid Customer) known) =>
        parameter.ParameterPolicies.Any(p => p.Content == "guid") ? known.Customer.ToString() : parameter.Name == "number" ? Uri.EscapeDataString(known.Number) : parameter.IsOptional ? "" : "1";

    async Task<(string Number, Guid Customer)> SomeOrderAsync()
    {
        async Task<(string, Guid)?> Find() => await installation.WithAsync<ServiceDbContext, (string, Guid)?>(async db =>
            await db.Set<ServiceOrder>().AsNoTracking().OrderBy(o => o.Id).FirstOrDefaultAsync() is { } order
                ? (order.Number, await db.Set<Customer>().Where(c => c.Id == order.CustomerId).Select(c => c.PublicId).SingleAsync()) : null);
        if (await Find() is { } there) return there;
        var administrator = await installation.AsAsync(Roles.Administrator);
        (await administrator.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = "13800138000", ["Name"] = "张伟", ["Address"] = "文一路 1 号", ["Description"] = "不出热水" })).ShouldBeOk();
        return (await Find())!.Value;
    }
}
