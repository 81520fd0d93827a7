using AfterSales.Kernel.Data;
using AfterSales.Staff.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.Teams;

/// <summary>One seat that the company wants filled (clause 10.3): the work, the team, from when to when. Who fills it follows from the places of people.</summary>
internal sealed class Post : Aggregate, IInFeed
{
    public long Change { get; private set; }
    /// <summary>Null for work that belongs to no team.</summary>
    public long? TeamId { get; private init; }
    /// <summary>Role code of the work.</summary>
    public string Position { get; private init; } = "";
    public DateOnly OpenedOn { get; private init; }
    /// <summary>Last day; null while it goes on.</summary>
    public DateOnly? ClosedOn { get; private set; }

    Post() { }

    public static Post Open(long? teamId, string? position, DateOnly on)
    {
        Require(position is not null && Employee.Positions.Contains(position), "People.PositionMissing", "Input.Position");
        return new Post { TeamId = teamId, Position = position!, OpenedOn = on };
    }

    public bool IsOpenOn(DateOnly day) => OpenedOn <= day && (ClosedOn is null || ClosedOn >= day);

    public void Close(DateOnly lastDay)
    {
        Require(ClosedOn is null, "Teams.Posts.IsClosed");
        Require(lastDay >= OpenedOn, "Teams.Posts.ClosedBefore", "Input.From", OpenedOn);
        ClosedOn = lastDay;
        Acted();
    }
}

internal sealed class PostMap : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.HasOne<Team>().WithMany().HasForeignKey(p => p.TeamId);
    }
}
