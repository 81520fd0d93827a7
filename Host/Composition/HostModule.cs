using System.Resources;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.Host.Settings;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;

namespace AfterSales.Host.Composition;

/// <summary>The Host's own part: accounts, settings, operations.</summary>
internal sealed class HostModule : IModule
{
    public string Name => "Host";
    public ResourceManager Text { get; } = new("AfterSales.Host.HostText", typeof(HostModule).Assembly);
    public IReadOnlyList<Permission> Permissions => HostPermissions.All;
    public IReadOnlyList<MenuItem> Menu => [];

    public void Register(IServiceCollection services, DatabaseOptions database) => services
        .AddModuleDatabase<HostDbContext, SqliteHostDbContext, PostgresHostDbContext>(HostDbContext.SchemaName, database)
        .AddSingleton<DatabaseUpgrade>()
        .AddSingleton<PolicyStore>().AddSingleton<IPolicies>(s => s.GetRequiredService<PolicyStore>())
        .AddSingleton<Company>().AddSingleton<ICompany>(s => s.GetRequiredService<Company>())
        .AddSingleton<IAuditLog, AuditLog>()
        .AddSingleton<JobLedger>();
}
