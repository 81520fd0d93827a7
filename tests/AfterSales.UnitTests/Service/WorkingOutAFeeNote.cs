using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Service.Fees;
using CsCheck;

namespace AfterSales.UnitTests.Service;

/// <summary>Clause 1.7: every expected amount is worked out by hand in the comment beside it.</summary>
public sealed class WorkingOutAFeeNote
{
    /// <summary>Base 50, 10 km and 30 min included, 2.5 a km, 10 a started quarter; night 1.5, rest day 2, holiday 3; 120 an hour; at height 80.</summary>
    static readonly PriceSheet Prices = new()
    {
        CallOut = new CallOutPrice { Base = 50, IncludedKm = 10, PerKm = 2.5m, IncludedMinutes = 30, PerQuarter = 10, DayFactor = 1, NightFactor = 1.5m, RestDayFactor = 2, HolidayFactor = 3 },
        LabourPerHour = 120, WorkAtHeight = 80,
        Works = [new("W-IGN", "更换点火器", "ignition", 0.5m), new("W-FAN", "更换风机", "fan", 1.25m), new("W-ODD", "检修控制板", "control", 0.333m)],
        Parts = [new("IGN", "点火器", "ignition", 88.50m), new("FAN", "风机", "fan", 260), new("CTRL", "控制板", "control", 345.67m), new("SEAL", "密封圈", "seal", 1.35m)],
        Materials = [new("PIPE", "波纹管", "m", 12.35m), new("TAPE", "生料带", "卷", 3)],
    };

    static readonly DateOnly Day = new(2026, 3, 11);

    static FeeInputs Inputs => new() { Day = Day, Km = 8, Minutes = 25 };

    static WarrantyFacts Bought(string on, int months = 24, params string[] groups) => new()
    {
        PurchasedOn = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
        Terms = [.. (groups.Length == 0 ? ["ignition", "fan", "control"] : groups).Select(g => new GroupTerm(g, months, "保修卡"))],
    };

    static string Payable(FeeInputs inputs) => FeeCalculation.Compute(inputs, Prices).Payable.ToString();

    [Theory]
    [InlineData("0", 0, "50.00")]       // 1 base alone
    [InlineData("10", 30, "50.00")]     // 2 all that is included
    [InlineData("10.1", 30, "50.25")]   // 3 0.1 km x 2.5
    [InlineData("18", 30, "70.00")]     // 4 8 km x 2.5 = 20
    [InlineData("65.5", 30, "188.75")]  // 5 55.5 x 2.5 = 138.75
    [InlineData("8", 31, "60.00")]      // 6 one started quarter
    [InlineData("8", 45, "60.00")]      // 7 exactly one quarter
    [InlineData("8", 46, "70.00")]      // 8 two started quarters
    [InlineData("18", 120, "130.00")]   // 9 20 + six quarters x 10
    public void the_call_out_is_base_and_kilometres_and_started_quarters_beyond_the_included(string km, int minutes, string expected) =>
        Payable(Inputs with { Km = decimal.Parse(km, System.Globalization.CultureInfo.InvariantCulture), Minutes = minutes }).ShouldBe(expected);

    [Theory]
    [InlineData(TimeBand.Day, "80.00")]      // 10 (50 + 20 + 10) x 1
    [InlineData(TimeBand.Night, "120.00")]   // 11 x 1.5
    [InlineData(TimeBand.RestDay, "160.00")] // 12 x 2
    [InlineData(TimeBand.Holiday, "240.00")] // 13 x 3
    internal void the_time_band_multiplies_the_whole_call_out(TimeBand band, string expected) => Payable(Inputs with { Band = band, Km = 18, Minutes = 40 }).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-11T13:59:00Z", TimeBand.Day)]     // 21:59 on a Wednesday
    [InlineData("2026-03-11T14:00:00Z", TimeBand.Night)]   // 22:00
    [InlineData("2026-03-11T21:59:00Z", TimeBand.Night)]   // 05:59
    [InlineData("2026-03-11T22:00:00Z", TimeBand.Day)]     // 06:00
    [InlineData("2026-10-01T02:00:00Z", TimeBand.Holiday)] // National Day
    [InlineData("2026-10-03T15:00:00Z", TimeBand.Holiday)] // 3 October, 23:00: the holiday wins over the night
    [InlineData("2026-10-05T02:00:00Z", TimeBand.RestDay)] // a Monday off by shifting
    [InlineData("2026-10-10T02:00:00Z", TimeBand.Day)]     // a Saturday that is worked
    [InlineData("2026-03-14T02:00:00Z", TimeBand.Day)]     // an ordinary Saturday
    [InlineData("2026-02-16T15:59:00Z", TimeBand.Holiday)] // New Year's Eve of the lunar year, 23:59
    internal void the_band_is_that_of_the_arrival_by_the_calendar(string arrived, TimeBand band) =>
        new FeePolicy().BandAt(DateTime.Parse(arrived, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal), WorkingCalendar.China()).ShouldBe(band);

    [Fact] // 14: 50 + 0.5 h x 120 + 88.50
    public void out_of_warranty_labour_and_the_part_are_paid() =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], Warranty = Bought("2023-03-10") }).ShouldBe("198.50");

    [Fact] // 15: everything covered, the way with it
    public void in_warranty_the_note_is_zero()
    {
        var result = FeeCalculation.Compute(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], Warranty = Bought("2025-03-10") }, Prices);
        result.Payable.ShouldBe(Money.Zero);
        result.Covered.ToString().ShouldBe("198.50");
        result.Lines.ShouldAllBe(l => l.IsCovered);
        result.Lines.Select(l => l.Rule).ShouldBe([CoverRule.CoveredFault, CoverRule.InTerm, CoverRule.InTerm]);
        result.Lines[2].Until.ShouldBe(new DateOnly(2027, 3, 10));
    }

    [Fact] // 16: ignition 24 months is covered, seal 0 months is not: 50 call-out + 2 x 1.35
    public void warranty_is_decided_part_by_part() =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN"), new("SEAL", 2)], Warranty = Bought("2025-03-10") }).ShouldBe("52.70");

    [Theory]
    [InlineData("2024-03-11", "0.00")]   // 17 last day of 24 months
    [InlineData("2024-03-10", "198.50")] // 18 one day later
    public void the_term_ends_with_its_last_day(string bought, string expected) =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], Warranty = Bought(bought) }).ShouldBe(expected);

    [Fact] // 19: one day over, but it lay three days in repair
    public void days_under_repair_extend_the_term() =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], Warranty = Bought("2024-03-10") with { DaysUnderRepair = 3 } }).ShouldBe("0.00");

    [Fact] // 20: misuse of the fan only: call-out 50 + 1.25 x 120 + 260; the ignition stays covered
    public void misuse_voids_the_warranty_for_that_fault_only() =>
        Payable(Inputs with { Works = [new("W-IGN"), new("W-FAN", 1, Misuse: true)], Parts = [new("IGN"), new("FAN", 1, Misuse: true)], Warranty = Bought("2025-03-10") }).ShouldBe("460.00");

    [Fact] // 21: bought four months ago and not proved: covered
    public void within_six_months_the_company_must_prove_misuse()
    {
        var inputs = Inputs with { Works = [new("W-FAN", 1, Misuse: true)], Parts = [new("FAN", 1, Misuse: true)], Warranty = Bought("2025-11-12") };
        Payable(inputs).ShouldBe("0.00");
        FeeCalculation.Compute(inputs, Prices).Lines[^1].Rule.ShouldBe(CoverRule.MisuseNotProved);
    }

    [Fact] // 22: proved: 50 + 150 + 260
    public void misuse_that_is_proved_within_six_months_is_paid() =>
        Payable(Inputs with { Works = [new("W-FAN", 1, true, true)], Parts = [new("FAN", 1, true, true)], Warranty = Bought("2025-11-12") }).ShouldBe("460.00");

    [Fact] // 23: six months and a day after purchase a finding is enough
    public void after_six_months_a_finding_of_misuse_is_enough() =>
        Payable(Inputs with { Works = [new("W-FAN", 1, true)], Parts = [new("FAN", 1, true)], Warranty = Bought("2025-09-10") }).ShouldBe("460.00");

    [Theory]
    [InlineData("2025-12-11", "0.00")]   // 24 the ninetieth day after 11 December is 11 March
    [InlineData("2025-12-10", "198.50")] // 25 the ninety-first
    public void a_repeat_inside_the_repair_warranty_costs_nothing(string repaired, string expected) => Payable(Inputs with
    {
        Works = [new("W-IGN")], Parts = [new("IGN")],
        Warranty = new WarrantyFacts { Earlier = [new(DateOnly.Parse(repaired, System.Globalization.CultureInfo.InvariantCulture), "E0", ["W-IGN"], [], SameFault: true)] },
    }).ShouldBe(expected);

    [Fact] // 26: the fan replaced 30 days ago is free, the ignition is not: 50 + 60 + 88.50 + (fan 0) + (work on the fan 0)
    public void the_repair_warranty_holds_for_the_part_and_the_work_of_the_earlier_repair() => Payable(Inputs with
    {
        Works = [new("W-IGN"), new("W-FAN")], Parts = [new("IGN"), new("FAN")],
        Warranty = new WarrantyFacts { Earlier = [new(new DateOnly(2026, 2, 9), "E4", ["W-FAN"], ["FAN"])] },
    }).ShouldBe("198.50");

    [Fact] // 27: 50 + 0.333 x 120 = 39.96 + 345.67 + 2.15 m x 12.35 = 26.5525, rounded 26.55 + at height 80
    public void each_line_is_rounded_half_up_to_the_fen() =>
        Payable(Inputs with { Works = [new("W-ODD")], Parts = [new("CTRL")], Materials = [new("PIPE", 2.15m)], AtHeight = true }).ShouldBe("542.18");

    [Fact] // 28: 0.5 m x 12.35 = 6.175: half up is 6.18; bankers' rounding would give 6.18 as well, so 1.5 x 12.35 = 18.525 too: 18.53
    public void half_a_fen_goes_up()
    {
        Payable(Inputs with { Materials = [new("PIPE", 0.5m)] }).ShouldBe("56.18");
        Payable(Inputs with { Materials = [new("PIPE", 1.5m)] }).ShouldBe("68.53");
    }

    [Fact] // 29: 198.50 - 20
    public void a_discount_has_a_reason_and_is_a_line_of_its_own()
    {
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], Discount = new(20, "goodwill") }).ShouldBe("178.50");
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Discount = new(20, "") })).Key.ShouldBe("Fees.DiscountReason");
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Discount = new(50.01m, "goodwill") })).Key.ShouldBe("Fees.DiscountTooMuch");
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Discount = new(-1, "goodwill") })).Key.ShouldBe("Fees.DiscountAmount");
    }

    [Fact] // 30: 198.50 worked out, 180 accepted
    public void nobody_pays_above_the_accepted_quote() =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], Cap = 180 }).ShouldBe("180.00");

    [Fact] // 31: base 50 -> 60 between receipt and visit: the list decides, not the day of the request
    public void the_prices_are_those_of_the_list_that_is_given()
    {
        var raised = Prices with { CallOut = Prices.CallOut with { Base = 60 }, LabourPerHour = 130 };
        FeeCalculation.Compute(Inputs with { Works = [new("W-IGN")] }, raised).Payable.ToString().ShouldBe("125.00"); // 60 + 0.5 x 130
        Payable(Inputs with { Works = [new("W-IGN")] }).ShouldBe("110.00");                                            // 50 + 0.5 x 120
    }

    [Fact] // 32: the agreement pays way and labour; the part is paid: 88.50
    public void an_agreement_covers_the_kinds_that_it_names() =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], AgreementCovers = [FeeKind.CallOut, FeeKind.Labour], Agreement = "AG-1" }).ShouldBe("88.50");

    [Theory]
    [InlineData(10, "178.65")]  // 33 198.50 - 19.85
    [InlineData(15, "168.72")]  // 34 198.50 - 29.775, half a fen goes up: 29.78
    [InlineData(33, "132.99")]  // 35 198.50 - 65.505, half a fen goes up: 65.51
    [InlineData(100, "0.00")]   // 36 all of it
    public void an_agreement_takes_its_percent_off_what_is_payable_on_a_line_of_its_own(int percent, string expected)
    {
        var note = FeeCalculation.Compute(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], AgreementPercent = percent, Agreement = "AG-1" }, Prices);
        note.Payable.ToString().ShouldBe(expected);
        note.Lines.Count(l => l.Kind == FeeKind.Discount).ShouldBe(1);
        note.Lines[^1].Detail.ShouldBe($"AG-1 {percent} %");
    }

    [Fact] // 37: the agreement pays way and labour, 10 % off the part: 88.50 - 8.85
    public void what_an_agreement_covers_is_not_discounted_again() =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], AgreementCovers = [FeeKind.CallOut, FeeKind.Labour], AgreementPercent = 10, Agreement = "AG-1" }).ShouldBe("79.65");

    [Fact] // 38: covered by the warranty, nothing is left to take 10 % off
    public void nothing_off_nothing_is_no_line()
    {
        var note = FeeCalculation.Compute(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], Warranty = Bought("2025-03-10"), AgreementPercent = 10, Agreement = "AG-1" }, Prices);
        (note.Payable.ToString(), note.Lines.Any(l => l.Kind == FeeKind.Discount)).ShouldBe(("0.00", false));
    }

    [Fact] // 39: 198.50 - 19.85 by agreement - 20 goodwill = 158.65; 150 was accepted
    public void agreement_then_goodwill_then_the_accepted_quote() =>
        Payable(Inputs with { Works = [new("W-IGN")], Parts = [new("IGN")], AgreementPercent = 10, Agreement = "AG-1", Discount = new(20, "goodwill"), Cap = 150 }).ShouldBe("150.00");

    [Theory]
    [InlineData("12", "8", false)] // exactly 1.5
    [InlineData("12.1", "8", true)]
    public void a_distance_over_one_and_a_half_times_the_straight_line_is_flagged(string km, string straight, bool flagged) =>
        FeeCalculation.Compute(Inputs with { Km = decimal.Parse(km, System.Globalization.CultureInfo.InvariantCulture), StraightKm = decimal.Parse(straight, System.Globalization.CultureInfo.InvariantCulture) }, Prices)
            .IsDistanceFlagged.ShouldBe(flagged);

    [Fact]
    public void quantities_below_one_distances_below_zero_and_unknown_codes_are_refused()
    {
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Parts = [new("IGN", -1)] })).Key.ShouldBe("Fees.Quantity");
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Parts = [new("IGN", 0)] })).Key.ShouldBe("Fees.Quantity");
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Materials = [new("PIPE", -0.5m)] })).Key.ShouldBe("Fees.Quantity");
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Km = -1 })).Key.ShouldBe("Fees.Km");
        Should.Throw<RuleViolation>(() => Payable(Inputs with { Parts = [new("NONE")] })).Key.ShouldBe("Fees.UnknownPart");
    }

    [Theory]
    [InlineData("2025-06-01", "2025-01-01", "2024-01-01", TermBasis.Purchase, "2027-06-01")]
    [InlineData(null, "2025-01-01", "2024-01-01", TermBasis.Installation, "2027-01-01")]
    [InlineData(null, null, "2024-11-30", TermBasis.Production, "2027-02-28")] // 30 November + 3 months = 28 February, + 24 months
    internal void the_term_runs_from_purchase_else_installation_else_production_and_three_months(string? bought, string? installed, string produced, TermBasis basis, string until)
    {
        static DateOnly? Parse(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var warranty = new Warranty(new WarrantyFacts { PurchasedOn = Parse(bought), InstalledOn = Parse(installed), ProducedOn = Parse(produced), Terms = [new("fan", 24, "card")] }, new WarrantyNumbers());
        warranty.Decide("fan", Day, false, false).ShouldBe(new WarrantyDecision(true, CoverRule.InTerm, basis, Parse(until), "card"));
        (warranty with { Facts = warranty.Facts with { ExchangedOn = new DateOnly(2026, 1, 31) } }).LastDay("fan").ShouldBe(new DateOnly(2028, 1, 31));
        warranty.Decide("tank", Day, false, false).Rule.ShouldBe(CoverRule.NoTerm);
        (warranty with { Facts = new WarrantyFacts { Terms = warranty.Facts.Terms } }).Decide("fan", Day, false, false).Rule.ShouldBe(CoverRule.NoDate);
    }

    [Fact]
    public void two_repairs_of_the_same_fault_inside_the_term_make_exchange_or_refund_due()
    {
        var facts = Bought("2025-03-10") with { Earlier = [new(new DateOnly(2025, 8, 1), "E4", [], []), new(new DateOnly(2025, 10, 1), "E0", [], [])] };
        var inputs = Inputs with { FaultCode = "E4", Works = [new("W-FAN")], Warranty = facts };
        FeeCalculation.Compute(inputs, Prices).IsExchangeDue.ShouldBeFalse();
        FeeCalculation.Compute(inputs with { Warranty = facts with { Earlier = [.. facts.Earlier, new(new DateOnly(2026, 2, 1), "E4", [], [])] } }, Prices).IsExchangeDue.ShouldBeTrue();
    }

    static readonly Gen<FeeInputs> AnyInputs =
        from km in Gen.Int[0, 3000] from straight in Gen.Int[0, 200] from minutes in Gen.Int[0, 600] from band in Gen.Int[0, 3] from high in Gen.Bool
        from works in Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], Gen.Bool, Gen.Bool, (i, n, m, p) => new WorkDone(Prices.Works[i].Code, n, m, p)).Array[0, 3]
        from parts in Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Bool, Gen.Bool, (i, n, m, p) => new PartUsed(Prices.Parts[i].Code, n, m, p)).Array[0, 3]
        from materials in Gen.Select(Gen.Int[0, 1], Gen.Int[1, 999], (i, n) => new MaterialUsed(Prices.Materials[i].Code, n / 100m)).Array[0, 2]
        from bought in Gen.Int[0, 1500] from repaired in Gen.Int[1, 200] from same in Gen.Bool from cap in Gen.Int[0, 100_000]
        select new FeeInputs
        {
            Day = Day, Band = (TimeBand)band, Km = km / 10m, StraightKm = straight, Minutes = minutes, AtHeight = high, Works = works, Parts = parts, Materials = materials, Cap = cap / 100m,
            Warranty = new WarrantyFacts
            {
                PurchasedOn = Day.AddDays(-bought), Terms = [new("ignition", 24, "card"), new("fan", 12, "card"), new("control", 36, "card")],
                Earlier = [new(Day.AddDays(-repaired), "E0", ["W-IGN"], ["FAN"], same)],
            },
        };

    [Fact]
    public void a_note_made_again_from_what_was_kept_is_equal_to_the_fen() => AnyInputs.Sample(inputs =>
    {
        var note = FeeCalculation.Compute(inputs, Prices);
        var again = FeeCalculation.Compute(FeeJson.Read<FeeInputs>(FeeJson.Write(inputs)), FeeJson.Read<PriceSheet>(FeeJson.Write(Prices)));
        again.Lines.ShouldBe(note.Lines);
        again.Payable.ShouldBe(note.Payable);
        note.Payable.Fen.ShouldBe(note.Lines.Where(l => !l.IsCovered).Sum(l => l.Amount.Fen));
        (note.Payable <= Money.From(inputs.Cap!.Value)).ShouldBeTrue();
        (note.Payable >= Money.Zero).ShouldBeTrue();
    }, iter: 3000);
}
