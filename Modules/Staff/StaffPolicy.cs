namespace AfterSales.Staff;

/// <summary>Numbers of the company's own about its people. The default instance is the standard policy.</summary>
internal sealed record StaffPolicy
{
    public const string Key = "staff.people";

    /// <summary>Hours that one visit takes, the way to it included: for load against capacity.</summary>
    public double HoursPerVisit { get; init; } = 1.5;
    /// <summary>Hours of a working day of somebody for whom no week is planned.</summary>
    public double HoursPerDay { get; init; } = 8;
    /// <summary>Certified people that a district needs for a product type to be shown as covered.</summary>
    public int CoverNeeds { get; init; } = 2;
    /// <summary>Days that are looked at for training needs.</summary>
    public int NeedDays { get; init; } = 90;
    /// <summary>Complaints, or jobs, of one person below which no training need is proposed.</summary>
    public int NeedLeast { get; init; } = 3;
    /// <summary>Outside certificates that product types need beside their own, per city. None is shipped: which a city asks for is the company's to know.</summary>
    public IReadOnlyList<Certificates.OutsideNeed> OutsideNeeds { get; init; } = [];
}
