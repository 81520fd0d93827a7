using System.Globalization;
using System.Security.Claims;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>
/// An administrator looks at the product as a role or a person does. From signing in to the page everything believes it, but nothing can be
/// written: of all acts only going back, signing out and choosing a language are let through.
/// </summary>
internal static class SeeAs
{
    /// <summary>Claim: the account id of who really looks.</summary>
    public const string By = "seen-by";
    /// <summary>Claim: the name of who really looks.</summary>
    public const string ByName = "seen-by-name";
    static readonly string[] LetThrough = ["/Settings/EndSeeAs", "/SignOut", "/Language", "/Error", Operations.ContentReports.Path];

    public static IApplicationBuilder UseSeeAs(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (SessionBook.Of(http) is { } here && (here.SeesAsRole ?? here.SeesAsAccountId?.ToString(CultureInfo.InvariantCulture)) is not null
            && http.RequestServices.GetRequiredService<IPermissions>().Has(http.User, HostPermissions.SeeAs) && await SeenAsync(http, here) is { } seen)
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !LetThrough.Any(p => http.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
            http.User = seen;
        }
        await next(http);
    });

    static async Task<ClaimsPrincipal?> SeenAsync(HttpContext http, Standing here)
    {
        Claim[] by = [new(By, http.User.FindFirstValue(ClaimTypes.NameIdentifier)!), new(ByName, http.User.FindFirstValue("name") ?? "")];
        if (here.SeesAsRole is { } role)
            return new ClaimsPrincipal(new ClaimsIdentity([.. http.User.Claims.Where(c => c.Type != ClaimTypes.Role), new Claim(ClaimTypes.Role, role), .. by], IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role));
        var account = await http.RequestServices.GetRequiredService<HostDbContext>().Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == here.SeesAsAccountId && !a.IsDisabled, http.RequestAborted);
        if (account is null) return null; // disabled meanwhile: the administrator is the administrator again
        var seen = await http.RequestServices.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        ((ClaimsIdentity)seen.Identity!).AddClaims(by);
        return seen;
    }

    public static Actor? ReallyBy(ClaimsPrincipal user) => user.FindFirstValue(By) is { } id ? new Actor(id, user.FindFirstValue(ByName) ?? "") : null;
}
