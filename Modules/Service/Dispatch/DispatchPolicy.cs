namespace AfterSales.Service.Dispatch;

/// <summary>How the day of dispatch looks and when a plan is too tight; no rule of the contract, but each company's own.</summary>
internal sealed record DispatchPolicy
{
    public const string Key = "service.dispatch";

    /// <summary>First hour of the board, local time; earlier visits stand in it.</summary>
    public int FirstHour { get; init; } = 7;
    /// <summary>Hour at which the board ends, local time; later visits stand in the last one.</summary>
    public int LastHour { get; init; } = 21;
    /// <summary>Minutes that the way to the next customer takes; visits closer than this are marked.</summary>
    public int TravelMinutes { get; init; } = 20;
    /// <summary>From so many visits on a day a technician is marked as overloaded.</summary>
    public int HeavyLoad { get; init; } = 7;
    /// <summary>Kilometres that a way within one district is taken for in the ranking of candidates, where no positions are known; never shown as a distance.</summary>
    public int SameDistrictKm { get; init; } = 8;
    /// <inheritdoc cref="SameDistrictKm"/>
    public int SameCityKm { get; init; } = 25;
    /// <inheritdoc cref="SameDistrictKm"/>
    public int SameProvinceKm { get; init; } = 150;

    /// <summary>Hours of the board, at least one whatever was entered.</summary>
    public IReadOnlyList<int> Hours
    {
        get
        {
            var first = Math.Clamp(FirstHour, 0, 23);
            return [.. Enumerable.Range(first, Math.Max(1, Math.Clamp(LastHour, 1, 24) - first))];
        }
    }
}
