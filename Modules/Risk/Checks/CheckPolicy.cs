namespace AfterSales.Risk.Checks;

/// <summary>Numbers of spot checks (clause 4.3). The default instance is the standard policy.</summary>
internal sealed record CheckPolicy
{
    public const string Key = "risk.checks";

    /// <summary>Days after the end of its period within which what was drawn is to be checked.</summary>
    public int DaysToCheck { get; init; } = 14;
    /// <summary>A plan that draws a share never takes more than this at once.</summary>
    public int MostDrawn { get; init; } = 200;
    /// <summary>A plan draws by itself so many days after its period has ended, unless a person did before.</summary>
    public int DrawAfterDays { get; init; } = 1;
}
