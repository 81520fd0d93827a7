using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Surveys;

/// <summary>What the answers say: the distribution first, then the numbers with their intervals, who differs, and the words.</summary>
[Permission(FeedbackPermissions.ReadSurveys)]
internal sealed class AnalysisModel(SurveyAnalysis analysis, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public SurveyMethod? Method { get; set; }
    [BindProperty(SupportsGet = true)] public string By { get; set; } = "team";
    public AnalysisResult Result { get; private set; } = null!;
    public int FewAnswers { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        var to = To ?? today;
        var from = From ?? to.AddMonths(-3).AddDays(1);
        (From, To) = (from, to);
        FewAnswers = policies.At<SurveyPolicy>(time.Now()).Value.FewAnswers;
        Result = await analysis.ReadAsync(new AnalysisFilter(from, to, SurveyKind.Service, Method, By), ct);
    }

    public string Share(Score score) => score.Value is { } v ? string.Create(CultureInfo.InvariantCulture, $"{v:P1}").Replace(" ", "", StringComparison.Ordinal) : "–";
    public string Points(Score score) => score.Value is { } v ? v.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : "–";
    public string ShareInterval(Score score) => score.Value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * score.Lower:0.0}–{100 * score.Upper:0.0}%");
    public string PointsInterval(Score score) => score.Value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{score.Lower:0.0} … {score.Upper:0.0}");
}
