using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Staff.People;
using AfterSales.Staff.Teams;
using CsCheck;

namespace AfterSales.UnitTests.Staff;

/// <summary>Clauses 10.1 and 10.2: every person has one place at a time, and the past can be corrected, not overlaid.</summary>
public sealed class HavingAPlace
{
    static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    static readonly Actor Manager = new("7", "沈国强");
    static readonly Placing TeamA = new(1, Roles.Technician), TeamB = new(2, Roles.Technician);

    static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    static Employee Hired(string on = "2026-01-01") => Employee.Hire("T01", "马烨伟", TeamA, Day(on), Now, Manager);

    static Employee Transferred()
    {
        var employee = Hired();
        employee.Move(TeamB, Day("2026-02-15"), Now, Manager);
        return employee;
    }

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", 1L)]
    [InlineData("2026-02-14", 1L)]
    [InlineData("2026-02-15", 2L)]
    [InlineData("2030-01-01", 2L)]
    public void belongs_to_the_team_of_the_day(string day, long? team) => Transferred().On(Day(day))?.TeamId.ShouldBe(team);

    [Fact]
    public void cannot_move_before_the_present_place_began() =>
        Should.Throw<RuleViolation>(() => Transferred().Move(TeamA, Day("2026-02-15"), Now, Manager)).Key.ShouldBe("People.Move.TooEarly");

    [Theory]
    [InlineData("2026-02-10", "2026-02-20", "People.Overlaps")]
    [InlineData("2026-01-01", "2026-01-01", "People.Overlaps")]
    [InlineData("2026-02-15", "2026-02-15", "People.OverlapsPresent")]
    [InlineData("2026-01-20", "2026-01-10", "People.Past.Backwards")]
    [InlineData("2025-12-01", "2025-12-31", "People.Past.BeforeHiring")]
    public void refuses_a_place_that_shares_a_day_with_another(string from, string to, string key) =>
        Should.Throw<RuleViolation>(() => Transferred().AddPast(TeamB, Day(from), Day(to), Now, Manager)).Key.ShouldBe(key);

    [Fact]
    public void takes_a_past_place_that_touches_others()
    {
        var employee = Hired();
        employee.Leave(Day("2026-01-20"), null, Now, Manager);
        employee.Return(TeamB, Day("2026-02-01"), Now, Manager);
        employee.On(Day("2026-01-25")).ShouldBeNull();
        employee.AddPast(TeamA, Day("2026-01-21"), Day("2026-01-31"), Now, Manager);
        employee.On(Day("2026-01-31"))!.TeamId.ShouldBe(1);
        employee.On(Day("2026-02-01"))!.TeamId.ShouldBe(2);
    }

    [Fact]
    public void a_late_correction_moves_the_border_between_two_places()
    {
        var employee = Transferred();
        employee.CorrectStart(Day("2026-02-15"), Day("2026-02-10"), "调令日期登记错误", Now, Manager);
        employee.On(Day("2026-02-09"))!.TeamId.ShouldBe(1);
        employee.On(Day("2026-02-10"))!.TeamId.ShouldBe(2);
    }

    [Fact]
    public void ends_with_the_last_day()
    {
        var employee = Transferred();
        Should.Throw<RuleViolation>(() => employee.Leave(Day("2026-02-01"), null, Now, Manager)).Key.ShouldBe("People.Leave.TooEarly");
        employee.Leave(Day("2026-03-31"), "辞职", Now, Manager);
        employee.On(Day("2026-03-31")).ShouldNotBeNull();
        employee.On(Day("2026-04-01")).ShouldBeNull();
        Should.Throw<RuleViolation>(() => employee.Move(TeamA, Day("2026-05-01"), Now, Manager)).Key.ShouldBe("People.IsGone");
    }

    /// <summary>Whatever is done to a record, refused or not: on no day are there two places.</summary>
    [Fact]
    public void is_never_in_two_teams_on_one_day() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 60], Gen.Int[0, 20], Gen.Long[1, 3]).Array[1, 12].Sample(acts =>
    {
        var employee = Hired();
        foreach (var (act, start, length, team) in acts)
        {
            var (from, place) = (Day("2026-01-01").AddDays(start), new Placing(team, Roles.Technician));
            try
            {
                if (act == 0) employee.Move(place, from, Now, Manager);
                else if (act == 1) employee.AddPast(place, from, from.AddDays(length), Now, Manager);
                else if (act == 2) employee.CorrectStart(employee.Placements[length % employee.Placements.Count].FirstDay, from, "更正", Now, Manager);
                else if (act == 3) employee.Leave(from, null, Now, Manager);
                else employee.Return(place, from, Now, Manager);
            }
            catch (RuleViolation)
            {
                // refused: nothing may have changed for the worse
            }
        }
        for (var day = Day("2025-12-01"); day < Day("2026-06-01"); day = day.AddDays(1)) employee.Placements.Count(p => p.Covers(day)).ShouldBeLessThanOrEqualTo(1);
    });

    [Fact]
    public void a_team_has_one_leader_at_a_time()
    {
        var team = Team.Form("A组", null, Day("2026-01-01"), Now);
        team.NameLeader(1, Day("2026-01-01"));
        team.NameLeader(2, Day("2026-02-01"));
        team.LeaderOn(Day("2026-01-31"))!.EmployeeId.ShouldBe(1);
        team.LeaderOn(Day("2026-02-01"))!.EmployeeId.ShouldBe(2);
        Should.Throw<RuleViolation>(() => team.NameLeader(3, Day("2026-02-01"))).Key.ShouldBe("Teams.LeaderTooEarly");
        team.LoseLeader(2, Day("2026-03-10"));
        team.LeaderOn(Day("2026-03-11")).ShouldBeNull();
    }
}
