using System.CommandLine;
using System.Resources;
using AfterSales.Feedback.Contracts;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Contracts.Feed;
using AfterSales.Staff.Data;
using AfterSales.Staff.Demo;
using AfterSales.Staff.Feed;
using AfterSales.Staff.Import;
using AfterSales.Staff.People;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Roster;
using AfterSales.Staff.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AfterSales.Staff;

/// <summary>What the Host needs to know of the Staff module.</summary>
public sealed class StaffModule : IModule
{
    public string Name => "Staff";
    public ResourceManager Text { get; } = new("AfterSales.Staff.StaffText", typeof(StaffModule).Assembly);
    public IReadOnlyList<Permission> Permissions => StaffPermissions.All;
    public IReadOnlyList<MenuItem> Menu =>
    [
        new("Certificates.Title", "/Staff/Certificates", StaffPermissions.ReadCertificates, "certificate", 200, 'q'),
        new("People.Title", "/Staff/People", StaffPermissions.ReadPeople, "users", 210, 'w'),
        new("Teams.Title", "/Staff/Teams", StaffPermissions.ReadPeople, "building", 212),
        new("Roster.Title", "/Staff/Roster", StaffPermissions.ReadPeople, "calendar", 215),
        new("Training.Title", "/Staff/Training", StaffPermissions.ReadTraining, "clipboard-list", 230, 't'),
        new("Assessments.Title", "/Staff/Assessments", StaffPermissions.ReadAssessments, "report-analytics", 240),
        new("Training.Own.Title", "/Staff/Training/Mine", StaffPermissions.Own, "check", 260),
        new("Rewards.Title", "/Staff/Rewards", StaffPermissions.ReadRewards, "star", 250),
    ];

    public IEnumerable<Command> Commands(VerbRunner verbs) => [ImportEmployees.Of(verbs), ImportCertificates.Of(verbs), ImportTraining.Of(verbs)];

    public IReadOnlyList<JobDefinition> Jobs => [RemindOfExpiry.Job, PlacesBegin.Job, MeasureEffects.Job, MeasureAssessments.Job, ProposeRewards.Job];

    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<StaffPolicy>(StaffPolicy.Key), PolicyDefinition.Of<TrainingPolicy>(TrainingPolicy.Key), PolicyDefinition.Of<AssessmentPolicy>(AssessmentPolicy.Key), PolicyDefinition.Of<RewardPolicy>(RewardPolicy.Key)];

    public void Register(IServiceCollection services, DatabaseOptions database)
    {
        services.AddModuleDatabase<StaffDbContext, SqliteStaffDbContext, PostgresStaffDbContext>(StaffDbContext.SchemaName, database).AddScoped<IPersonData, EmployeeRecords>()
            .AddScoped<IStaffDirectory, StaffDirectory>().AddScoped<IRegisterCertificates, RegisterCertificates>().AddHandler<CertificateIssued, FileCertificate, StaffDbContext>()
            .AddScoped<EmployeeBook>().AddScoped<IEmployees, EmployeeBook>().AddScoped<IDemoPart, DemoPeople>()
            .AddScoped<FindTrainingNeeds>().AddScoped<IDemoPart, DemoRoster>().AddScoped<ImportEmployees>().AddScoped<ImportCertificates>().AddScoped<ImportTraining>().AddScoped<PlacesBegin>().AddScoped<WhoLeads>().AddScoped<AskLeave>().AddScoped<DecideLeave>()
            .AddScoped<IFeed<PlacementFeedRow>, PlacementFeed>().AddScoped<IFeed<TeamLeaderFeedRow>, TeamLeaderFeed>().AddScoped<IFeed<TeamAreaFeedRow>, TeamAreaFeed>().AddScoped<IFeed<PostFeedRow>, PostFeed>()
            .AddScoped<IFeed<CertificateFeedRow>, CertificateFeed>().AddScoped<IFeed<SuspensionFeedRow>, SuspensionFeed>()
            .AddScoped<RemindOfExpiry>().AddScoped<IDigestPart, CertificateDigest>();
        RegisterTraining(services);
    }

    static void RegisterTraining(IServiceCollection services)
    {
        services.TryAddSingleton<PublicDoor>();
        services.AddScoped<ICourses, OfferedCourses>().AddScoped<StaffRoll>().AddScoped<WriteCells>().AddScoped<CloseSession>().AddScoped<SessionLinks>().AddScoped<TakeTest>().AddScoped<MeasureEffects>()
            .AddScoped<MeasureAssessments>().AddScoped<OpenAssessments>().AddScoped<ProposeRewards>().AddHandler<ComplaintUpheld, ProposeWhenComplaintUpheld, StaffDbContext>()
            .AddScoped<IFeed<ParticipantFeedRow>, ParticipantFeed>().AddScoped<IFeed<PlannedTrainingFeedRow>, PlannedTrainingFeed>().AddScoped<IFeed<SessionFeedRow>, SessionFeed>()
            .AddScoped<IFeed<AssessmentFeedRow>, AssessmentFeed>().AddScoped<IFeed<RewardFeedRow>, RewardFeed>().AddScoped<IDemoPart, DemoTraining>().AddScoped<IDemoPart, DemoAssessments>();
    }
}
