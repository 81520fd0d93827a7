using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.Teams;

/// <summary>A team with its leaders and the districts that it answers for, over time (clause 10.1). Who belongs to it stands on the people's places.</summary>
internal sealed class Team : Aggregate
{
    public Guid PublicId { get; private init; }
    /// <summary>The short name under which orders and numbers know it.</summary>
    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public DateOnly FormedOn { get; private init; }
    /// <summary>Last day; null while it goes on.</summary>
    public DateOnly? DisbandedOn { get; private set; }
    public List<TeamLeader> Leaders { get; } = [];
    public List<TeamArea> Areas { get; } = [];

    Team() { }

    public static Team Form(string? code, string? name, DateOnly on, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(code), "Teams.CodeMissing", "Input.Code");
        return new Team { PublicId = publicId ?? Kernel.PublicId.New(now), Code = code!.Trim(), Name = string.IsNullOrWhiteSpace(name) ? code.Trim() : name.Trim(), FormedOn = on };
    }

    public TeamLeader? LeaderOn(DateOnly day) => Leaders.Find(l => l.FirstDay <= day && (l.LastDay is null || l.LastDay >= day));

    public void Rename(string? name)
    {
        Require(!string.IsNullOrWhiteSpace(name), "Teams.NameMissing", "Input.Name");
        Name = name!.Trim();
        Acted();
    }

    /// <summary>From this day on somebody leads it; whoever led it until then does no more.</summary>
    public void NameLeader(long employeeId, DateOnly from)
    {
        Require(DisbandedOn is null, "Teams.IsDisbanded");
        Require(from >= FormedOn, "Teams.BeforeForming", "Input.From", FormedOn);
        var present = Leaders.MaxBy(l => l.FirstDay);
        Require(present is null || from > present.FirstDay, "Teams.LeaderTooEarly", "Input.From", present?.FirstDay);
        if (present is { LastDay: null } || present?.LastDay >= from) present.EndOn(from.AddDays(-1));
        Leaders.Add(new TeamLeader { EmployeeId = employeeId, FirstDay = from });
        Acted();
    }

    /// <summary>Somebody leads no more; until another is named nobody does.</summary>
    public void LoseLeader(long employeeId, DateOnly lastDay)
    {
        foreach (var leader in Leaders.Where(l => l.EmployeeId == employeeId && (l.LastDay is null || l.LastDay > lastDay) && l.FirstDay <= lastDay)) leader.EndOn(lastDay);
        Acted();
    }

    /// <summary>The districts for which it answers from a day on.</summary>
    public void Cover(IEnumerable<string> regions, DateOnly from)
    {
        Areas.Become([.. regions.Distinct()], from, region => new TeamArea { Region = region, FirstDay = from });
        Acted();
    }

    public void Disband(DateOnly lastDay)
    {
        Require(DisbandedOn is null, "Teams.IsDisbanded");
        Require(lastDay >= FormedOn, "Teams.BeforeForming", "Input.LastDay", FormedOn);
        DisbandedOn = lastDay;
        foreach (var leader in Leaders.Where(l => l.LastDay is null)) leader.EndOn(lastDay);
        Areas.EndAll(lastDay);
        Acted();
    }
}

/// <summary>Who led a team from when to when.</summary>
internal sealed class TeamLeader : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long TeamId { get; private set; }
    public long EmployeeId { get; init; }
    public DateOnly FirstDay { get; init; }
    public DateOnly? LastDay { get; private set; }

    internal void EndOn(DateOnly day) => LastDay = day;
}

/// <summary>A district for which a team answers.</summary>
internal sealed class TeamArea : CoveredArea
{
    public long TeamId { get; private set; }
}

internal sealed class TeamMap : IEntityTypeConfiguration<Team>, IEntityTypeConfiguration<TeamLeader>, IEntityTypeConfiguration<TeamArea>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("teams");
        builder.HasIndex(t => t.PublicId).IsUnique();
        builder.HasIndex(t => t.Code).IsUnique();
        builder.HasMany(t => t.Leaders).WithOne().HasForeignKey(l => l.TeamId);
        builder.HasMany(t => t.Areas).WithOne().HasForeignKey(a => a.TeamId);
    }

    public void Configure(EntityTypeBuilder<TeamLeader> builder)
    {
        builder.ToTable("team_leaders");
        builder.HasOne<People.Employee>().WithMany().HasForeignKey(l => l.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<TeamArea> builder) => builder.ToTable("team_areas");
}
