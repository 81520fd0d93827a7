using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Complaints;

/// <summary>What complaints are about, the largest first, and how long the open ones have waited.</summary>
[Permission(FeedbackPermissions.ReadComplaints)]
internal sealed class AnalysisModel(ComplaintAnalysis analysis, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public string By { get; set; } = "cause";
    [BindProperty(SupportsGet = true)] public bool Upheld { get; set; }
    public IReadOnlyList<ParetoBar> Pareto { get; private set; } = [];
    public IReadOnlyList<AgeBand> Ages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        var to = To ?? today;
        var from = From ?? to.AddMonths(-12).AddDays(1);
        (From, To) = (from, to);
        if (!ComplaintAnalysis.Dimensions.Contains(By)) By = "cause";
        Pareto = await analysis.ParetoAsync(from, to, By, Upheld, ct);
        Ages = await analysis.AgesAsync(today, time.Now(), ct);
    }
}
