namespace AfterSales.Risk.Register;

/// <summary>Bands of the scores, how often risks are reviewed, when owners are reminded (chapter 11). The default instance is the standard policy.</summary>
internal sealed record RiskPolicy
{
    public const string Key = "risk.register";

    /// <summary>Lowest score of each band; below it is low.</summary>
    public int MediumFrom { get; init; } = 5;
    public int HighFrom { get; init; } = 10;
    public int ExtremeFrom { get; init; } = 16;
    /// <summary>Months from one review to the next, by the band of the residual score.</summary>
    public int ReviewMonthsLow { get; init; } = 12;
    public int ReviewMonthsMedium { get; init; } = 6;
    public int ReviewMonthsHigh { get; init; } = 3;
    public int ReviewMonthsExtreme { get; init; } = 1;
    /// <summary>Days before a review, a treatment, a test of a control or an action is due on which its owner is reminded; overdue ones are told on the first day.</summary>
    public IReadOnlyList<int> RemindDays { get; init; } = [14, 3];

    public RiskBand BandOf(int score) => score >= ExtremeFrom ? RiskBand.Extreme : score >= HighFrom ? RiskBand.High : score >= MediumFrom ? RiskBand.Medium : RiskBand.Low;

    public DateOnly NextReview(DateOnly from, Level residual) => from.AddMonths(BandOf(residual.Score) switch
    {
        RiskBand.Extreme => ReviewMonthsExtreme, RiskBand.High => ReviewMonthsHigh, RiskBand.Medium => ReviewMonthsMedium, _ => ReviewMonthsLow,
    });
}
