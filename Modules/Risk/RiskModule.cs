using System.CommandLine;
using System.Resources;
using AfterSales.Feedback.Contracts;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Contracts.Feed;
using AfterSales.Risk.Data;
using AfterSales.Risk.Demo;
using AfterSales.Risk.Feed;
using AfterSales.Risk.Register;
using AfterSales.Service.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Risk;

/// <summary>What the Host needs to know of the Risk module.</summary>
public sealed class RiskModule : IModule
{
    public string Name => "Risk";
    public ResourceManager Text { get; } = new("AfterSales.Risk.RiskText", typeof(RiskModule).Assembly);
    public IReadOnlyList<Permission> Permissions => RiskPermissions.All;
    public IReadOnlyList<MenuItem> Menu =>
    [
        new("Checks.Title", "/Risk/Checks", RiskPermissions.ReadChecks, "clipboard-list", 400),
        new("Actions.Title", "/Risk/Actions", RiskPermissions.ReadActions, "refresh", 410, 'a'),
        new("Register.Title", "/Risk/Register", RiskPermissions.Read, "alert-triangle", 420, 'r'),
        new("Controls.Title", "/Risk/Controls", RiskPermissions.Read, "lock", 430),
    ];

    public IReadOnlyList<JobDefinition> Jobs => [KeepMonths.Job, RemindOwners.Job, DrawSamples.Job, VerifyActions.Job];

    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<RiskPolicy>(RiskPolicy.Key), PolicyDefinition.Of<CheckPolicy>(CheckPolicy.Key), PolicyDefinition.Of<ActionPolicy>(ActionPolicy.Key)];

    public IEnumerable<Command> Commands(VerbRunner verbs) => [ImportRisks.Verb(verbs)];

    public void Register(IServiceCollection services, DatabaseOptions database) => services
        .AddModuleDatabase<RiskDbContext, SqliteRiskDbContext, PostgresRiskDbContext>(RiskDbContext.SchemaName, database).AddScoped<IPersonData, CheckRecords>()
        .AddScoped<Owners>().AddScoped<KeepMonths>().AddScoped<RemindOwners>().AddScoped<ImportRisks>().AddScoped<IDigestPart, RiskDigest>().AddScoped<IOpenWork, OpenRiskWork>()
        .AddScoped<DrawSamples>().AddScoped<OpenAction>().AddScoped<ReadEffect>().AddScoped<VerifyActions>().AddScoped<IAskForActions, AskForActions>().AddScoped<IDemoPart, DemoRisk>().AddScoped<IDemoPart, DemoChecks>()
        .AddHandler<SignalFound, OpenActionWhenSignalFound, RiskDbContext>().AddHandler<AuditFindingRaised, OpenActionWhenAuditFinds, RiskDbContext>()
        .AddHandler<CheckFailed, ActOnFailedCheck, RiskDbContext>().AddHandler<CheckDone, FileCheckReport, RiskDbContext>()
        .AddHandler<SafetyComplaintReceived, OpenEventWhenSafetyComplaint, RiskDbContext>().AddHandler<ApplianceCondemned, OpenEventWhenCondemned, RiskDbContext>()
        .AddScoped<IFeed<RatingFeedRow>, RatingFeed>().AddScoped<IFeed<RiskMonthFeedRow>, RiskMonthFeed>().AddScoped<IFeed<RiskReviewFeedRow>, RiskReviewFeed>().AddScoped<IFeed<RiskEventFeedRow>, RiskEventFeed>()
        .AddScoped<IFeed<ControlTestFeedRow>, ControlTestFeed>().AddScoped<IFeed<CheckFeedRow>, CheckFeed>().AddScoped<IFeed<ActionFeedRow>, ActionFeed>();
}
