using System.Globalization;
using AfterSales.Feedback.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>Low scores of the day for the evening brief.</summary>
internal sealed class LowScoreBrief(FeedbackDbContext db, IPolicies policies) : IBriefPart
{
    public int Order => 20;

    public async Task<IReadOnlyList<BriefLine>> LinesAsync(DateOnly day, DateTime nowUtc, CancellationToken ct)
    {
        var policy = policies.At<SurveyPolicy>(nowUtc).Value;
        var low = await db.Set<SurveyResponse>().CountAsync(r => r.AnsweredDay == day && r.Counts && (r.Rating <= policy.LowRating || r.Recommendation <= policy.LowRecommendation), ct);
        return low == 0 ? [] : [new BriefLine("Surveys.Brief.Low", [low.ToString(CultureInfo.InvariantCulture)], "/Feedback/Callbacks", true)];
    }
}
