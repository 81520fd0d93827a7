using AfterSales.Host.Messages;
using System.Globalization;
using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Host.Integrations;
using AfterSales.Host.Operations;
using AfterSales.Host.Settings;
using AfterSales.Host.Shell;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace AfterSales.Host.Composition;

/// <summary>Pages, sign-in, static files, health: what the server has and a verb has not.</summary>
internal static class WebPart
{
    static readonly string[] BeforeSetUp = ["/Setup", "/health", "/lib", "/css", "/js", "/Language", "/Error", "/favicon.svg", "/favicon.ico", "/robots.txt", "/api", "/openapi", "/metrics", "/calendar", Operations.ContentReports.Path, "/r", "/t", "/s", "/c", "/Phone"];

    /// <param name="secure">All addresses are HTTPS: cookies may carry the __Host- prefix.</param>
    public static void AddServices(IServiceCollection services, bool secure)
    {
        var pages = services.AddRazorPages();
        pages.AddMvcOptions(o =>
        {
            o.Filters.Add<RefusalFilter>(); // a page convention would leave out the areas
            o.ModelMetadataDetailsProviders.Add(new EmptyTextStaysText());
            var address = o.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
            o.ValueProviderFactories.Remove(address);
            o.ValueProviderFactories.Insert(0, address); // a form acts on the record of its address, whatever fields it brings
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            o.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, field) => AfterSalesModules.Texts["Shell.InvalidValue", value, field]);
            o.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => AfterSalesModules.Texts["Shell.ValueMissing"]);
            o.ModelBindingMessageProvider.SetValueIsInvalidAccessor(value => AfterSalesModules.Texts["Shell.InvalidValue", value, ""]);
            o.ModelBindingMessageProvider.SetMissingBindRequiredValueAccessor(_ => AfterSalesModules.Texts["Shell.ValueMissing"]);
            o.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(value => AfterSalesModules.Texts["Shell.InvalidValue", value, ""]);
            o.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(field => AfterSalesModules.Texts["Shell.InvalidValue", "", field]);
        });
        foreach (var module in AfterSalesModules.All) pages.AddApplicationPart(module.Assembly);
        services.Configure<RazorViewEngineOptions>(o =>
        {
            o.PageViewLocationFormats.Add("/Pages/Shell/{0}.cshtml");
            o.AreaPageViewLocationFormats.Add("/Pages/Shell/{0}.cshtml");
        });
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = secure ? "__Host-aftersales-form" : "aftersales-form";
            o.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // antiforgery tokens are masked anew in every page, and no other secret stands beside typed text
            o.MimeTypes = [.. Microsoft.AspNetCore.ResponseCompression.ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddHealthChecks().AddDbContextCheck<HostDbContext>(tags: ["ready"]);
        services.AddScoped<Shown>().AddScoped<Messages.NoticeBoard>().AddSingleton<Navigation>().AddSingleton<FirstRun>().AddSingleton<SetupPass>().AddSingleton<Demo.DemoBuild>().AddSingleton<SignInLimits>().AddSingleton<KnownBrowsers>().AddScoped<SignInSteps>().AddScoped<PresentPassword>();
        services.AddSingleton<Backup.BackupWork>().AddSingleton<Backup.MissedBackup>().AddSingleton<Backup.RestoreWork>().AddSingleton<ContentReports>().AddMachineEndpoints().AddIntegrations();
        AddSignIn(services, secure);
        services.AddSingleton<IAuthorizationHandler, HasPermissionHandler>().AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
            .RequireAssertion(asked => asked.Resource is HttpContext http && http.GetEndpoint() is null).Build()); // no such address: 404, not "no permission"
    }

    static void AddSignIn(IServiceCollection services, bool secure)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure<SessionBook>(Signed);
            cookies.TwoFactorUserIdCookie!.Configure(o => // between the two steps of signing in, and while a passkey is asked for
            {
                Harden(o.Cookie, secure, "aftersales-step");
                o.ExpireTimeSpan = TimeSpan.FromMinutes(10);
                o.SlidingExpiration = false;
            });
        });
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1)); // roles and deputies take effect within it

        void Signed(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o, SessionBook sessions)
        {
            Harden(o.Cookie, secure, "aftersales");
            o.ExpireTimeSpan = SignInPolicy.Longest; // the policy ends sessions earlier, on the server
            o.SlidingExpiration = true;
            o.Events.OnSigningIn = sessions.BeginAsync;
            o.Events.OnValidatePrincipal = sessions.ValidateAsync;
            (o.LoginPath, o.LogoutPath, o.AccessDeniedPath, o.ReturnUrlParameter) = ("/SignIn", "/SignOut", "/Error/403", "returnUrl");
            o.Events.OnRedirectToAccessDenied = denied => { denied.Response.StatusCode = StatusCodes.Status403Forbidden; return Task.CompletedTask; };
        }
    }

    static void Harden(CookieBuilder cookie, bool secure, string name)
    {
        cookie.Name = secure ? "__Host-" + name : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
    }

    public static void Use(WebApplication app)
    {
        var assets = new ManifestEmbeddedFileProvider(typeof(WebPart).Assembly, "wwwroot");
        app.Environment.WebRootFileProvider = assets;
        app.UseForwardedHeaders(Proxies.Trusted(app.Configuration));
        app.UseRequestReferences();
        app.UseSecurityHeaders();
        app.UsePageMoves();
        app.UseRequestLocalization(Languages(app.Services));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/Error/500", StatusCodeSelector = failure => DiskFull.IsCauseOf(failure) ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status500InternalServerError });
        app.UseStatusCodePagesWithReExecute("/Error/{0}");
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = assets, OnPrepareResponse = file => file.Context.Response.GetTypedHeaders().CacheControl = Cached(file.Context) });
        app.Use(SetUpFirst);
        app.UseRouting();
        app.UseRequestMetrics();
        app.UseApiDoor();
        app.UseReadOnlyAtLowDisk();
        app.UseAuthentication();
        app.UseSecondFactorDemand();
        app.UseSeeAs();
        app.UseAuthorization();
        app.UseApiOnce();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapMachineEndpoints();
        app.MapDeliveryReceipts();
        ContentReports.Map(app);
        app.MapApi();
        app.MapRazorPages();
    }

    static CacheControlHeaderValue Cached(HttpContext http) => http.Request.Query.ContainsKey("v")
        ? new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365) }
        : new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromHours(1) };

    static RequestLocalizationOptions Languages(IServiceProvider services)
    {
        var company = services.GetRequiredService<Company>();
        CultureInfo[] both = [Texts.Chinese, Texts.English];
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture("zh-CN"), SupportedCultures = both, SupportedUICultures = both, FallBackToParentUICultures = true,
            RequestCultureProviders =
            [
                new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider(),
                new CustomRequestCultureProvider(_ => Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(company.Language))),
            ],
        };
    }

    /// <summary>Before the company is set up every page leads to the wizard, but for customers' pages and health.</summary>
    static Task SetUpFirst(HttpContext http, RequestDelegate next)
    {
        if (http.RequestServices.GetRequiredService<Company>().IsSetUp || BeforeSetUp.Any(p => http.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))) return next(http);
        http.Response.Redirect("/Setup");
        return Task.CompletedTask;
    }
}
