using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Scorecard;

/// <summary>What has changed in a signed month since it was signed: old, new, and which rows.</summary>
[Permission(ReportingPermissions.Read)]
internal sealed class RestatedModel(ReadScorecard scorecard, CloseMonth close, Sight sight) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "month")] public string Month { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "contract")] public string? Contract { get; set; }

    public MonthCard Card { get; private set; } = null!;
    public IReadOnlyList<Restatement> Restatements { get; private set; } = [];

    /// <summary>For a month that cannot be read the scorecard says why.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        try
        {
            Contract = await sight.ContractAsync(User, ct) ?? Contract;
            Card = await scorecard.ReadAsync(ReadScorecard.MonthOf(Month), Contract, ct);
        }
        catch (RuleViolation)
        {
            return LocalRedirect("/Reporting/Scorecard?month=" + Uri.EscapeDataString(Month));
        }
        Restatements = await close.RestatementsAsync(Card, ct);
        return Page();
    }

    public string Shown(Restatement restated, double? value) => IndicatorVerbs.Shown(restated.Now.Indicator, value);

    /// <summary>What a row said, in words: in the numerator or not, with its measured value.</summary>
    public string Said(string? said) => said is null ? T["Scorecard.Restated.NotCounted"] : said.Replace("+", T["Scorecard.Restated.Hit"] + " ", StringComparison.Ordinal).Replace("-", T["Scorecard.Restated.Miss"] + " ", StringComparison.Ordinal).Trim();
}
