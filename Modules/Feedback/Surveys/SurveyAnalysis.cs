using AfterSales.Feedback.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <param name="By">Dimension to tell the answers apart by: team, technician, product, region, method.</param>
internal sealed record AnalysisFilter(DateOnly From, DateOnly To, SurveyKind Kind, SurveyMethod? Method, string By);

/// <param name="Distribution">Answers per scale value, by question: rating, recommendation, effort.</param>
internal sealed record AnalysisResult(
    IReadOnlyList<(string Question, int From, int To, IReadOnlyDictionary<int, int> Counts)> Distribution, Score Csat, Score Nps, Score Ces, int Invited, int Answered, int Held,
    IReadOnlyList<AnalysisSlice> Slices, IReadOnlyList<(DateOnly Day, int? Rating, string? Team, string Words)> Comments);

internal sealed record AnalysisSlice(string Member, Score Csat, Score Nps, Score Ces);

/// <summary>Reads answers for the analysis page: everything in it is counted from the same answers.</summary>
internal sealed class SurveyAnalysis(FeedbackDbContext db)
{
    public static readonly string[] Dimensions = ["team", "technician", "product", "region", "method"];
    const int CommentsShown = 30;

    public async Task<AnalysisResult> ReadAsync(AnalysisFilter filter, CancellationToken ct)
    {
        var invitations = db.Set<Invitation>().AsNoTracking().Where(i => i.Kind == filter.Kind);
        var sent = invitations.Where(i => i.DeliveredAt != null && i.InvitedDay >= filter.From && i.InvitedDay <= filter.To);
        var answered = invitations.Where(i => i.Response != null && i.Response.AnsweredDay >= filter.From && i.Response.AnsweredDay <= filter.To && (filter.Method == null || i.Response.Method == filter.Method));
        var rows = await answered.Select(i => new
        {
            i.Response!.AnsweredDay, i.Response.Rating, i.Response.Recommendation, i.Response.Effort, i.Response.Comment, i.Response.Counts, i.Response.Method,
            Order = i.Orders.OrderBy(o => o.CompletedAt).Select(o => new { o.Team, o.Technician, o.ProductModel, o.Region }).FirstOrDefault(),
        }).ToListAsync(ct);
        var counted = rows.Where(r => r.Counts).ToList();
        string Member(SurveyMethod method, string? team, string? technician, string? product, string? region) =>
            filter.By switch { "technician" => technician, "product" => product, "region" => region, "method" => "SurveyMethod." + method, _ => team } ?? "";
        return new AnalysisResult(
            [
                ("rating", 1, 5, Counts(counted.Select(r => r.Rating))), ("recommendation", 0, 10, Counts(counted.Select(r => r.Recommendation))), ("effort", 1, 7, Counts(counted.Select(r => r.Effort))),
            ],
            Scores.Csat(Some(counted.Select(r => r.Rating))), Scores.Nps(Some(counted.Select(r => r.Recommendation))), Scores.Ces(Some(counted.Select(r => r.Effort))),
            await sent.CountAsync(ct), await sent.CountAsync(i => i.Response != null, ct), rows.Count - counted.Count,
            [
                .. counted.GroupBy(r => Member(r.Method, r.Order?.Team, r.Order?.Technician, r.Order?.ProductModel, r.Order?.Region))
                    .Select(g => new AnalysisSlice(g.Key, Scores.Csat(Some(g.Select(r => r.Rating))), Scores.Nps(Some(g.Select(r => r.Recommendation))), Scores.Ces(Some(g.Select(r => r.Effort)))))
                    .OrderBy(s => s.Csat.Value ?? 2).ThenBy(s => s.Member, StringComparer.Ordinal),
            ],
            [.. counted.Where(r => r.Comment != null).OrderByDescending(r => r.AnsweredDay).Take(CommentsShown).Select(r => (r.AnsweredDay, r.Rating, r.Order?.Team, r.Comment!))]);
    }

    static Dictionary<int, int> Counts(IEnumerable<int?> answers) => Some(answers).GroupBy(a => a).ToDictionary(g => g.Key, g => g.Count());

    static IEnumerable<int> Some(IEnumerable<int?> answers) => answers.Where(a => a is not null).Select(a => a!.Value);
}
