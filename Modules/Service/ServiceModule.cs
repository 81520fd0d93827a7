using System.Resources;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Service.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service;

/// <summary>What the Host needs to know of the Service module.</summary>
public sealed class ServiceModule : IModule
{
    public string Name => "Service";
    public ResourceManager Text { get; } = new("AfterSales.Service.ServiceText", typeof(ServiceModule).Assembly);
    public IReadOnlyList<Permission> Permissions => ServicePermissions.All;
    public IReadOnlyList<MenuItem> Menu => [];

    public void Register(IServiceCollection services, DatabaseOptions database) =>
        services.AddModuleDatabase<ServiceDbContext, SqliteServiceDbContext, PostgresServiceDbContext>(ServiceDbContext.SchemaName, database);
}
