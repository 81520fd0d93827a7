using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Reports;

/// <summary>The monthly and yearly quality reports: what was filed, and what can be looked at or made now.</summary>
[Permission(ReportingPermissions.Company)]
internal sealed class IndexModel(ReportingDbContext db, IndicatorReader reader, ReadScorecard scorecard, MakeReport make, ICompany company) : ModulePage
{
    const int MonthsToChoose = 24;

    [BindProperty] public string Month { get; set; } = "";
    [BindProperty] public string? Contract { get; set; }

    public IReadOnlyList<FiledReport> Filed { get; private set; } = [];
    public IReadOnlyList<string> Months { get; private set; } = [];
    public IReadOnlyList<string> Years { get; private set; } = [];
    public IReadOnlyList<string> Contracts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Filed = await db.Set<FiledReport>().AsNoTracking().OrderByDescending(r => r.From).ThenBy(r => r.Contract).ThenBy(r => r.Language).Take(200).ToListAsync(ct);
        if (await reader.AsOfAsync(ct) is not { } asOf) return;
        var today = company.LocalDay(asOf);
        var current = new DateOnly(today.Year, today.Month, 1);
        Months = [.. Enumerable.Range(0, MonthsToChoose).Select(i => current.AddMonths(-i).ToString("yyyy-MM"))];
        Years = [.. Enumerable.Range(0, 3).Select(i => (today.Year - i).ToString(System.Globalization.CultureInfo.InvariantCulture))];
        Contracts = await scorecard.ContractsAsync(ct);
    }

    /// <summary>Files the report of a month that is over, again if there was one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(ReportingPermissions.CloseMonths)) return Forbid();
        var month = ReadScorecard.MonthOf(Month);
        if (await reader.AsOfAsync(ct) is not { } asOf) throw new RuleViolation("Warehouse.NotLoaded");
        if (month.AddMonths(1) > company.LocalDay(asOf)) throw new RuleViolation("Scorecard.Close.NotOver", Month);
        var contracts = await scorecard.ContractsAsync(ct);
        await make.FileAsync(ReportSpan.Month, month, contracts.Contains(Contract) ? Contract! : contracts[0], Actor, ct);
        return LocalRedirect("/Reporting/Reports");
    }

    public static string NameOf(FiledReport report) => report.From.ToString(report.Span == ReportSpan.Month ? "yyyy-MM" : "yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public static string Show(FiledReport report) => $"/Reporting/Reports/Show?{(report.Span == ReportSpan.Month ? "month" : "year")}={NameOf(report)}&contract={Uri.EscapeDataString(report.Contract)}";
}
