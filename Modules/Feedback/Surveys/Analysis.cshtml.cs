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
    [BindProperty(SupportsGet = true)] public SurveyKind Kind { get; set; } = SurveyKind.Service;
    [BindProperty(SupportsGet = true)] public string? Theme { get; set; }
    public AnalysisResult Result { get; private set; } = null!;
    public int FewAnswers { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        var to = To ?? today;
        var from = From ?? to.AddMonths(-3).AddDays(1);
        (From, To) = (from, to);
        FewAnswers = policies.At<SurveyPolicy>(time.Now()).Value.FewAnswers;
        Result = await analysis.ReadAsync(new AnalysisFilter(from, to, Kind, Method, By, Theme), ct);
    }

    public string QueryOf(string? theme) => FormattableString.Invariant($"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}&method={Method}&by={Uri.EscapeDataString(By)}&kind={Kind}&theme={theme}#comments");
    public string Rho(double? value) => value is { } v ? v.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) : "–";
    public string Share(Score score) => score.Value is { } v ? string.Create(CultureInfo.InvariantCulture, $"{v:P1}").Replace(" ", "", StringComparison.Ordinal) : "–";
    public string Points(Score score) => score.Value is { } v ? v.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : "–";
    public string ShareInterval(Score score) => score.Value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * score.Lower:0.0}–{100 * score.Upper:0.0}%");
    public string PointsInterval(Score score) => score.Value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{score.Lower:0.0} … {score.Upper:0.0}");
}
