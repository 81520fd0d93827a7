using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Help;

/// <summary>The words of the trade with their meaning; where a page uses one, <see cref="TermTagHelper"/> leads here.</summary>
[SignedIn("Everybody may read what a word means.")]
internal sealed class WordsModel : ModulePage
{
    /// <summary>Codes of the words, in the order of the work: an order, its clocks, its money, its quality, the numbers, the contract.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "response", "handling", "verdict", "paused", "at-risk", "special-case", "complexity", "urge", "overrun-reason", "repeat", "first-time-fix", "window",
        "in-warranty", "call-out", "settlement", "low-score", "top-two", "nps",
        "indicator", "counting-basis", "cases", "rows-behind", "control-limits", "signal", "baseline", "interval",
        "clause-state", "month-close", "restatement", "seed", "residual-risk", "effect", "retention", "parked",
    ];
}
