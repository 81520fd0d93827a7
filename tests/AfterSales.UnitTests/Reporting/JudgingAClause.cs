using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;

namespace AfterSales.UnitTests.Reporting;

/// <summary>Clause 13.1: the state of a clause from its number, target and signals, by the table of states.</summary>
public sealed class JudgingAClause
{
    static readonly Indicator Up = Indicator.Of("response_on_time_rate")!, Down = Indicator.Of("repeat_repair_rate")!;

    [Fact]
    public void a_met_target_is_kept() => State(Up, Number.Ratio(98, 100, 3), 0.98).ShouldBe(ClauseState.Kept);

    [Fact]
    public void a_met_target_with_a_signal_is_watched() => State(Up, Number.Ratio(99, 100, 0), 0.98, signal: true).ShouldBe(ClauseState.Watch);

    [Fact]
    public void a_target_missed_within_the_interval_is_watched()
    {
        // Wilson's interval of 97/100 is 0.915 to 0.990 (worked with the formula of the NIST e-Handbook, 7.2.4.1); 0.98 lies in it.
        State(Up, Number.Ratio(97, 100, 0), 0.98).ShouldBe(ClauseState.Watch);
        // 2,425/2,500 is the same share with 0.963 to 0.976: 0.98 lies outside.
        State(Up, Number.Ratio(2_425, 2_500, 0), 0.98).ShouldBe(ClauseState.Broken);
    }

    [Fact]
    public void where_less_is_better_the_lower_end_of_the_interval_decides()
    {
        State(Down, Number.Ratio(8, 100, 0), 0.08).ShouldBe(ClauseState.Kept);
        State(Down, Number.Ratio(10, 100, 0), 0.08).ShouldBe(ClauseState.Watch); // 0.055 to 0.174
        State(Down, Number.Ratio(30, 100, 0), 0.08).ShouldBe(ClauseState.Broken); // 0.219 to 0.396
    }

    [Fact]
    public void nothing_due_is_no_case_and_nothing_recorded_is_no_data()
    {
        State(Up, Number.Ratio(0, 0, 0), 0.98).ShouldBe(ClauseState.NoCase);
        State(Up, Number.Ratio(0, 0, 5), 0.98).ShouldBe(ClauseState.NoData);
    }

    [Fact]
    public void without_a_target_nothing_is_judged() => State(Up, Number.Ratio(50, 100, 0), null).ShouldBe(ClauseState.NotMeasured);

    [Fact]
    public void every_clause_has_a_name_and_a_rule_in_both_languages()
    {
        Clause.All.Count.ShouldBe(69);
        Clause.All.Select(c => c.Number).ShouldBeUnique();
        foreach (var clause in Clause.All)
        {
            clause.ChineseRule.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}", clause.Number);
            new[] { clause.Chinese, clause.English, clause.EnglishRule }.ShouldAllBe(t => t.Length > 3, clause.Number);
        }
    }

    static ClauseState State(Indicator indicator, Number number, double? target, bool signal = false) =>
        Judgement.StateOf(indicator, number, target, IndicatorReadings.Wilson(number.Numerator ?? 0, number.Denominator), signal);
}
