using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;

namespace AfterSales.Host.Accounts;

/// <summary>Where the policy says that administrators have a second factor, those who showed none are led to set one up and get nowhere else.</summary>
internal static class SecondFactorDemand
{
    static readonly string[] Free = ["/Settings/Account", "/Password", "/SignOut", "/SignIn", "/Language", "/Error", "/health", "/Messages/Unread"];

    public static bool Applies(HttpContext http, SignInPolicy policy) =>
        policy.AdministratorsUseTwoFactor && http.User.IsInRole(Roles.Administrator) && SessionBook.Of(http) is { Method: SignInMethod.Password };

    public static IApplicationBuilder UseSecondFactorDemand(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var services = http.RequestServices;
        if (!Applies(http, services.GetRequiredService<IPolicies>().At<SignInPolicy>(services.GetRequiredService<TimeProvider>().Now()).Value)
            || Free.Any(p => http.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))) return next(http);
        http.Response.Redirect("/Settings/Account");
        return Task.CompletedTask;
    });
}
