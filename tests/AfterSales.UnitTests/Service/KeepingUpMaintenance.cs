using AfterSales.Kernel;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Products;

namespace AfterSales.UnitTests.Service;

/// <summary>Regular maintenance: when it is due, that nobody is asked twice for one due day, and what an answer does. Days worked out by hand.</summary>
public class KeepingUpMaintenance
{
    static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static MaintenancePlan Plan(string bought, string today, int months = 12) =>
        MaintenancePlan.Of(1, new MaintenanceInterval(ProductType.GasInstantaneous, MaintenanceWork.CleanAndInspect, months), Day(bought), Day(today));

    [Theory]
    [InlineData("2025-06-15", 12, "2025-07-01", "2026-06-15")]
    [InlineData("2020-06-15", 12, "2026-06-15", "2026-06-15")] // due today is not past
    [InlineData("2020-06-15", 12, "2026-06-16", "2027-06-15")]
    [InlineData("2024-02-29", 12, "2025-01-01", "2025-02-28")] // a month without the day ends on its last
    [InlineData("2024-02-29", 12, "2027-03-01", "2028-02-29")] // and the day is not lost for later years
    [InlineData("2025-08-31", 6, "2026-01-10", "2026-02-28")]
    [InlineData("2025-08-31", 6, "2026-03-01", "2026-08-31")]
    [InlineData("2026-05-01", 24, "2026-01-01", "2028-05-01")] // bought after today: the first due day all the same
    public void the_first_due_day_is_the_next_anniversary(string bought, int months, string today, string due) => MaintenancePlan.NextAfter(Day(bought), months, Day(today)).ShouldBe(Day(due));

    [Fact]
    public void a_proposal_opens_30_days_ahead_and_not_before()
    {
        var plan = Plan("2025-06-15", "2026-01-01"); // due 2026-06-15
        plan.Propose(30, Day("2026-05-15"), Now).ShouldBeNull();
        var proposal = plan.Propose(30, Day("2026-05-16"), Now).ShouldNotBeNull();
        (proposal.DueOn, proposal.State).ShouldBe((Day("2026-06-15"), ProposalState.Proposed));
    }

    [Fact]
    public void every_due_day_is_proposed_exactly_once_whatever_the_nights_and_answers()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var today = Day("2026-01-01").AddDays(random.Next(400));
            var plan = MaintenancePlan.Of(1, new MaintenanceInterval(ProductType.Solar, MaintenanceWork.Descale, random.Next(2, 25)), today.AddDays(-random.Next(3000)), today);
            List<DateOnly> asked = [];
            HashSet<DateOnly> owed = [];
            for (var night = 0; night < 800; night++, today = today.AddDays(1))
            {
                if (plan.NextDue <= today.AddDays(30)) owed.Add(plan.NextDue);
                for (var run = random.Next(1, 4); run > 0; run--)
                    if (plan.Propose(30, today, Now) is { } proposal) asked.Add(proposal.DueOn);
                if (random.Next(40) == 0) plan.Done(today);
                else if (random.Next(40) == 0 && plan.ProposedFor is { } proposed) plan.Skip(proposed);
            }
            asked.ShouldBeUnique();
            asked.Order().ShouldBe(owed.Order());
        }
    }

    [Fact]
    public void what_was_done_moves_the_next_due_day_and_an_older_report_does_not()
    {
        var plan = Plan("2025-06-15", "2026-01-01");
        plan.Done(Day("2026-06-02"));
        (plan.LastDone, plan.NextDue).ShouldBe((Day("2026-06-02"), Day("2027-06-02")));
        plan.Done(Day("2026-05-01"));
        plan.NextDue.ShouldBe(Day("2027-06-02"));
    }

    [Fact]
    public void a_proposal_is_answered_once_and_whoever_was_not_reached_may_still_book()
    {
        var proposal = Plan("2025-06-15", "2026-01-01").Propose(400, Day("2026-01-01"), Now)!;
        proposal.Close(ProposalState.NoAnswer, Now);
        proposal.Book(7, Now);
        Should.Throw<RuleViolation>(() => proposal.Book(8, Now)).Key.ShouldBe("Maintenance.AlreadyAnswered");
        Should.Throw<RuleViolation>(() => proposal.Close(ProposalState.Declined, Now)).Key.ShouldBe("Maintenance.AlreadyAnswered");
        (proposal.State, proposal.OrderId).ShouldBe((ProposalState.Booked, 7L));
    }

    [Fact]
    public void a_heater_past_its_safe_life_carries_a_warning_with_its_source()
    {
        var policy = new MaintenancePolicy();
        policy.ScrapAgeOf(ProductType.GasInstantaneous, Day("2018-03-10"), Day("2026-03-09")).ShouldBeNull();
        policy.ScrapAgeOf(ProductType.GasInstantaneous, Day("2018-03-10"), Day("2026-03-10")).ShouldBe(new ScrapAge(Day("2026-03-10"), 8, "GB 17905"));
        policy.ScrapAgeOf(ProductType.ElectricStorage, Day("2018-03-10"), Day("2026-03-10"))!.Source.ShouldBe("T/CHEAA 0003");
        policy.ScrapAgeOf(ProductType.Solar, Day("2000-01-01"), Day("2026-03-10")).ShouldBeNull();
        policy.ScrapAgeOf(ProductType.GasInstantaneous, null, Day("2026-03-10")).ShouldBeNull();
    }
}
