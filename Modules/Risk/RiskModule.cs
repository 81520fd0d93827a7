using System.Resources;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Risk.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Risk;

/// <summary>What the Host needs to know of the Risk module.</summary>
public sealed class RiskModule : IModule
{
    public string Name => "Risk";
    public ResourceManager Text { get; } = new("AfterSales.Risk.RiskText", typeof(RiskModule).Assembly);
    public IReadOnlyList<Permission> Permissions => RiskPermissions.All;
    public IReadOnlyList<MenuItem> Menu => [];

    public void Register(IServiceCollection services, DatabaseOptions database) =>
        services.AddModuleDatabase<RiskDbContext, SqliteRiskDbContext, PostgresRiskDbContext>(RiskDbContext.SchemaName, database);
}
