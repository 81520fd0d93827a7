using AfterSales.Kernel;
using AfterSales.Reporting.Indicators;

namespace AfterSales.UnitTests.Reporting;

public sealed class QuestionsAsTyped
{
    [Theory]
    [InlineData("day", "2026-10-05", "2026-10-05", "2026-10-05")]
    [InlineData("week", "2026-W41", "2026-10-05", "2026-10-11")]
    [InlineData("month", "2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("quarter", "2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("year", "2026", "2026-01-01", "2026-12-31")]
    public void periods_have_the_agreed_codes(string grain, string name, string from, string to)
    {
        var (day, of) = (new DateOnly(2026, 10, 5), Grain.Of(grain)!);
        of.NameOf(day).ShouldBe(name);
        of.Periods(DateOnly.Parse(from), DateOnly.Parse(to)).ShouldBe([new Period(name, of.KeyOf(day), DateOnly.Parse(from), DateOnly.Parse(to))]);
    }

    /// <summary>1 January 2027 is a Friday: its week is the 53rd of 2026 by ISO 8601.</summary>
    [Fact]
    public void a_week_belongs_to_the_year_of_its_thursday() => Grain.Week.NameOf(new DateOnly(2027, 1, 1)).ShouldBe("2026-W53");

    [Fact]
    public void periods_are_cut_to_the_span() => Grain.Month.Periods(new DateOnly(2026, 1, 30), new DateOnly(2026, 3, 2)).Select(p => $"{p.Name} {p.From:MM-dd} {p.To:MM-dd}")
        .ShouldBe(["2026-01 01-30 01-31", "2026-02 02-01 02-28", "2026-03 03-01 03-02"]);

    [Theory]
    [InlineData("no_such", "2026-01-01", "2026-01-31", "month", null, null, "Indicators.Usage.Indicator")]
    [InlineData("response_hours", "2026-02-01", "2026-01-31", "month", null, null, "Indicators.Usage.Reversed")]
    [InlineData("response_hours", "2026-02-30", "2026-03-31", "month", null, null, "Indicators.Usage.Day")]
    [InlineData("response_hours", "01/02/2026", "2026-03-31", "month", null, null, "Indicators.Usage.Day")]
    [InlineData("response_hours", "2026-01-01", "2026-01-31", "fortnight", null, null, "Indicators.Usage.Grain")]
    [InlineData("response_hours", "2026-01-01", "2026-01-31", "month", "colour", null, "Indicators.Usage.Slice")]
    [InlineData("response_hours", "2026-01-01", "2026-01-31", "month", "team; DROP TABLE fact_order", null, "Indicators.Usage.Slice")]
    [InlineData("response_hours", "2026-01-01", "2026-01-31", "month", null, "team", "Indicators.Usage.Where")]
    [InlineData("response_hours", "2026-01-01", "2026-01-31", "month", null, "=A", "Indicators.Usage.Where")]
    [InlineData("response_hours", "2026-01-01", "2026-01-31", "month", null, "1=1 OR team=A", "Indicators.Usage.Slice")]
    [InlineData("response_hours", "0001-01-01", "9999-12-31", "day", null, null, "Indicators.Usage.TooLong")]
    public void that_make_no_sense_are_refused(string indicator, string from, string to, string by, string? slice, string? where, string key) =>
        Should.Throw<RuleViolation>(() => Question.Parse(indicator, from, to, by, slice, where is null ? [] : [where])).Key.ShouldBe(key);

    [Fact]
    public void every_indicator_has_its_texts_and_a_code_of_its_own()
    {
        var texts = new AfterSales.Kernel.Text.Texts([new AfterSales.Reporting.ReportingModule().Text]);
        foreach (var i in Indicator.All)
            foreach (var key in (string[])[i.NameKey, i.DefinitionKey, i.CohortKey]) texts.Has(key).ShouldBeTrue(key);
        Indicator.All.Select(i => i.Code).ShouldBeUnique();
        var clauses = Indicator.All.Select(i => i.Clause).ToList();
        clauses.ShouldBe(clauses.OrderBy(c => string.Join('.', c.Split('.').Select(n => n.PadLeft(2, '0'))), StringComparer.Ordinal), "in the order of the contract, 9 before 10");
    }
}
