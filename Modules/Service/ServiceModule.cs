using System.CommandLine;
using System.Resources;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Demo;
using AfterSales.Service.Feed;
using AfterSales.Service.Import;
using AfterSales.Service.Maintenance;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service;

/// <summary>What the Host needs to know of the Service module.</summary>
public sealed class ServiceModule : IModule
{
    public string Name => "Service";
    public ResourceManager Text { get; } = new("AfterSales.Service.ServiceText", typeof(ServiceModule).Assembly);
    public IReadOnlyList<Permission> Permissions => ServicePermissions.All;
    public IReadOnlyList<MenuItem> Menu =>
    [
        new("Requests.Title", "/Service/Requests", ServicePermissions.ReadOrders, "clipboard-list", 100),
        new("Dispatch.Title", "/Service/Dispatch", ServicePermissions.DispatchOrders, "calendar", 105),
        new("Maintenance.Title", "/Service/Maintenance", ServicePermissions.DispatchOrders, "refresh", 107),
        new("Customers.Title", "/Service/Customers", ServicePermissions.ReadCustomers, "users", 110),
        new("Products.Title", "/Service/Products", ServicePermissions.EditProducts, "package", 120),
        new("Technicians.Title", "/Service/Dispatch/Technicians", ServicePermissions.DispatchOrders, "tool", 130),
        new("Import.Title", "/Service/Import", ServicePermissions.Import, "file-import", 140),
    ];

    public IReadOnlyList<JobDefinition> Jobs => [CompleteKeys.Job, OpenDueMaintenance.Job];

    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<SlaPolicy>(SlaPolicy.Key), PolicyDefinition.Of<DispatchPolicy>(DispatchPolicy.Key), PolicyDefinition.Of<MaintenancePolicy>(MaintenancePolicy.Key)];

    public void Register(IServiceCollection services, DatabaseOptions database) => services
        .AddModuleDatabase<ServiceDbContext, SqliteServiceDbContext, PostgresServiceDbContext>(ServiceDbContext.SchemaName, database)
        .AddSingleton<OrderRulebook>()
        .AddScoped<IIntegrityCheck, OrderNumbersCheck>().AddScoped<IDemoPart, DemoBusiness>()
        .AddScoped<IOrderLookup, OrderLookup>().AddScoped<OrderList>().AddScoped<ClocksAtRisk>().AddScoped<IDigestPart, OrderDigest>().AddScoped<ReceiveOrder>().AddScoped<Candidates>().AddScoped<AssignTechnician>().AddScoped<DispatchBoard>()
        .AddScoped<OpenDueMaintenance>().AddScoped<BookMaintenance>().AddHandler<OrderCompleted, MaintenanceDone, ServiceDbContext>().AddSingleton<ActOnMany>()
        .AddScoped<MergeCustomers>().AddScoped<FindDuplicates>().AddScoped<CompleteKeys>().AddSingleton<RevealedPeople>()
        .AddScoped<FindCustomers>().AddScoped<FindOrders>().AddScoped<ISearchSource, OrderSearch>().AddScoped<ISearchSource, CustomerSearch>().AddScoped<ISearchSource, ApplianceSearch>()
        .AddSingleton<OrderImport>().AddSingleton<ImportDesk>()
        .AddScoped<IFeed<OrderFeedRow>, ServiceReportingFeed>();

    public IEnumerable<Command> Commands(VerbRunner verbs) => [ExplainOrder.Verb(verbs), ImportOrders.Verb(verbs)];
}
