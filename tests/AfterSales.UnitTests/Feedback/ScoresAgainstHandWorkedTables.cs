using AfterSales.Feedback.Surveys;

namespace AfterSales.UnitTests.Feedback;

/// <summary>Satisfaction, recommendation and effort with their intervals, against tables worked by hand and plain counting.</summary>
public sealed class ScoresAgainstHandWorkedTables
{
    [Fact]
    public void csat_is_the_share_of_four_and_five() => Scores.Csat([5, 4, 3, 2, 1, 5, 5, 4]).Value!.Value.ShouldBe(0.625, 1e-12); // 5 of 8

    [Fact]
    public void nps_is_promoters_minus_detractors_in_points() => Scores.Nps([10, 9, 9, 8, 7, 6, 0, 10]).Value!.Value.ShouldBe(25, 1e-12); // (4 - 2) / 8

    [Fact]
    public void ces_is_the_share_of_five_to_seven() => Scores.Ces([7, 6, 5, 4, 1]).Value!.Value.ShouldBe(0.6, 1e-12);

    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)] // Newcombe 1998, table I
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void shares_have_wilson_intervals(int hits, int n, double lower, double upper)
    {
        var score = Scores.Wilson(hits, n);
        score.Lower!.Value.ShouldBe(lower, 0.00005);
        score.Upper!.Value.ShouldBe(upper, 0.00005);
    }

    [Fact]
    public void nps_has_the_normal_interval_of_a_difference_of_shares()
    {
        // 50 promoters, 20 detractors of 100: 0.3; variance (0.7 - 0.09) / 100 = 0.0061; 1.959964 * 0.0781025 = 0.1530781
        var score = Scores.Nps([.. Enumerable.Repeat(10, 50), .. Enumerable.Repeat(8, 30), .. Enumerable.Repeat(3, 20)]);
        score.Lower!.Value.ShouldBe(14.69219, 0.0001);
        score.Upper!.Value.ShouldBe(45.30781, 0.0001);
    }

    [Fact]
    public void no_answers_are_no_number() => Scores.Nps([]).Value.ShouldBeNull();
}
