using System.CommandLine;
using System.Resources;
using AfterSales.Documents.Contracts;
using AfterSales.Feedback.Contracts;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Api;
using AfterSales.Service.Contracts;
using AfterSales.Service.Contracts.Feed;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Demo;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Feed;
using AfterSales.Service.Fees;
using AfterSales.Service.Import;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Parts;
using AfterSales.Service.Payments;
using AfterSales.Service.Requests;
using AfterSales.Service.Settlement;
using AfterSales.Service.Tracking;
using AfterSales.Service.Visits;
using AfterSales.Staff.Contracts;
using Microsoft.AspNetCore.Routing;
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
        new("Requests.Title", "/Service/Requests", ServicePermissions.ReadOrders, "clipboard-list", 100, 'o'),
        new("Dispatch.Title", "/Service/Dispatch", ServicePermissions.DispatchOrders, "calendar", 103, 'b'),
        new("Maintenance.Title", "/Service/Maintenance", ServicePermissions.DispatchOrders, "refresh", 107),
        new("Visits.MyDay.Title", "/Service/Visits/MyDay", ServicePermissions.VisitOrders, "truck", 105, 'd'),
        new("Customers.Title", "/Service/Customers", ServicePermissions.ReadCustomers, "users", 110, 'u'),
        new("Parts.Title", "/Service/Parts", ServicePermissions.ReadParts, "package", 115),
        new("Products.Title", "/Service/Products", ServicePermissions.EditProducts, "package", 120),
        new("Technicians.Title", "/Service/Dispatch/Technicians", ServicePermissions.DispatchOrders, "tool", 130),
        new("Stickers.Title", "/Service/Stickers", ServicePermissions.DispatchOrders, "star", 135),
        new("Notices.Title", "/Service/Notices", ServicePermissions.AnnounceHours, "bell", 138),
        new("Import.Title", "/Service/Import", ServicePermissions.Import, "file-import", 140),
        new("Fees.Lists.Title", "/Service/Fees/Lists", ServicePermissions.ReadFees, "list", 150),
        new("Payments.Refunds.Title", "/Service/Payments/Refunds", ServicePermissions.ExecuteRefunds, "arrow-back-up", 155),
        new("Payments.Title", "/Service/Payments", ServicePermissions.ReadPayments, "clipboard-list", 152, 'm'),
        new("Settlement.Brand.Title", "/Service/Settlement/Brand", ServicePermissions.Settle, "building", 157),
        new("Settlement.PiecePay.Title", "/Service/Settlement/PiecePay", ServicePermissions.Settle, "users", 158),
    ];

    public IReadOnlyList<JobDefinition> Jobs => [CompleteKeys.Job, SendPriceNotices.Job, EntitleByItself.Job, OpenDueMaintenance.Job, WarnOfVisitsToReassign.Job];

    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<SlaPolicy>(SlaPolicy.Key), PolicyDefinition.Of<DispatchPolicy>(DispatchPolicy.Key), PolicyDefinition.Of<MaintenancePolicy>(MaintenancePolicy.Key), PolicyDefinition.Of<VisitPolicy>(VisitPolicy.Key), PolicyDefinition.Of<FeePolicy>(FeePolicy.Key), PolicyDefinition.Of<SettlementPolicy>(SettlementPolicy.Key), PolicyDefinition.Of<TrackingPolicy>(TrackingPolicy.Key)];

    public IReadOnlyList<MessageTemplate> Templates => [SendMaintenanceOffer.Template, SendPriceNotices.Template, TrackOrders.Template];

    public IReadOnlyList<string> ApiScopes => ServiceScopes.All;

    public void MapApi(IEndpointRouteBuilder api)
    {
        OrderEndpoints.Map(api);
        CustomerEndpoints.Map(api);
    }

    public void Register(IServiceCollection services, DatabaseOptions database) => services
        .AddModuleDatabase<ServiceDbContext, SqliteServiceDbContext, PostgresServiceDbContext>(ServiceDbContext.SchemaName, database)
        .AddSingleton<OrderRulebook>().AddScoped<TrackOrders>()
        .AddScoped<IIntegrityCheck, OrderNumbersCheck>().AddScoped<IDemoPart, DemoBusiness>().AddScoped<IDemoPart, DemoMoney>().AddScoped<IDemoPart, DemoMaintenance>().AddScoped<IDemoPart, DemoParts>()
        .AddScoped<IDispatchRoster, DispatchRoster>().AddHandler<MayNoLongerGo, WarnOfVisitsToReassign, ServiceDbContext>().AddHandler<EmployeeChanged, KeepTechnicians, ServiceDbContext>()
        .AddScoped<IOrderLookup, OrderLookup>().AddScoped<OrderList>().AddScoped<ClocksAtRisk>().AddScoped<IDigestPart, OrderDigest>().AddScoped<IBriefPart, DayBrief>().AddScoped<ReceiveOrder>().AddScoped<ShowOrder>().AddScoped<Candidates>().AddScoped<AssignTechnician>().AddScoped<DispatchBoard>().AddSingleton<ActOnMany>()
        .AddScoped<FindAgreement>().AddHandler<AgreementSigned, TakeAgreement, ServiceDbContext>().AddHandler<AgreementEndMoved, TakeAgreement, ServiceDbContext>().AddScoped<ICustomerLookup, CustomerLookup>()
        .AddHandler<FeeNoteSigned, FileOrderPapers, ServiceDbContext>().AddHandler<VisitFinished, FileOrderPapers, ServiceDbContext>().AddScoped<IEvidence, OrderEvidence>()
        .AddScoped<OpenDueMaintenance>().AddScoped<BookMaintenance>().AddHandler<OrderCompleted, MaintenanceDone, ServiceDbContext>().AddHandler<MaintenanceOffered, SendMaintenanceOffer, ServiceDbContext>().AddScoped<FieldWork>().AddScoped<KeepPhoto>().AddScoped<IKeepPictures, KeepPictures>().AddScoped<TakeFromVan>().AddScoped<IDigestPart, PartsDigest>().AddScoped<IOpenWork, OpenFieldThings>().AddHandler<PartArrived, TellOfArrivedPart, ServiceDbContext>()
        .AddScoped<IPersonData, CustomerRecords>().AddScoped<IIdlePersons, IdleCustomers>().AddScoped<IAgedData, AgedPictures>().AddScoped<IAgedData, AgedPlaces>().AddScoped<MergeCustomers>().AddScoped<FindDuplicates>().AddScoped<CompleteKeys>().AddSingleton<RevealedPeople>()
        .AddScoped<FindCustomers>().AddScoped<FindOrders>().AddScoped<ISearchSource, OrderSearch>().AddScoped<ISearchSource, CustomerSearch>().AddScoped<ISearchSource, ApplianceSearch>()
        .AddSingleton<OrderImport>().AddSingleton<ImportDesk>().AddScoped<FindOwners>().AddScoped<ImportCustomers>().AddScoped<ImportAppliances>().AddScoped<ImportModels>().AddScoped<ImportPriceList>()
        .AddScoped<OrderFees>().AddScoped<ImportBills>().AddScoped<SettleMonth>().AddScoped<IDigestPart, PaymentDigest>().AddScoped<SendPriceNotices>().AddScoped<EntitleByItself>().AddScoped<IEntitleRefunds, EntitleRefunds>().AddScoped<ICampaignResults, CountCampaigns>().AddHandler<ComplaintUpheld, TakeComplaintUpheld, ServiceDbContext>()
        .AddScoped<IFeed<AccountFeedRow>, AccountFeed>().AddScoped<IFeed<PaymentFeedRow>, PaymentFeed>().AddScoped<IFeed<RefundFeedRow>, RefundFeed>().AddScoped<IFeed<FeeLineFeedRow>, FeeLineFeed>().AddScoped<IFeed<PriceNoticeFeedRow>, PriceNoticeFeed>()
        .AddScoped<IFeed<OrderFeedRow>, ServiceReportingFeed>().AddScoped<IFeed<MaintenanceFeedRow>, MaintenanceFeed>().AddScoped<IFeed<VisitFeedRow>, VisitFeed>().AddScoped<IFeed<VisitStampFeedRow>, VisitStampFeed>();

    public IEnumerable<Command> Commands(VerbRunner verbs) => [ExplainOrder.Verb(verbs), ImportOrders.Verb(verbs), ImportBills.Verb(verbs), .. TableImport.Verbs(verbs)];
}
