using System.CommandLine;
using System.Resources;
using AfterSales.Host.Accounts;
using AfterSales.Host.Backup;
using AfterSales.Host.Data;
using AfterSales.Host.Integrations;
using AfterSales.Host.Messages;
using AfterSales.Host.Operations;
using AfterSales.Host.Privacy;
using AfterSales.Host.Settings;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Identity;

using AfterSales.Reporting.Contracts.Feed;

namespace AfterSales.Host.Composition;

/// <summary>The Host's own part: accounts, settings, operations.</summary>
internal sealed class HostModule : IModule
{
    public string Name => "Host";
    public ResourceManager Text { get; } = new("AfterSales.Host.HostText", typeof(HostModule).Assembly);
    public IReadOnlyList<Permission> Permissions => HostPermissions.All;
    public IReadOnlyList<MenuItem> Menu =>
    [
        new("Messages.Outbox.Title", "/Messages/Outbox", HostPermissions.Outbox, "message", 340),
        new("Messages.Brief.Title", "/Messages/Brief", HostPermissions.Brief, "report-analytics", 585),
        new("Settings.Menu", "/Settings/Company", HostPermissions.Settings, "settings", 900),
        new("Accounts.Users.Title", "/Settings/Users", HostPermissions.Users, "users", 910),
        new("Operations.Menu", "/Operations", HostPermissions.Operations, "heartbeat", 920, 'p'),
        new("Integrations.Title", "/Integrations/Tokens", HostPermissions.Integrations, "link", 925),
        new("Privacy.Looks.Title", "/Privacy/Looks", HostPermissions.PrivacyLooks, "eye", 925),
        new("Privacy.Retention.Title", "/Privacy/Retention", HostPermissions.Privacy, "clock", 927),
        new("Settings.Audit.Title", "/Settings/Audit", HostPermissions.Audit, "history", 930),
    ];

    public IReadOnlyList<JobDefinition> Jobs => [BackUpDaily.Job, RingDigest.Job, ForgetNotices.Job, ForgetRuns.Job, SendMessages.Job, TellBrief.Job, NoteDays.Job, ForgetSessions.Job, ForgetKeys.Job, SendWebhooks.Job, ForgetDeliveries.Job, ScrubDatabase.Job, EndRetention.Job];

    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<MessagesPolicy>(MessagesPolicy.Key), PolicyDefinition.Of<RobotsPolicy>(RobotsPolicy.Key), PolicyDefinition.Of<SignInPolicy>(SignInPolicy.Key), PolicyDefinition.Of<RetentionPolicy>(RetentionPolicy.Key)];

    public IEnumerable<Command> Commands(VerbRunner verbs) => [ImportCalendar.Verb(verbs)];

    public void Register(IServiceCollection services, DatabaseOptions database) => services
        .AddModuleDatabase<HostDbContext, SqliteHostDbContext, PostgresHostDbContext>(HostDbContext.SchemaName, database)
        .AddSingleton<SchemaMigrator>().AddSingleton<DatabaseUpgrade>()
        .AddSingleton<PolicyStore>().AddSingleton<IPolicies>(s => s.GetRequiredService<PolicyStore>()).AddSingleton<IKeptInMemory>(s => s.GetRequiredService<PolicyStore>())
        .AddSingleton<Company>().AddSingleton<ICompany>(s => s.GetRequiredService<Company>()).AddSingleton<IKeptInMemory>(s => s.GetRequiredService<Company>())
        .AddSingleton<IAuditLog, AuditLog>()
        .AddSingleton<JobLedger>().AddSingleton<Hosts.HostPresence>()
        .AddSingleton<IPersonLooks, PersonLooks>().AddSingleton<ErasureJournal>().AddScoped<IPersonData, MessagesOfPerson>().AddScoped<ErasePeople>().AddScoped<IAfterRestore>(s => s.GetRequiredService<ErasePeople>()).AddScoped<ExportPerson>().AddScoped<ScrubDatabase>().AddScoped<EndRetention>()
        .AddSingleton<IBell, Bell>().AddScoped<ForgetNotices>().AddScoped<Digest>().AddScoped<RingDigest>().AddScoped<IDigestPart, InstallationDigest>()
        .AddSingleton<ICustomerMessages, CustomerMessages>().AddSingleton<TemplateBook>().AddSingleton<GroupRobots>().AddSingleton<MessageChannels>().AddScoped<Brief>().AddScoped<TellBrief>().AddScoped<SendMessages>().AddScoped<ForgetRuns>().AddScoped<ForgetKeys>().AddWebhooks()
        .AddScoped<NoteDays>().AddScoped<IFeed<JobDayFeedRow>, JobDayFeed>().AddScoped<IFeed<BackupDayFeedRow>, BackupDayFeed>().AddScoped<IDemoPart, Demo.DemoDays>()
        .AddHttpClient(MessageChannels.Client, c => c.Timeout = TimeSpan.FromSeconds(20)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).Services
        .AddSingleton<PermissionBook>().AddSingleton<IPermissions>(s => s.GetRequiredService<PermissionBook>())
        .AddSingleton<BackupPassword>().AddSingleton<BackupWriter>().AddSingleton<BackupShelf>().AddScoped<BackUpDaily>()
        .AddScoped<ParkedMessages>().AddScoped<VitalSigns>().AddScoped<SupportBundle>()
        .AddScoped<IIntegrityCheck, DatabaseCheck>().AddScoped<AuditChainCheck>().AddScoped<IIntegrityCheck>(s => s.GetRequiredService<AuditChainCheck>()).AddScoped<IBriefPart, AuditBrief>()
        .AddScoped<Demo.DemoFounding>()
        .AddScoped<IAccountNames, AccountNames>().AddScoped<AccountBook>().AddSingleton<SessionBook>().AddScoped<SecondFactorBook>().AddScoped<ForgetSessions>().AddScoped<CalendarBook>().AddScoped<ImportCalendar>()
        .AddIdentityCore<Account>(o =>
        {
            o.Password = new PasswordOptions { RequiredLength = 10, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            o.Lockout.AllowedForNewUsers = false; // guessing is slowed by SignInLimits, which know the owner's browser
            o.SignIn.RequireConfirmedAccount = true;
            o.User.AllowedUserNameCharacters = ""; // Chinese names are names
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        })
        .AddUserStore<AccountStore>().AddSignInManager().AddDefaultTokenProviders()
        .AddClaimsPrincipalFactory<AccountClaims>().AddUserConfirmation<AccountConfirmation>().AddPasswordValidator<GuessedPasswords>()
        .Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000)
        .Configure<IdentityPasskeyOptions>(o =>
        {
            (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required");
            // Against the address that was asked for, not against the Origin header: pages that send no referrer, the sign-in page among them, send no origin with a form either.
            o.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}");
        });
}
