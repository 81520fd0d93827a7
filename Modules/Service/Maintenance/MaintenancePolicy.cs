using AfterSales.Service.Products;

namespace AfterSales.Service.Maintenance;

/// <summary>Kinds of regular work on a water heater.</summary>
internal enum MaintenanceWork { CleanAndInspect, AnodeCheck, Descale }

/// <param name="Months">Calendar months from purchase or from the last time it was done.</param>
/// <param name="Owed">The maker's free plan owes it to every customer; otherwise it is offered and charged.</param>
internal sealed record MaintenanceInterval(ProductType Type, MaintenanceWork Work, int Months, bool Owed = false);

/// <param name="Years">Years from the day of sale.</param>
/// <param name="Source">Where the number comes from.</param>
internal sealed record SafeLife(ProductType Type, int Years, string Source);

/// <summary>How often a type of water heater wants looking after, how early the customer is asked, and how long a heater is safe to use.</summary>
internal sealed record MaintenancePolicy
{
    public const string Key = "service.maintenance";

    /// <summary>Days before the due day on which a proposal is opened.</summary>
    public int AheadDays { get; init; } = 30;
    /// <summary>Days after the due day within which maintenance that is owed counts as done.</summary>
    public int GraceDays { get; init; } = 30;
    public IReadOnlyList<MaintenanceInterval> Intervals { get; init; } =
    [
        new(ProductType.GasInstantaneous, MaintenanceWork.CleanAndInspect, 12, Owed: true), new(ProductType.GasStorage, MaintenanceWork.CleanAndInspect, 12, Owed: true),
        new(ProductType.GasStorage, MaintenanceWork.AnodeCheck, 24), new(ProductType.ElectricStorage, MaintenanceWork.AnodeCheck, 24),
        new(ProductType.ElectricInstantaneous, MaintenanceWork.CleanAndInspect, 24), new(ProductType.HeatPump, MaintenanceWork.CleanAndInspect, 12),
        new(ProductType.Solar, MaintenanceWork.Descale, 24),
    ];
    /// <summary>Gas by GB 17905, storage electric by T/CHEAA 0003. Types without an entry carry no warning.</summary>
    public IReadOnlyList<SafeLife> SafeLives { get; init; } =
        [new(ProductType.GasInstantaneous, 8, "GB 17905"), new(ProductType.GasStorage, 8, "GB 17905"), new(ProductType.ElectricStorage, 8, "T/CHEAA 0003")];

    /// <summary>The warning for a heater of a type bought on a day, or null while it is young enough or the day is unknown.</summary>
    public ScrapAge? ScrapAgeOf(ProductType? type, DateOnly? purchasedOn, DateOnly today) =>
        type is { } known && purchasedOn is { } bought && SafeLives.FirstOrDefault(l => l.Type == known) is { } life && bought.AddYears(life.Years) <= today
            ? new ScrapAge(bought.AddYears(life.Years), life.Years, life.Source) : null;
}

/// <param name="Since">Local day from which the heater is past its safe service life.</param>
internal sealed record ScrapAge(DateOnly Since, int Years, string Source);
