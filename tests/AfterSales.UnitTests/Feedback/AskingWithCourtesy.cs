using AfterSales.Feedback.Surveys;

namespace AfterSales.UnitTests.Feedback;

/// <summary>Whatever history of orders a contact has, nobody is asked twice, too often, too late, or after an opt-out.</summary>
public sealed class AskingWithCourtesy
{
    static readonly SurveyPolicy Policy = new();
    static readonly int Histories = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 10_000 : 1_000;

    [Fact]
    public void never_breaks_the_cap_the_expiry_the_opt_out_or_asks_twice()
    {
        var random = new Random(20261123);
        for (var history = 0; history < Histories; history++) Live(random);
    }

    static void Live(Random random)
    {
        List<(DateOnly First, long Id)> service = [];
        List<DateOnly> pressed = [];
        Dictionary<long, (DateOnly Invited, bool Answered, bool Reminded)> open = [];
        var (day, optedOut, orders) = (new DateOnly(2026, 1, 1), false, 0);
        for (var step = 0; step < 60; step++, day = day.AddDays(random.Next(4)))
        {
            if (random.Next(40) == 0) optedOut = !optedOut;
            var contact = new Contact(optedOut, [.. service], [.. pressed]);
            var completed = day.AddDays(-random.Next(20));
            orders++;
            if (contact.MayInvite(completed, day, Policy))
            {
                optedOut.ShouldBeFalse();
                service.ShouldAllBe(s => Math.Abs(s.First.DayNumber - completed.DayNumber) > 7, "orders within 7 days share one");
                (day.DayNumber - completed.DayNumber).ShouldBeLessThanOrEqualTo(14);
                service.Add((completed, orders));
                open[orders] = (day, random.Next(3) == 0, false);
            }
            foreach (var (id, i) in open.ToList())
            {
                if (!Courtesy.ReminderIsDue(i.Invited, i.Answered, i.Reminded, day, Policy) || !new Contact(optedOut, [.. service], [.. pressed]).MayPress(day, Policy)) continue;
                optedOut.ShouldBeFalse();
                i.Answered.ShouldBeFalse();
                (day.DayNumber - i.Invited.DayNumber).ShouldBeInRange(2, 14);
                pressed.Add(day);
                open[id] = i with { Reminded = true };
            }
            if (random.Next(10) == 0 && new Contact(optedOut, [.. service], [.. pressed]).MayPress(day, Policy)) pressed.Add(day);
        }
        foreach (var (earlier, later) in pressed.Zip(pressed.Skip(1))) (later.DayNumber - earlier.DayNumber).ShouldBeGreaterThan(30, "at most one relationship survey or reminder in 30 days");
    }
}
