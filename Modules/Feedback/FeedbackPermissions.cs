using AfterSales.Kernel.Composition;

namespace AfterSales.Feedback;

/// <summary>Rights of the Feedback module and the roles that hold them by default.</summary>
internal static class FeedbackPermissions
{
    /// <summary>See who was asked and what they said.</summary>
    public const string ReadSurveys = "feedback.surveys.read";
    /// <summary>See what was said of one's own jobs; by whom only where the policy allows.</summary>
    public const string ReadOwnAnswers = "feedback.surveys.own";
    public const string DesignSurveys = "feedback.surveys.design";
    /// <summary>Bring a survey to a customer: code on the spot, phone interview, paper entered later.</summary>
    public const string HandOutSurveys = "feedback.surveys.hand-out";
    /// <summary>Have the survey's code on a paper that the customer takes away.</summary>
    public const string PrintCodes = "feedback.surveys.print-codes";
    /// <summary>Of every order; without it, of one's own jobs only.</summary>
    public const string PrintAllCodes = "feedback.surveys.print-all-codes";
    public const string ReviewAnswers = "feedback.surveys.review";
    public const string WorkCallBacks = "feedback.callbacks.work";
    public const string ReadComplaints = "feedback.complaints.read";
    public const string ReceiveComplaints = "feedback.complaints.receive";
    public const string HandleComplaints = "feedback.complaints.handle";
    public const string ReadBrand = "feedback.brand.read";
    /// <summary>Enter and import mentions, set their tone, note replies and consents.</summary>
    public const string WorkMentions = "feedback.brand.mentions";
    /// <summary>Promise in public, plan campaigns.</summary>
    public const string LeadBrand = "feedback.brand.lead";
    /// <summary>Sign a month's analysis.</summary>
    public const string SignAnalyses = "feedback.analyses.sign";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ReadSurveys, Roles.QualityOfficer, Roles.Manager),
        new(ReadOwnAnswers, Roles.Technician),
        new(DesignSurveys, Roles.QualityOfficer, Roles.Manager),
        new(HandOutSurveys, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(PrintCodes, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher, Roles.Cashier, Roles.Technician),
        new(PrintAllCodes, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher, Roles.Cashier),
        new(ReviewAnswers, Roles.QualityOfficer, Roles.Manager),
        new(WorkCallBacks, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(ReadComplaints, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(ReceiveComplaints, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(HandleComplaints, Roles.QualityOfficer, Roles.Manager),
        new(ReadBrand, Roles.QualityOfficer, Roles.Manager),
        new(WorkMentions, Roles.QualityOfficer, Roles.Manager),
        new(LeadBrand, Roles.Manager),
        new(SignAnalyses, Roles.QualityOfficer, Roles.Manager),
    ];
}
