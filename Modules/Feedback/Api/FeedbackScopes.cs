namespace AfterSales.Feedback.Api;

/// <summary>What a token can be given of this module.</summary>
internal static class FeedbackScopes
{
    public const string ReadSurveys = "surveys.read";
    public const string ReadComplaints = "complaints.read";
    public const string WriteComplaints = "complaints.write";

    public static readonly IReadOnlyList<string> All = [ReadSurveys, ReadComplaints, WriteComplaints];
}
