using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;

namespace AfterSales.Service.Visits;

/// <summary>When something happened and when the server heard of it.</summary>
/// <param name="At">Time of the phone, or the server's where the phone gave none. UTC.</param>
/// <param name="ReceivedAt">Time of the server.</param>
/// <param name="ByDoer">Entered by the technician of the job, not by the office.</param>
internal readonly record struct Moment(DateTime At, DateTime ReceivedAt, double? Latitude, double? Longitude, bool ByDoer)
{
    /// <summary>Takes the phone's time; one that runs a little ahead is taken as now.</summary>
    /// <exception cref="RuleViolation">The time lies in the future, or the position is none.</exception>
    public static Moment Of(DateTime? phone, DateTime now, VisitPolicy policy, bool byDoer, double? latitude = null, double? longitude = null)
    {
        if (phone > now.AddMinutes(policy.ClockToleranceMinutes)) throw new RuleViolation("Visits.Time.Future", Math.Ceiling((phone.Value - now).TotalMinutes).ToString(CultureInfo.InvariantCulture)) { Field = "At" };
        var placed = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
        return new Moment(phone is { } at && at < now ? at.CutToMilliseconds() : now, now, placed ? latitude : null, placed ? longitude : null, byDoer);
    }
}

internal enum StampKind { Depart, Arrive, Finish }

/// <summary>One of the three stamps of a visit, with both times. Its position is for those who may see where people were.</summary>
internal sealed class VisitStamp : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public long VisitId { get; private set; }
    public required StampKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public required bool Late { get; init; }
    public required bool ByDoer { get; init; }
    public required string EnteredBy { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
}

/// <summary>Work done, by the catalogue of the day.</summary>
internal sealed class VisitWork
{
    public long Id { get; private set; }
    public long VisitId { get; private set; }
    public required string Code { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    /// <summary>Standard hours as they stood that day.</summary>
    public required decimal Hours { get; init; }
    public string Name => Bilingual.Of(NameZh, NameEn);
}

/// <summary>A part that was built in.</summary>
internal sealed class UsedPart
{
    public long Id { get; private set; }
    public long VisitId { get; private set; }
    public required string Number { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public required int Quantity { get; init; }
    public string? FaultySerial { get; init; }
    public string? NewSerial { get; init; }
    /// <summary>The replaced part goes back to the brand.</summary>
    public bool OldPartDueBack { get; init; }
    public required DateTime At { get; init; }
    /// <summary>When the replaced part came back, and to whom.</summary>
    public DateTime? BackAt { get; private set; }
    public string? BackTakenBy { get; private set; }
    public string Name => Bilingual.Of(NameZh, NameEn);

    internal void TakeBack(DateTime at, Actor who) => (BackAt, BackTakenBy) = (at, who.Name);
}

/// <summary>A measured value. Whether it passes is computed from the limits of its line, never entered.</summary>
internal sealed class MeasuredValue
{
    public long Id { get; private set; }
    public long VisitId { get; private set; }
    public required string Item { get; init; }
    public required decimal Value { get; init; }
    public required bool Passes { get; init; }
    public required DateTime At { get; init; }
    /// <summary>Code of what it was measured with; null where nobody said.</summary>
    public string? Instrument { get; init; }
    /// <summary>The calibration of that instrument was over on the day.</summary>
    public bool InstrumentOverdue { get; init; }
}

/// <summary>What a value was measured with, and whether its calibration held on the day.</summary>
internal readonly record struct MeasuredWith(string? Instrument, bool Overdue);

/// <summary>A picture of the visit, or the recorded reason why there is none. Position and times are restricted; the picture itself carries neither.</summary>
internal sealed class VisitPhoto
{
    public static readonly IReadOnlyList<string> Shots = ["nameplate", "flue", "leak_test", "old_part", "new_part", "misuse", "hazard_refused", "other"];

    public long Id { get; private set; }
    public long VisitId { get; private set; }
    public required Guid PublicId { get; init; }
    public required string Shot { get; init; }
    /// <summary>Checksum of the content; null where <see cref="Missing"/> says why there is no picture.</summary>
    public string? Sha256 { get; init; }
    public string? Missing { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
    public required DateTime At { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
}

/// <summary>What stands in both languages in the company's own lists.</summary>
internal static class Bilingual
{
    public static string Of(string zh, string en) => CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.Ordinal) && en.Length > 0 ? en : zh;
}

/// <summary>An entry that a phone sent, by the id that the phone gave it: sent again, it has no second effect and gets the first answer.</summary>
internal sealed class SentEntry
{
    public required Guid ClientId { get; init; }
    public required string ActorId { get; init; }
    public required long OrderId { get; init; }
    public required string Act { get; init; }
    public required DateTime At { get; init; }
    public required DateTime ReceivedAt { get; init; }
}
