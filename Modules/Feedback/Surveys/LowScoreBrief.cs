using System.Globalization;
using AfterSales.Feedback.Data;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>Low scores of the day for the evening brief.</summary>
internal sealed class LowScoreBrief(FeedbackDbContext db) : IBriefPart
{
    public int Order => 20;

    public async Task<IReadOnlyList<BriefLine>> LinesAsync(DateOnly day, DateTime nowUtc, CancellationToken ct)
    {
        var low = await db.Set<SurveyResponse>().CountAsync(r => r.AnsweredDay == day && (r.Rating <= 2 || r.Recommendation <= 6), ct);
        return low == 0 ? [] : [new BriefLine("Surveys.Brief.Low", [low.ToString(CultureInfo.InvariantCulture)], "/Feedback/Callbacks", true)];
    }
}
