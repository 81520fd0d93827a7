using AfterSales.Reporting.Signals;
using CsCheck;

namespace AfterSales.UnitTests.Reporting;

/// <summary>Clause 4.4: a shift is the sum of what its members add, so every member accounts for an exact part. Worked by hand.</summary>
public sealed class WhoExplainsAShift
{
    [Fact]
    public void the_member_that_moved_is_named_first()
    {
        // 400 orders, usually 95 % in time. Team B: 60 of 100, the others 95 of 100 each: 345 of 400, a shift of 35 orders, all of it team B's (60 - 95 = -35).
        var ranked = Contributions.Rank([Of("team", "A", 95, 100), Of("team", "B", 60, 100), Of("team", "C", 95, 100), Of("team", "D", 95, 100)], 0.95);
        Same(ranked[0], new Contribution("team", "B", 0.60, 100, 1, 0.25));
        ranked.Skip(1).ShouldAllBe(c => Math.Abs(c.Explained) < 1e-9);
        ranked[0].Beyond.ShouldBe(0.75, 1e-9);
    }

    [Fact]
    public void a_shift_that_everybody_shares_names_nobody()
    {
        // Each team falls from 95 to 57 of 100: each holds a quarter of the shift and a quarter of the orders.
        foreach (var part in Contributions.Rank([Of("team", "A", 57, 100), Of("team", "B", 57, 100), Of("team", "C", 57, 100), Of("team", "D", 57, 100)], 0.95))
        {
            part.Explained.ShouldBe(0.25, 1e-9);
            part.Beyond.ShouldBe(0, 1e-9);
        }
    }

    /// <summary>Printed quantiles of the normal law: 5 % lie beyond 1.960, 1 % beyond 2.576, 0.1 % beyond 3.291.</summary>
    [Fact]
    public void who_was_picked_out_of_many_must_differ_the_more()
    {
        Contributions.IsSure(1.961, 1).ShouldBeTrue();
        Contributions.IsSure(1.959, 1).ShouldBeFalse();
        Contributions.IsSure(2.577, 5).ShouldBeTrue();
        Contributions.IsSure(2.575, 5).ShouldBeFalse();
        Contributions.IsSure(3.292, 50).ShouldBeTrue();
        Contributions.IsSure(3.290, 50).ShouldBeFalse();
    }

    [Fact]
    public void a_dimension_with_one_member_says_nothing_and_a_number_that_did_not_move_neither()
    {
        Contributions.Rank([Of("contract", "default", 60, 100)], 0.95).ShouldBeEmpty();
        Contributions.Rank([Of("team", "A", 95, 100), Of("team", "B", 95, 100)], 0.95).ShouldBeEmpty();
        Contributions.Rank([], 0.95).ShouldBeEmpty();
    }

    [Fact]
    public void a_rate_is_split_like_a_share()
    {
        // 2 complaints per 100 orders are usual. Model X: 9 over 100 orders, model Y: 3 over 300; 12 over 400 are 3 per 100, a shift of 4 complaints: X adds 9 - 2 = 7, Y 3 - 6 = -3.
        var ranked = Contributions.Rank([Of("product", "X", 9, 100), Of("product", "Y", 3, 300)], 0.02);
        Same(ranked[0], new Contribution("product", "X", 0.09, 100, 7 / 4.0, 0.25));
        Same(ranked[1], new Contribution("product", "Y", 0.01, 300, -3 / 4.0, 0.75));
    }

    [Fact]
    public void the_members_of_a_dimension_add_up_to_the_whole_shift() => Gen.Select(Gen.Select(Gen.Int[0, 50], Gen.Int[1, 50]).Array[2, 12], Gen.Double[0.01, 0.99]).Sample(drawn =>
    {
        var (members, center) = drawn;
        var pieces = members.Select((m, i) => Of("fault", $"E{i}", Math.Min(m.Item1, m.Item2), m.Item2)).ToList();
        var ranked = Contributions.Rank(pieces, center);
        if (ranked.Count == 0) return;
        ranked.Sum(r => r.Explained).ShouldBe(1, 1e-6);
        ranked.Sum(r => r.Weight).ShouldBe(1, 1e-9);
        ranked.Select(r => r.Beyond).ShouldBeInOrder(SortDirection.Descending);
    });

    static Piece Of(string dimension, string member, double above, double below) => new(dimension, member, above, below);

    static void Same(Contribution actual, Contribution expected)
    {
        (actual.Dimension, actual.Member).ShouldBe((expected.Dimension, expected.Member));
        new[] { actual.Value - expected.Value, actual.N - expected.N, actual.Explained - expected.Explained, actual.Weight - expected.Weight }.ShouldAllBe(d => Math.Abs(d) < 1e-9);
    }
}
