namespace AfterSales.Service.Visits;

/// <summary>What a visit has to show, and how late it may be entered. The default instance is the standard policy; a visit keeps the version under which it began.</summary>
internal sealed record VisitPolicy
{
    public const string Key = "service.visits";

    /// <summary>A stamp that reached the server more than so many minutes after it happened is marked late.</summary>
    public int LateMinutes { get; init; } = 30;
    /// <summary>How far a phone's clock may run ahead of the server's before its stamp is refused as lying in the future.</summary>
    public int ClockToleranceMinutes { get; init; } = 5;
    /// <summary>Photos that show what kept a visit from <c>fixed</c>.</summary>
    public int PhotosOfReason { get; init; } = 1;
    /// <summary>Outcomes that the customer signs or is recorded as refusing to; with nobody at home there is nobody to ask.</summary>
    public IReadOnlyList<string> SignedOutcomes { get; init; } = ["no_fault", "declined", "condemned", "safety_stop", "exchange", "part_needed"];
    /// <summary>Pictures without which a job is not <c>fixed</c>.</summary>
    public IReadOnlyList<ShotRule> Shots { get; init; } =
    [
        new("nameplate", [], ["repair", "installation"], false), new("flue", ["gas_instantaneous", "gas_storage"], ["installation"], false),
        new("leak_test", ["gas_instantaneous", "gas_storage"], ["repair", "maintenance", "installation"], false), new("old_part", [], [], true), new("new_part", [], [], true),
    ];
    public int PhotoMegabytes { get; init; } = 15;
    /// <summary>A picture of more pixels is refused before it is unpacked.</summary>
    public int PhotoMegapixels { get; init; } = 60;
    /// <summary>Longest edge of what is kept, pixels.</summary>
    public int PhotoEdge { get; init; } = 2048;
}

/// <param name="Code">Shot, one of <see cref="VisitPhoto.Shots"/>.</param>
/// <param name="Types">Product types that need it; none: all.</param>
/// <param name="Kinds">Kinds of order that need it; none: all.</param>
/// <param name="WhenPartsReplaced">Needed only where parts were replaced.</param>
internal sealed record ShotRule(string Code, IReadOnlyList<string> Types, IReadOnlyList<string> Kinds, bool WhenPartsReplaced);
