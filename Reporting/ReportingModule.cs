using System.CommandLine;
using System.Data.Common;
using System.Resources;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Api;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Contracts.Feed;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Demo;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Reports;
using AfterSales.Reporting.Scoreboards;
using AfterSales.Reporting.Scorecard;
using AfterSales.Reporting.Signals;
using AfterSales.Reporting.Warehouse;
using AfterSales.Service.Contracts.Feed;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Reporting;

/// <summary>What the Host needs to know of Reporting.</summary>
public sealed class ReportingModule : IModule
{
    public string Name => "Reporting";
    public ResourceManager Text { get; } = new("AfterSales.Reporting.ReportingText", typeof(ReportingModule).Assembly);
    public IReadOnlyList<Permission> Permissions => ReportingPermissions.All;
    public IReadOnlyList<MenuItem> Menu =>
    [
        new("Scorecard.Title", "/Reporting/Scorecard", ReportingPermissions.Read, "report-analytics", 590, 's'),
        new("Signals.Title", "/Reporting/Signals", ReportingPermissions.Company, "alert-triangle", 595, 'i'),
        new("Scoreboards.Title", "/Reporting/Scoreboards", ReportingPermissions.People, "users", 605),
        new("Reports.Menu", "/Reporting/Reports", ReportingPermissions.Company, "printer", 610),
        new("Audits.Title", "/Reporting/Audits", ReportingPermissions.ReadAudits, "clipboard-list", 615),
        new("Money.Title", "/Reporting/Money", ReportingPermissions.Money, "package", 620),
        new("Adoption.Title", "/Reporting/Adoption", ReportingPermissions.Company, "database", 630),
        new("Dashboards.Explorer.Menu", ExplorerLinks.ExplorerPath, ReportingPermissions.Read, "chart-line", 600, 'e'),
    ];

    public IReadOnlyList<JobDefinition> Jobs => [LoadEveryTwoMinutes.Job, WatchSignals.Job, CloseMonth.Job, JudgeMonths.Job, MakeReport.Job];

    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<MonitoringPolicy>(MonitoringPolicy.Key), PolicyDefinition.Of<TargetsPolicy>(TargetsPolicy.Key), PolicyDefinition.Of<ReportPolicy>(ReportPolicy.Key)];

    public IReadOnlyList<MessageTemplate> Templates => [MakeReport.Template];

    public IReadOnlyList<string> ApiScopes => [IndicatorEndpoints.Read];

    public void MapApi(IEndpointRouteBuilder api) => IndicatorEndpoints.Map(api);

    public void Register(IServiceCollection services, DatabaseOptions database)
    {
        services.AddModuleDatabase<ReportingDbContext, SqliteReportingDbContext, PostgresReportingDbContext>(ReportingDbContext.SchemaName, database);
        services.AddSingleton<IWarehouseFreshness, WarehouseFreshness>().AddSingleton<OneLoadAtATime>().AddSingleton<AnswerMemory>();
        if (database.Provider == DatabaseProvider.Postgres) services.AddSingleton<IWarehouse, PostgresWarehouse>();
        else services.AddSingleton<IWarehouse, DuckWarehouse>();
        services.AddScoped<LoadWarehouse>().AddScoped<LoadEveryTwoMinutes>().AddScoped<WatchSignals>().AddScoped<Baselines>().AddScoped<IDigestPart, SignalDigest>().AddScoped<IIntegrityCheck, FeedsCheck>();
        services.AddScoped<IndicatorReader>().AddScoped<RowsBehind>().AddScoped<IndicatorReadings>().AddScoped<IIndicatorReadings, IndicatorReadings>().AddScoped<ReadScorecard>().AddScoped<CloseMonth>().AddScoped<JudgeMonths>().AddScoped<Targets>().AddScoped<ExplainShift>().AddScoped<DrawOrders>().AddScoped<ReadScoreboard>().AddScoped<Sight>().AddScoped<EvidencePack>().AddScoped<ReadReport>().AddScoped<MakeReport>().AddScoped<IDemoPart, DemoMonitoring>();
        services.AddScoped<IFeed<SignalFeedRow>, SignalFeed>().AddScoped<IFeed<ClauseMonthFeedRow>, ClauseMonthFeed>().AddScoped<IFeed<LivingIndicatorFeedRow>, LivingIndicatorFeed>();
        services.AddHandler<SignalFound, TellOfSignal, ReportingDbContext>();
        AddFact(services, PeopleFacts.Places, TeamsOfTheDay.Settle); // before what looks for its team there
        AddFact(services, PeopleFacts.Leaders);
        AddFact(services, PeopleFacts.Areas);
        AddFact(services, PeopleFacts.Posts);
        AddFact(services, PeopleFacts.Certificates);
        AddFact(services, PeopleFacts.Suspensions);
        AddFact(services, OrderFacts.Table);
        AddFact(services, FeedbackFacts.Surveys);
        AddFact(services, FeedbackFacts.InvitedOrders);
        AddFact(services, FeedbackFacts.CallBacks);
        AddFact(services, FeedbackFacts.Complaints);
        AddFact(services, FeedbackFacts.Mentions);
        AddFact(services, FeedbackFacts.Promises);
        AddFact(services, FeedbackFacts.Analyses);
        AddFact(services, DocumentFacts.Records);
        AddFact(services, DocumentFacts.Loans);
        AddFact(services, DocumentFacts.OrderFiles);
        AddFact(services, DocumentFacts.Agreements);
        AddFact(services, DocumentFacts.Ends);
        AddFact(services, DocumentFacts.Changes);
        AddFact(services, RiskFacts.Ratings);
        AddFact(services, RiskFacts.Months);
        AddFact(services, RiskFacts.Reviews);
        AddFact(services, RiskFacts.Events);
        AddFact(services, RiskFacts.ControlTests);
        AddFact(services, RiskFacts.Checks);
        AddFact(services, RiskFacts.Actions);
        AddFact(services, DocumentFacts.DisputeSteps);
        AddFact(services, DocumentFacts.TerminationItems);
        AddFact(services, DocumentFacts.GroundMonths);
        AddFact(services, MoneyFacts.Accounts);
        AddFact(services, MoneyFacts.Payments);
        AddFact(services, MoneyFacts.Refunds);
        AddFact(services, MoneyFacts.FeeLines);
        AddFact(services, MoneyFacts.PriceNotices);
        AddFact(services, VisitFacts.Table);
        AddFact(services, VisitFacts.Stamps);
        AddFact(services, MaintenanceFacts.Table);
        AddFact(services, TrainingFacts.Participants);
        AddFact(services, TrainingFacts.Plan);
        AddFact(services, TrainingFacts.Sessions);
        AddFact(services, TrainingFacts.Assessments);
        AddFact(services, TrainingFacts.Rewards);
        AddFact(services, MonitoringFacts.Signals);
        AddFact(services, MonitoringFacts.Clauses);
        AddFact(services, MonitoringFacts.Living);
        AddFact(services, MonitoringFacts.Jobs);
        AddFact(services, MonitoringFacts.Backups);
    }

    static void AddFact<TRow>(IServiceCollection services, FactTable<TRow> table, Action<DbConnection>? then = null) =>
        services.AddScoped<IFactLoad>(s => new FactLoad<TRow>(table, s.GetRequiredService<IFeed<TRow>>(), s.GetRequiredService<TimeProvider>(), then));

    public IEnumerable<Command> Commands(VerbRunner verbs) =>
        [WarehouseVerbs.All(verbs), IndicatorVerbs.All(verbs, () => new Texts([Text])), ScorecardVerb.All(verbs), ReportVerb.All(verbs)];
}
