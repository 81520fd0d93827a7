using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AfterSales.Host.Shell;

/// <summary>Who has typed the one-time code once need not type it again: a cookie that counts for as long as the code does.</summary>
internal sealed class SetupPass(FirstRun firstRun, IDataProtectionProvider protection)
{
    const string Cookie = "aftersales-setup";

    readonly IDataProtector _protector = protection.CreateProtector("AfterSales.SetupPass");

    public void Give(HttpResponse response) => response.Cookies.Append(Cookie, _protector.Protect(firstRun.Code), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = response.HttpContext.Request.IsHttps, IsEssential = true });

    public bool IsHeldBy(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { } held && firstRun.Accepts(_protector.Unprotect(held));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>Leads whoever has not typed the one-time code to where it is typed, before a byte of the request's body is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsSetupPassAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery token is looked for, which reads the form.</summary>
    public int Order => -1000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<SetupPass>().IsHeldBy(context.HttpContext.Request)) return;
        var isNeeded = services.GetRequiredService<FirstRun>().IsNeeded;
        if (!isNeeded && context.HttpContext.Request.Method is var method && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            var isKnown = context.ActionDescriptor is CompiledPageActionDescriptor page && page.HandlerMethods.Any(h => h.HttpMethod.Equals(method, StringComparison.OrdinalIgnoreCase));
            context.Result = new StatusCodeResult(isKnown ? StatusCodes.Status400BadRequest : StatusCodes.Status405MethodNotAllowed); // the wizard is over
            return;
        }
        var path = isNeeded ? "/Setup/Restore" : "/";
        if (context.HttpContext.Request.Headers.ContainsKey("HX-Request"))
        {
            context.HttpContext.Response.Headers["HX-Redirect"] = path;
            context.Result = new StatusCodeResult(StatusCodes.Status204NoContent);
        }
        else context.Result = new LocalRedirectResult(path);
    }
}
