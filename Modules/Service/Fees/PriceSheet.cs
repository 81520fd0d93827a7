using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AfterSales.Service.Fees;

/// <summary>When a visit took place, as the call-out factor tells it apart.</summary>
internal enum TimeBand { Day, Night, RestDay, Holiday }

/// <param name="Group">Component group whose warranty term decides.</param>
/// <param name="Price">CNY for one.</param>
internal sealed record PartPrice(string Code, string Name, string? Group, decimal Price);

/// <param name="Hours">Standard hours.</param>
internal sealed record WorkPrice(string Code, string Name, string? Group, decimal Hours);

/// <param name="Unit">What one is, e.g. metre.</param>
internal sealed record MaterialPrice(string Code, string Name, string Unit, decimal Price);

/// <summary>Call-out fee: (base + kilometres beyond the included x rate + started quarter-hours beyond the included x rate) x factor of the time band. CNY; each term may be zero.</summary>
internal sealed record CallOutPrice
{
    public decimal Base { get; init; }
    public decimal IncludedKm { get; init; }
    public decimal PerKm { get; init; }
    public int IncludedMinutes { get; init; }
    public decimal PerQuarter { get; init; }
    public decimal DayFactor { get; init; } = 1;
    public decimal NightFactor { get; init; } = 1;
    public decimal RestDayFactor { get; init; } = 1;
    public decimal HolidayFactor { get; init; } = 1;

    public decimal FactorOf(TimeBand band) => band switch
    {
        TimeBand.Night => NightFactor,
        TimeBand.RestDay => RestDayFactor,
        TimeBand.Holiday => HolidayFactor,
        _ => DayFactor,
    };
}

/// <summary>All prices of one list.</summary>
internal sealed record PriceSheet
{
    public CallOutPrice CallOut { get; init; } = new();
    public decimal LabourPerHour { get; init; }
    public decimal WorkAtHeight { get; init; }
    public IReadOnlyList<WorkPrice> Works { get; init; } = [];
    public IReadOnlyList<PartPrice> Parts { get; init; } = [];
    public IReadOnlyList<MaterialPrice> Materials { get; init; } = [];

    /// <exception cref="Kernel.RuleViolation">The list has no such work, part or material.</exception>
    public WorkPrice Work(string code) => Works.FirstOrDefault(w => w.Code == code) ?? throw new Kernel.RuleViolation("Fees.UnknownWork", code) { Field = "Input.Works" };
    /// <inheritdoc cref="Work"/>
    public PartPrice Part(string code) => Parts.FirstOrDefault(p => p.Code == code) ?? throw new Kernel.RuleViolation("Fees.UnknownPart", code) { Field = "Input.Parts" };
    /// <inheritdoc cref="Work"/>
    public MaterialPrice Material(string code) => Materials.FirstOrDefault(m => m.Code == code) ?? throw new Kernel.RuleViolation("Fees.UnknownMaterial", code) { Field = "Input.Materials" };
}

/// <summary>How prices and inputs are kept: JSON that any version of the product reads again.</summary>
internal static class FeeJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException("Kept facts are empty.");
}
