using System.Globalization;

namespace AfterSales.Reporting.Scorecard;

/// <summary>One clause of the reference contract: what it asks, and the indicators that measure it. Ships as <c>seed-data/clauses.tsv</c>.</summary>
/// <param name="Number">e.g. <c>1.3.1</c>.</param>
/// <param name="Indicators">Codes, the first one leads.</param>
internal sealed record Clause(string Number, string Chinese, string English, string ChineseRule, string EnglishRule, IReadOnlyList<string> Indicators)
{
    static readonly Lazy<IReadOnlyList<Clause>> Read = new(() => [.. Lines()]);

    /// <summary>All 69, in the order of the contract.</summary>
    public static IReadOnlyList<Clause> All => Read.Value;

    public int Chapter => int.Parse(Number.Split('.')[0], CultureInfo.InvariantCulture);

    public string Name => InEnglish ? English : Chinese;
    public string Rule => InEnglish ? EnglishRule : ChineseRule;

    static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    static IEnumerable<Clause> Lines()
    {
        using var text = new StreamReader(typeof(Clause).Assembly.GetManifestResourceStream("clauses.tsv")!);
        while (text.ReadLine() is { } line)
            if (!line.StartsWith('#') && line.Split('\t') is [var number, var zh, var en, var ruleZh, var ruleEn, var indicators])
                yield return new Clause(number, zh, en, ruleZh, ruleEn, indicators.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
