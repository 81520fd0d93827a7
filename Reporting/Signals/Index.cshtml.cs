using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Signals;

/// <summary>Signals with their clocks: what is not explained yet comes first.</summary>
[Permission(ReportingPermissions.Company)]
internal sealed class IndexModel(ReportingDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 50;
    public static readonly IReadOnlyList<string> States = ["open", "overdue", "explained", "all"];

    [BindProperty(SupportsGet = true, Name = "state")] public string State { get; set; } = "open";
    [BindProperty(SupportsGet = true, Name = "indicator")] public string? Code { get; set; }
    [BindProperty(SupportsGet = true, Name = "worse")] public bool WorseOnly { get; set; }
    [BindProperty(SupportsGet = true, Name = "since")] public DateOnly? Since { get; set; }
    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<Signal> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public bool More => PageNo * PageSize < Count;
    public DateOnly Today => company.LocalDay(time.Now());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 100_000);
        var today = Today;
        var asked = db.Set<Signal>().AsNoTracking();
        asked = State switch
        {
            "all" => asked,
            "explained" => asked.Where(s => s.ExplainedAt != null),
            "overdue" => asked.Where(s => s.ExplainedAt == null && s.DueDay < today),
            _ => asked.Where(s => s.ExplainedAt == null),
        };
        if (!string.IsNullOrEmpty(Code)) asked = asked.Where(s => s.Indicator == Code);
        if (WorseOnly) asked = asked.Where(s => s.IsWorse);
        if (Since is { } day) asked = asked.Where(s => s.FoundDay >= day);
        Count = await asked.CountAsync(ct);
        asked = State is "all" or "explained" ? asked.OrderByDescending(s => s.FoundAt).ThenByDescending(s => s.Id) : asked.OrderBy(s => s.DueDay).ThenByDescending(s => s.Id);
        Rows = await asked.Skip((PageNo - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return WantsFragment ? Fragment("_SignalRows", this) : Page();
    }

    public string At(int page) => $"/Reporting/Signals?state={State}&indicator={Code}&worse={WorseOnly}&since={Since:yyyy-MM-dd}&p={page}";

    public static string Shown(Signal signal, double? value) => Indicator.Of(signal.Indicator) is { } indicator ? IndicatorVerbs.Shown(indicator, value) : "";

    public string NameOf(Signal signal) => T[$"Indicators.{signal.Indicator}.Name"];
}
