using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Scorecard;

/// <summary>Whether the contract is kept: every clause with its own words, value, target, trend, state and the rows that decide.</summary>
[Permission(ReportingPermissions.Read)]
internal sealed class IndexModel(ReadScorecard scorecard, IndicatorReader reader, Sight sight, ICompany company) : ModulePage
{
    const int MonthsToChoose = 36;

    [BindProperty(SupportsGet = true, Name = "month")] public string? Month { get; set; }
    [BindProperty(SupportsGet = true, Name = "contract")] public string? Contract { get; set; }
    [BindProperty(SupportsGet = true, Name = "state")] public string? State { get; set; }

    public MonthCard? Card { get; private set; }
    public IReadOnlyList<string> Contracts { get; private set; } = [];
    public IReadOnlyList<string> Months { get; private set; } = [];
    public string? Refusal { get; private set; }

    /// <summary>Clauses of a chapter, as far as the chosen state lets them through.</summary>
    public IEnumerable<IGrouping<int, ClauseLine>> Chapters => Card!.Clauses.Where(c => !Code.TryParse<ClauseState>(State, out var only) || c.State == only).GroupBy(c => c.Clause.Chapter);

    public async Task OnGetAsync(CancellationToken ct)
    {
        try
        {
            var asOf = await reader.AsOfAsync(ct) ?? throw new RuleViolation("Warehouse.NotLoaded");
            var today = company.LocalDay(asOf);
            var newest = new DateOnly(today.Year, today.Month, 1);
            Months = [.. Enumerable.Range(0, MonthsToChoose).Select(i => newest.AddMonths(-i).ToString("yyyy-MM"))];
            Month = string.IsNullOrEmpty(Month) ? newest.AddMonths(-1).ToString("yyyy-MM") : Month; // the last whole month
            var own = await sight.ContractAsync(User, ct);
            if (own is not null) Contract = own;
            Contracts = own is null ? await scorecard.ContractsAsync(ct) : [own];
            Card = await scorecard.ReadAsync(ReadScorecard.MonthOf(Month), string.IsNullOrEmpty(Contract) ? null : Contract, ct);
        }
        catch (RuleViolation refusal)
        {
            Refusal = T.Of(refusal);
            if (refusal.Key != "Warehouse.NotLoaded") Response.StatusCode = 422;
        }
    }

    public string Shown(Judgement judged, double? value) => IndicatorVerbs.Shown(judged.Indicator, value);

    public string Link(string? state) => $"?month={Month}{(string.IsNullOrEmpty(Contract) ? "" : "&contract=" + Uri.EscapeDataString(Contract))}{(state is null ? "" : "&state=" + state)}";
}
