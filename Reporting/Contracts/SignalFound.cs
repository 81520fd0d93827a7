namespace AfterSales.Reporting.Contracts;

/// <summary>A control chart found something: worth asking why. Told once for each signal; a run that goes on is not told again.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Grain">week or month.</param>
/// <param name="Period">Code of the period, e.g. <c>2026-10</c>.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day, included.</param>
/// <param name="Rule">beyond_limits, nine_on_one_side, six_in_a_row, two_of_three, four_of_five, miss.</param>
/// <param name="Lower">Limits of that period; null where every miss is a signal and no limits exist yet.</param>
/// <param name="Run">Load that made the number.</param>
/// <param name="FoundAt">UTC.</param>
public sealed record SignalFound(string Indicator, string Grain, string Period, DateOnly From, DateOnly To, string Rule, double Value,
    double? Lower, double? Center, double? Upper, long Run, DateTime FoundAt)
{
    /// <summary>Public id of the signal; its page is <c>/Reporting/Signals/Details/{id}</c>.</summary>
    public Guid SignalId { get; init; }
    /// <summary>Dimension and code where only one member stands apart from the company's own limits, e.g. team and B; null for the company as a whole.</summary>
    public string? Dimension { get; init; }
    /// <inheritdoc cref="Dimension"/>
    public string? Member { get; init; }
    /// <summary>The number moved away from good. A signal for the better is worth understanding too, but needs no correction.</summary>
    public bool IsWorse { get; init; }
    public double? Target { get; init; }
    /// <summary>Last local day on which an explanation is in time.</summary>
    public DateOnly DueDay { get; init; }
    /// <summary>Members that explain more of the shift than their size, the strongest first; empty where the shift is spread evenly.</summary>
    public IReadOnlyList<SignalSlice> Slices { get; init; } = [];
    /// <summary>Numbers of rows (orders, complaints...) behind the shift, those of the strongest member first; at most fifty, all of them on <see cref="Rows"/>.</summary>
    public IReadOnlyList<string> Orders { get; init; } = [];
    /// <summary>Page with exactly the rows behind the number.</summary>
    public string Rows { get; init; } = "";
    public string Page => $"/Reporting/Signals/Details/{SignalId}";
}

/// <summary>One member of a dimension in a shift.</summary>
/// <param name="Dimension">team, technician, product, type, region, channel, fault, complexity.</param>
/// <param name="Code">Member.</param>
/// <param name="Value">Its own number in the period.</param>
/// <param name="N">Its share of the denominator, as rows or amount.</param>
/// <param name="Explained">Part of the shift that it accounts for; all members of a dimension add up to 1.</param>
/// <param name="Weight">Part of the denominator that it holds.</param>
public sealed record SignalSlice(string Dimension, string Code, double Value, double N, double Explained, double Weight);
