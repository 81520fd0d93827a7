using AfterSales.Kernel.Composition;

namespace AfterSales.Feedback;

/// <summary>Rights of the Feedback module and the roles that hold them by default.</summary>
internal static class FeedbackPermissions
{
    /// <summary>See who was asked and what they said.</summary>
    public const string ReadSurveys = "feedback.surveys.read";
    public const string DesignSurveys = "feedback.surveys.design";
    /// <summary>Bring a survey to a customer: code on the spot, phone interview, paper entered later.</summary>
    public const string HandOutSurveys = "feedback.surveys.hand-out";
    public const string ReviewAnswers = "feedback.surveys.review";
    public const string WorkCallBacks = "feedback.callbacks.work";
    public const string ReadComplaints = "feedback.complaints.read";
    public const string ReceiveComplaints = "feedback.complaints.receive";
    public const string HandleComplaints = "feedback.complaints.handle";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ReadSurveys, Roles.QualityOfficer, Roles.Manager),
        new(DesignSurveys, Roles.QualityOfficer, Roles.Manager),
        new(HandOutSurveys, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(ReviewAnswers, Roles.QualityOfficer, Roles.Manager),
        new(WorkCallBacks, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(ReadComplaints, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(ReceiveComplaints, Roles.QualityOfficer, Roles.Manager, Roles.Dispatcher),
        new(HandleComplaints, Roles.QualityOfficer, Roles.Manager),
    ];
}
