using System.Resources;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Feedback.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Feedback;

/// <summary>What the Host needs to know of the Feedback module.</summary>
public sealed class FeedbackModule : IModule
{
    public string Name => "Feedback";
    public ResourceManager Text { get; } = new("AfterSales.Feedback.FeedbackText", typeof(FeedbackModule).Assembly);
    public IReadOnlyList<Permission> Permissions => FeedbackPermissions.All;
    public IReadOnlyList<MenuItem> Menu => [];

    public void Register(IServiceCollection services, DatabaseOptions database) =>
        services.AddModuleDatabase<FeedbackDbContext, SqliteFeedbackDbContext, PostgresFeedbackDbContext>(FeedbackDbContext.SchemaName, database);
}
