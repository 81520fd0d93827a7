using System.CommandLine;
using System.Resources;
using AfterSales.Feedback.Api;
using AfterSales.Feedback.Brand;
using AfterSales.Documents.Contracts;
using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Contracts.Feed;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Demo;
using AfterSales.Feedback.Feed;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AfterSales.Feedback;

/// <summary>What the Host needs to know of the Feedback module.</summary>
public sealed class FeedbackModule : IModule
{
    public string Name => "Feedback";
    public ResourceManager Text { get; } = new("AfterSales.Feedback.FeedbackText", typeof(FeedbackModule).Assembly);
    public IReadOnlyList<Permission> Permissions => FeedbackPermissions.All;
    public IReadOnlyList<MenuItem> Menu =>
    [
        new("Surveys.Title", "/Feedback/Surveys", FeedbackPermissions.ReadSurveys, "star", 300),
        new("Surveys.Mine.Title", "/Feedback/Surveys/Mine", FeedbackPermissions.ReadOwnAnswers, "star", 305),
        new("Callbacks.Title", "/Feedback/Callbacks", FeedbackPermissions.WorkCallBacks, "phone", 310, 'k'),
        new("Complaints.Title", "/Feedback/Complaints", FeedbackPermissions.ReadComplaints, "message-report", 320, 'c'),
        new("Brand.Title", "/Feedback/Brand", FeedbackPermissions.ReadBrand, "message", 330),
    ];

    public IReadOnlyList<JobDefinition> Jobs => [RemindOfSurveys.Job, EscalateComplaints.Job, ReadPromises.Job, DrawRelationshipSample.Job];

    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<SurveyPolicy>(SurveyPolicy.Key), PolicyDefinition.Of<ComplaintPolicy>(ComplaintPolicy.Key), PolicyDefinition.Of<BrandPolicy>(BrandPolicy.Key)];

    public IReadOnlyList<MessageTemplate> Templates => [.. SendSurveyLink.Templates, SendComplaintLink.Template, .. ReplyLetter.Templates];

    public IEnumerable<Command> Commands(VerbRunner verbs) => [ImportMentions.Verb(verbs), ImportAnswers.Verb(verbs), ImportComplaints.Verb(verbs)];

    public IReadOnlyList<string> ApiScopes => FeedbackScopes.All;

    public void MapApi(IEndpointRouteBuilder api)
    {
        SurveyEndpoints.Map(api);
        ComplaintEndpoints.Map(api);
    }

    public void Register(IServiceCollection services, DatabaseOptions database)
    {
        services.AddModuleDatabase<FeedbackDbContext, SqliteFeedbackDbContext, PostgresFeedbackDbContext>(FeedbackDbContext.SchemaName, database).AddScoped<IPersonData, ContactRecords>()
            .AddScoped<AskCustomers>().AddScoped<TakeAnswers>().AddScoped<HearComplainants>().AddScoped<RemindOfSurveys>().AddScoped<SurveyAnalysis>()
            .AddSingleton<ComplaintRulebook>().AddScoped<EscalateComplaints>().AddScoped<ReceiveComplaint>()
            .AddScoped<ReplyLetter>().AddScoped<ReadPromises>().AddScoped<DrawRelationshipSample>().AddScoped<ImportAnswers>().AddScoped<ImportComplaints>().AddScoped<IOpenWork, OpenComplaints>().AddScoped<ComplaintAnalysis>().AddScoped<ImportMentions>().AddScoped<IDemoPart, DemoBrand>().AddScoped<IDemoPart, DemoSamples>()
            .AddScoped<IFeed<MentionFeedRow>, MentionFeed>().AddScoped<IFeed<PromiseFeedRow>, PromiseFeed>().AddScoped<IFeed<AnalysisFeedRow>, AnalysisFeed>()
            .AddScoped<IDigestPart, FeedbackDigest>().AddScoped<IBriefPart, LowScoreBrief>().AddScoped<IDemoPart, DemoFeedback>()
            .AddScoped<IFeed<SurveyFeedRow>, SurveyFeed>().AddScoped<IFeed<InvitedOrderFeedRow>, InvitedOrderFeed>()
            .AddScoped<IFeed<CallBackFeedRow>, CallBackFeed>().AddScoped<IFeed<ComplaintFeedRow>, ComplaintFeed>()
            .AddHandler<ComplaintReplied, FileReplyLetter, FeedbackDbContext>().AddScoped<IEvidence, FeedbackEvidence>()
            .AddHandler<OrderCompleted, SendSurveyWhenOrderCompletes, FeedbackDbContext>().AddHandler<SurveyLinkMade, SendSurveyLink, FeedbackDbContext>()
            .AddHandler<ComplaintLinkMade, SendComplaintLink, FeedbackDbContext>().AddHandler<ComplaintClosed, AskWhetherItIsSettled, FeedbackDbContext>().AddHandler<SafetyComplaintReceived, TellOfSafetyComplaint, FeedbackDbContext>()
            .AddHandler<ComplaintUpheld, AskForRefund, FeedbackDbContext>().AddHandler<RefundExecuted, NoteRefund, FeedbackDbContext>();
        services.TryAddSingleton<PublicDoor>();
    }
}
