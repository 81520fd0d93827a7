using AfterSales.Kernel;

namespace AfterSales.Service.Fees;

internal enum DistanceSource { Odometer, Map, Typed }

/// <param name="Misuse">The fault behind it comes from misuse.</param>
/// <param name="Proved">There is evidence of the misuse.</param>
internal sealed record WorkDone(string Code, int Quantity = 1, bool Misuse = false, bool Proved = false);

/// <inheritdoc cref="WorkDone"/>
internal sealed record PartUsed(string Code, int Quantity = 1, bool Misuse = false, bool Proved = false);

internal sealed record MaterialUsed(string Code, decimal Quantity);

/// <param name="Amount">CNY taken off what is payable.</param>
internal sealed record Discount(decimal Amount, string Reason);

/// <summary>
/// Everything a fee note is worked out from, except the price list: kept with the note, so that the same inputs and the same list give the same
/// note at any time.
/// </summary>
internal sealed record FeeInputs
{
    /// <summary>Local day of the visit.</summary>
    public required DateOnly Day { get; init; }
    public TimeBand Band { get; init; }
    /// <summary>Road kilometres from the station, with their source; the straight line beside, where it is known.</summary>
    public decimal Km { get; init; }
    public DistanceSource KmSource { get; init; } = DistanceSource.Typed;
    public decimal? StraightKm { get; init; }
    public int Minutes { get; init; }
    public bool AtHeight { get; init; }
    /// <summary>False for work without a visit: no call-out fee.</summary>
    public bool CalledOut { get; init; } = true;
    public IReadOnlyList<WorkDone> Works { get; init; } = [];
    public IReadOnlyList<PartUsed> Parts { get; init; } = [];
    public IReadOnlyList<MaterialUsed> Materials { get; init; } = [];
    public Discount? Discount { get; init; }
    /// <summary>The customer pays no more than this: what was quoted and accepted. CNY.</summary>
    public decimal? Cap { get; init; }
    public string? FaultCode { get; init; }
    public WarrantyFacts Warranty { get; init; } = new();
    public WarrantyNumbers Numbers { get; init; } = new();
    /// <summary>Kinds of lines that an agreement pays for, and which agreement.</summary>
    public IReadOnlyList<FeeKind> AgreementCovers { get; init; } = [];
    public string? Agreement { get; init; }
    /// <summary>Percent that the agreement takes off what there is to pay.</summary>
    public int AgreementPercent { get; init; }
    /// <summary>The agreement keeps the prices of the list that was in force on this day.</summary>
    public DateOnly? PricesOf { get; init; }

    /// <summary>Refuses what cannot be: negative or absurd amounts, a discount without a reason.</summary>
    public void Check()
    {
        Need(Km is >= 0 and <= 2000, "Fees.Km", "Km");
        Need(StraightKm is null or >= 0, "Fees.Km", "StraightKm");
        Need(Minutes is >= 0 and <= 24 * 60, "Fees.Minutes", "Minutes");
        Need(Works.All(w => w.Quantity is > 0 and <= 99), "Fees.Quantity", "Works");
        Need(Parts.All(p => p.Quantity is > 0 and <= 99), "Fees.Quantity", "Parts");
        Need(Materials.All(m => m.Quantity is > 0 and <= 999), "Fees.Quantity", "Materials");
        Need(Discount is null || (Discount.Amount > 0 && decimal.Round(Discount.Amount, 2) == Discount.Amount), "Fees.DiscountAmount", "Discount");
        Need(Discount is null || !string.IsNullOrWhiteSpace(Discount.Reason), "Fees.DiscountReason", "DiscountReason");
    }

    static void Need(bool holds, string key, string field)
    {
        if (!holds) throw new RuleViolation(key) { Field = "Input." + field };
    }
}
