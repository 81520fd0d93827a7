using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Contracts.Feed;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Teams;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Feed;

/// <summary>Places of people over time.</summary>
internal sealed class PlacementFeed(StaffDbContext db) : TableFeed<Placement, PlacementFeed.Source, PlacementFeedRow>(db)
{
    internal sealed record Source(Placement Place, string Employee, string? Team);

    public override string Name => "staff.placements";

    protected override IQueryable<Placement> Living => db.Set<Placement>().Where(p => !p.IsVoid);

    protected override IQueryable<Source> Read(IQueryable<Placement> stored) =>
        from place in stored
        join employee in db.Set<Employee>() on place.EmployeeId equals employee.Id
        join team in db.Set<Team>() on place.TeamId equals team.Id into teams
        from team in teams.DefaultIfEmpty()
        select new Source(place, employee.Number, team == null ? null : team.Code);

    protected override PlacementFeedRow Row(Source source) => new()
    {
        Key = source.Place.Id, Change = source.Place.Change, Deleted = source.Place.IsVoid, Employee = source.Employee, Team = source.Team, Position = source.Place.Position, Grade = source.Place.Grade,
        Since = source.Place.FirstDay, Until = source.Place.LastDay?.AddDays(1),
    };
}

internal sealed class TeamLeaderFeed(StaffDbContext db) : TableFeed<TeamLeader, TeamLeaderFeed.Source, TeamLeaderFeedRow>(db)
{
    internal sealed record Source(TeamLeader Leader, string Employee, string Team);

    public override string Name => "staff.team_leaders";

    protected override IQueryable<Source> Read(IQueryable<TeamLeader> stored) =>
        from leader in stored
        join employee in db.Set<Employee>() on leader.EmployeeId equals employee.Id
        join team in db.Set<Team>() on leader.TeamId equals team.Id
        select new Source(leader, employee.Number, team.Code);

    protected override TeamLeaderFeedRow Row(Source source) => new()
    {
        Key = source.Leader.Id, Change = source.Leader.Change, Team = source.Team, Employee = source.Employee, Since = source.Leader.FirstDay, Until = source.Leader.LastDay?.AddDays(1),
    };
}

internal sealed class TeamAreaFeed(StaffDbContext db) : TableFeed<TeamArea, TeamAreaFeed.Source, TeamAreaFeedRow>(db)
{
    internal sealed record Source(TeamArea Area, string Team);

    public override string Name => "staff.team_areas";

    protected override IQueryable<Source> Read(IQueryable<TeamArea> stored) => from area in stored join team in db.Set<Team>() on area.TeamId equals team.Id select new Source(area, team.Code);

    protected override TeamAreaFeedRow Row(Source source) => new()
    {
        Key = source.Area.Id, Change = source.Area.Change, Team = source.Team, Region = source.Area.Region, Since = source.Area.FirstDay, Until = source.Area.LastDay?.AddDays(1),
    };
}

/// <summary>Seats that the company wants filled.</summary>
internal sealed class PostFeed(StaffDbContext db) : TableFeed<Post, PostFeed.Source, PostFeedRow>(db)
{
    internal sealed record Source(Post Post, string? Team);

    public override string Name => "staff.posts";

    protected override IQueryable<Source> Read(IQueryable<Post> stored) =>
        from post in stored join team in db.Set<Team>() on post.TeamId equals team.Id into teams from team in teams.DefaultIfEmpty() select new Source(post, team == null ? null : team.Code);

    protected override PostFeedRow Row(Source source) => new()
    {
        Key = source.Post.Id, Change = source.Post.Change, Team = source.Team, Position = source.Post.Position, Since = source.Post.OpenedOn, Until = source.Post.ClosedOn?.AddDays(1),
    };
}

internal sealed class CertificateFeed(StaffDbContext db) : TableFeed<Certificate, Certificate, CertificateFeedRow>(db)
{
    public override string Name => "staff.certificates";

    protected override IQueryable<Certificate> Read(IQueryable<Certificate> stored) => stored.Include(c => c.Types).AsSplitQuery();

    protected override CertificateFeedRow Row(Certificate stored) => new()
    {
        Key = stored.Id, Change = stored.Change, Number = stored.Number, Employee = stored.PersonCode, Kind = Code.Of(stored.Kind), Grade = stored.Grade, Types = [.. stored.Types.Select(t => t.Code).Order(StringComparer.Ordinal)],
        Since = stored.IssuedOn, Until = stored.VoidFrom,
    };
}

internal sealed class SuspensionFeed(StaffDbContext db) : TableFeed<Suspension, Suspension, SuspensionFeedRow>(db)
{
    public override string Name => "staff.suspensions";

    protected override IQueryable<Suspension> Read(IQueryable<Suspension> stored) => stored;

    protected override SuspensionFeedRow Row(Suspension stored) => new() { Key = stored.Id, Change = stored.Change, Certificate = stored.CertificateId, Since = stored.From, Until = stored.To };
}
