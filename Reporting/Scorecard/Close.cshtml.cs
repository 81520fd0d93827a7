using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Scorecard;

/// <summary>A manager signs a month: its numbers are frozen.</summary>
[Permission(ReportingPermissions.CloseMonths)]
internal sealed class CloseModel(ReadScorecard scorecard, CloseMonth close) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "month")] public string Month { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "contract")] public string? Contract { get; set; }
    [BindProperty] public string? Note { get; set; }

    public MonthCard? Card { get; private set; }

    /// <summary>A month that cannot be read is not closed here; the scorecard says why.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        try
        {
            await LoadAsync(ct);
            return Page();
        }
        catch (RuleViolation)
        {
            return LocalRedirect("/Reporting/Scorecard?month=" + Uri.EscapeDataString(Month));
        }
    }

    public override async Task LoadAsync(CancellationToken ct) => Card = await scorecard.ReadAsync(ReadScorecard.MonthOf(Month), Contract, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await close.SignAsync(ReadScorecard.MonthOf(Month), Contract, Note, Actor, ct);
        return LocalRedirect($"/Reporting/Scorecard?month={Uri.EscapeDataString(Month)}{(string.IsNullOrEmpty(Contract) ? "" : "&contract=" + Uri.EscapeDataString(Contract))}");
    }
}
