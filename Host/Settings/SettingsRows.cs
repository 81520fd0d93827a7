using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Settings;

/// <summary>The company whose installation this is: one row, made by the first-run wizard, the demo or the first import.</summary>
internal sealed class CompanyRow : Aggregate
{
    public required string Name { get; set; }
    /// <summary>IANA time zone in which days are counted.</summary>
    public required string Zone { get; set; }
    /// <summary>Language for people who have chosen none and whose browser says nothing.</summary>
    public required string Language { get; set; }
    /// <summary>Base address under which customers reach the installation, or null without one.</summary>
    public string? PublicUrl { get; set; }
    /// <summary>A demo company sends nothing out.</summary>
    public bool IsDemo { get; init; }
    public DateTime SetUpAt { get; init; }

    public void Changed() => Acted();
}

/// <summary>One version of a policy; never edited, only followed by the next. The standard policy (version 0) is code, not a row.</summary>
internal sealed class PolicyVersionRow
{
    public long Id { get; private set; }
    public required string Key { get; init; }
    public required int Version { get; init; }
    public required DateTime EffectiveFrom { get; init; }
    public required string Json { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>One version of the working calendar, in the format of the shipped calendar file.</summary>
internal sealed class CalendarVersionRow
{
    public long Id { get; private set; }
    public required string Version { get; init; }
    public required DateTime EffectiveFrom { get; init; }
    public required string Json { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class SettingsMap : IEntityTypeConfiguration<CompanyRow>, IEntityTypeConfiguration<PolicyVersionRow>, IEntityTypeConfiguration<CalendarVersionRow>
{
    public void Configure(EntityTypeBuilder<CompanyRow> builder) => builder.ToTable("company");

    public void Configure(EntityTypeBuilder<PolicyVersionRow> builder)
    {
        builder.ToTable("policy_versions");
        builder.HasIndex(p => new { p.Key, p.Version }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CalendarVersionRow> builder)
    {
        builder.ToTable("calendar_versions");
        builder.HasIndex(c => c.Version).IsUnique();
    }
}
