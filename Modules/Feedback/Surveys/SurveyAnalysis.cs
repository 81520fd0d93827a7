using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <param name="By">Dimension to tell the answers apart by: team, technician, product, region, method.</param>
/// <param name="Theme">Only comments that speak of it; null for all.</param>
internal sealed record AnalysisFilter(DateOnly From, DateOnly To, SurveyKind Kind, SurveyMethod? Method, string By, string? Theme = null);

/// <param name="Distribution">Answers per scale value, by question: rating, recommendation, effort.</param>
internal sealed record AnalysisResult(
    IReadOnlyList<(string Question, int From, int To, IReadOnlyDictionary<int, int> Counts)> Distribution, Score Csat, Score Nps, Score Ces, int Invited, int Answered, int Held,
    IReadOnlyList<AnalysisSlice> Slices, IReadOnlyList<(DateOnly Day, int? Rating, string? Team, string Words)> Comments,
    IReadOnlyList<(string Theme, int Comments, Score Csat)> Themes, IReadOnlyList<(string Driver, RankCorrelation Strength)> Drivers);

internal sealed record AnalysisSlice(string Member, Score Csat, Score Nps, Score Ces, Score Response);

/// <summary>Reads answers for the analysis page: everything in it is counted from the same answers.</summary>
internal sealed class SurveyAnalysis(FeedbackDbContext db, IPolicies policies, TimeProvider time)
{
    public static readonly string[] Dimensions = ["team", "technician", "product", "type", "region", "contract", "kind", "method", "month"];
    const int CommentsShown = 30;

    sealed record Answered(DateOnly Day, int? Rating, int? Recommendation, int? Effort, string? Comment, bool Counts, SurveyMethod Method, Asked? Job, DateTime Started, IReadOnlyDictionary<string, string> Answers);

    sealed record Asked(string? Team, string? Technician, string? Product, string? Type, string? Region, string? Contract, string Kind, DateTime Completed);

    public async Task<AnalysisResult> ReadAsync(AnalysisFilter filter, CancellationToken ct)
    {
        var invitations = db.Set<Invitation>().AsNoTracking().Where(i => i.Kind == filter.Kind);
        var sent = await invitations.Where(i => i.DeliveredAt != null && i.InvitedDay >= filter.From && i.InvitedDay <= filter.To)
            .Select(i => new { i.InvitedDay, HasAnswer = i.Response != null, Job = i.Orders.OrderBy(o => o.CompletedAt).Select(o => new Asked(o.Team, o.Technician, o.ProductModel, o.ProductType, o.Region, o.Contract, o.Kind, o.CompletedAt)).FirstOrDefault() }).ToListAsync(ct);
        var rows = await invitations.Where(i => i.Response != null && i.Response.AnsweredDay >= filter.From && i.Response.AnsweredDay <= filter.To && (filter.Method == null || i.Response.Method == filter.Method))
            .Select(i => new
            {
                i.Response!.AnsweredDay, i.Response.Rating, i.Response.Recommendation, i.Response.Effort, i.Response.Comment, i.Response.Counts, i.Response.Method, i.Response.StartedAt,
                Job = i.Orders.OrderBy(o => o.CompletedAt).Select(o => new Asked(o.Team, o.Technician, o.ProductModel, o.ProductType, o.Region, o.Contract, o.Kind, o.CompletedAt)).FirstOrDefault(),
                Said = i.Response.Answers.Select(a => new { a.Question, a.Value }).ToList(),
            }).AsSplitQuery().ToListAsync(ct);
        var counted = rows.Where(r => r.Counts).Select(r => new Answered(r.AnsweredDay, r.Rating, r.Recommendation, r.Effort, r.Comment, true, r.Method, r.Job, r.StartedAt, r.Said.ToDictionary(s => s.Question, s => s.Value))).ToList();
        var asked = sent.ToLookup(s => filter.By == "method" ? "" : MemberOf(filter.By, s.Job, s.InvitedDay, default));
        return new AnalysisResult(
            [
                ("rating", 1, 5, Counts(counted.Select(r => r.Rating))), ("recommendation", 0, 10, Counts(counted.Select(r => r.Recommendation))), ("effort", 1, 7, Counts(counted.Select(r => r.Effort))),
            ],
            Scores.Csat(Some(counted.Select(r => r.Rating))), Scores.Nps(Some(counted.Select(r => r.Recommendation))), Scores.Ces(Some(counted.Select(r => r.Effort))),
            sent.Count, sent.Count(s => s.HasAnswer), rows.Count - counted.Count,
            [
                .. counted.GroupBy(r => MemberOf(filter.By, r.Job, r.Day, r.Method)).Select(g => SliceOf(g.Key, [.. g], asked[g.Key].Count(s => s.HasAnswer), asked[g.Key].Count())).OrderBy(s => s.Csat.Value ?? 2).ThenBy(s => s.Member, StringComparer.Ordinal),
            ],
            Comments(counted, filter.Theme), ThemesOf(counted), Drivers(counted));
    }

    static AnalysisSlice SliceOf(string member, IReadOnlyList<Answered> answers, int answered, int sent) => new(member, Scores.Csat(Some(answers.Select(r => r.Rating))),
        Scores.Nps(Some(answers.Select(r => r.Recommendation))), Scores.Ces(Some(answers.Select(r => r.Effort))), Scores.Wilson(answered, sent));

    static string MemberOf(string by, Asked? job, DateOnly day, SurveyMethod method) => by switch
    {
        "technician" => job?.Technician, "product" => job?.Product, "type" => job?.Type is { } type ? TextKey("ProductType", type) : null, "region" => job?.Region, "contract" => job?.Contract,
        "kind" => job is null ? null : TextKey("OrderKind", job.Kind), "method" => "SurveyMethod." + method, "month" => day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), _ => job?.Team,
    } ?? "";

    /// <summary>Text key of another module's code: gas_storage of ProductType is <c>ProductType.GasStorage</c>.</summary>
    public static string TextKey(string kind, string code) => $"{kind}.{string.Concat(code.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(p => char.ToUpperInvariant(p[0]) + p[1..]))}";

    IReadOnlyList<string> Themes => policies.At<SurveyPolicy>(time.Now()).Value.Themes;

    IReadOnlyList<(DateOnly Day, int? Rating, string? Team, string Words)> Comments(List<Answered> counted, string? theme) =>
        [.. counted.Where(r => r.Comment != null && (theme is null || CommentThemes.Of(r.Comment, Themes).Contains(theme))).OrderByDescending(r => r.Day).Take(CommentsShown).Select(r => (r.Day, r.Rating, r.Job?.Team, r.Comment!))];

    /// <summary>What comments speak of, the most frequent first, with how content those customers are.</summary>
    IReadOnlyList<(string Theme, int Comments, Score Csat)> ThemesOf(List<Answered> counted) =>
    [
        .. counted.Where(r => r.Comment != null).SelectMany(r => CommentThemes.Of(r.Comment!, Themes).Select(t => (Theme: t, r.Rating))).GroupBy(t => t.Theme)
            .Select(g => (g.Key, g.Count(), Scores.Csat(Some(g.Select(t => t.Rating))))).OrderByDescending(t => t.Item2).ThenBy(t => t.Key, StringComparer.Ordinal),
    ];

    /// <summary>What goes together with the overall rating: other scores, hours until the answer, and each thing that was named as wrong. The strongest first.</summary>
    static IReadOnlyList<(string Driver, RankCorrelation Strength)> Drivers(List<Answered> counted)
    {
        var rated = counted.Where(r => r.Rating != null).ToList();
        RankCorrelation With(Func<Answered, double?> score) => RankCorrelation.Of([.. rated.Where(r => score(r) != null).Select(r => (score(r)!.Value, (double)r.Rating!.Value))]);
        List<(string, RankCorrelation)> found = [("effort", With(r => r.Effort)), ("recommendation", With(r => r.Recommendation)), ("delay", With(r => r.Job is { } job ? (r.Started - job.Completed).TotalHours : null))];
        foreach (var wrong in rated.SelectMany(r => Wrong(r)).Distinct().Order(StringComparer.Ordinal)) found.Add(("why." + wrong, With(r => Wrong(r).Contains(wrong) ? 1 : 0)));
        return [.. found.Where(f => f.Item2.Rho is not null).OrderByDescending(f => Math.Abs(f.Item2.Rho!.Value))];
    }

    static string[] Wrong(Answered answer) => answer.Answers.TryGetValue("why", out var said) ? said.Split(',') : [];

    static Dictionary<int, int> Counts(IEnumerable<int?> answers) => Some(answers).GroupBy(a => a).ToDictionary(g => g.Key, g => g.Count());

    static IEnumerable<int> Some(IEnumerable<int?> answers) => answers.Where(a => a is not null).Select(a => a!.Value);
}
