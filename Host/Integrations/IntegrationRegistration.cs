using AfterSales.Feedback.Contracts;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Outbox;
using AfterSales.Reporting.Contracts;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Json;

namespace AfterSales.Host.Integrations;

/// <summary>What a token can be given.</summary>
internal static class TokenScopes
{
    /// <summary>Scopes of all modules, and the one of persons.</summary>
    public static readonly IReadOnlyList<string> All = [.. AfterSalesModules.All.SelectMany(m => m.ApiScopes), ApiOperation.PersonalScope];
}

/// <summary>What the product needs so that other programs can call it and are told of events.</summary>
internal static class IntegrationRegistration
{
    /// <summary>What tells other programs of events: jobs run it, and so may a verb.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<INameResolver, SystemNames>().AddSingleton<GuardedCalls>().AddSingleton<WebhookSecrets>().AddScoped<SendWebhooks>().AddScoped<ForgetDeliveries>()
        .AddHandler<OrderReceived, TellWebhooks, HostDbContext>().AddHandler<OrderCompleted, TellWebhooks, HostDbContext>().AddHandler<OrderClosed, TellWebhooks, HostDbContext>().AddHandler<OrderCancelled, TellWebhooks, HostDbContext>()
        .AddHandler<ComplaintReceived, TellWebhooks, HostDbContext>().AddHandler<ComplaintConcluded, TellWebhooks, HostDbContext>().AddHandler<SurveyAnswered, TellWebhooks, HostDbContext>()
        .AddHandler<SignalFound, TellWebhooks, HostDbContext>();

    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiTokenScheme>(ApiTokenScheme.Name, null);
        services.Configure<JsonOptions>(o => ApiBody.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // the door says what was wrong
        return services.AddSingleton<ApiLimits>().AddSingleton<IdempotencyKeys>().AddTransient<ApiDescription>()
            .AddOpenApi("v1", o => o.AddDocumentTransformer<ApiDescription>().AddOperationTransformer<ApiDescription>());
    }
}
