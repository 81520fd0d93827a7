using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Parts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using CsCheck;
using static AfterSales.UnitTests.Kernel.Times;

namespace AfterSales.UnitTests.Service;

/// <summary>Parts on their way, in vans and back to the brand; instruments and recalls.</summary>
public sealed class KeepingParts
{
    static readonly Actor Keeper = new("1", "周敏");
    static readonly OrderRules Rules = new(new PolicyVersion<SlaPolicy>(0, DateTime.MinValue, new SlaPolicy()), China);
    static readonly DateOnly Day = new(2025, 11, 12);

    static ServiceOrder Order() => ServiceOrder.Receive(new Intake { ReceivedAt = At("2025-11-10 09:00"), Kind = OrderKind.Repair, Channel = OrderChannel.Phone }, Rules, Keeper);

    static PartRequest Asked() => PartRequest.Ask(Order(), "IGN", "点火针", 1, null, At("2025-11-12 10:00"), Keeper);

    static void Refused(string key, Action act) => Should.Throw<RuleViolation>(act).Key.ShouldBe(key);

    [Fact]
    public void a_part_is_asked_ordered_and_arrives()
    {
        var request = Asked();
        request.PlaceOrder("晨光配件中心", "PO1", Day.AddDays(2), Day, At("2025-11-12 11:00"), Keeper);
        (request.State, request.IsLate(Day.AddDays(2)), request.IsLate(Day.AddDays(3))).ShouldBe((PartRequestState.Ordered, false, true)); // promised for the fourteenth: late from the fifteenth on
        request.Arrive(At("2025-11-15 09:00"), Keeper);
        (request.State, request.IsLate(Day.AddDays(9))).ShouldBe((PartRequestState.Arrived, false));
        Refused("Parts.Request.Ended", () => request.Arrive(At("2025-11-15 10:00"), Keeper));
    }

    [Fact]
    public void its_arrival_ends_no_pause()
    {
        var order = Order();
        order.Respond(At("2025-11-10 10:00"), At("2025-11-12 14:00"), At("2025-11-12 16:00"), "维修", Rules, Keeper);
        order.PauseClock("waiting_for_part", At("2025-11-12 10:00"), null, null, At("2025-11-12 10:00"), Rules, Keeper);
        PartRequest.Ask(order, "IGN", null, 1, null, At("2025-11-12 10:00"), Keeper).Arrive(At("2025-11-13 09:00"), Keeper);
        order.OpenPause.ShouldNotBeNull();
    }

    [Fact]
    public void what_is_no_request_is_refused()
    {
        Refused("Parts.Request.PartMissing", () => PartRequest.Ask(Order(), " ", null, 1, null, At("2025-11-12 10:00"), Keeper));
        Refused("Visits.Part.Quantity", () => PartRequest.Ask(Order(), "IGN", null, -1, null, At("2025-11-12 10:00"), Keeper));
        Refused("Parts.Request.SupplierMissing", () => Asked().PlaceOrder("", null, null, Day, At("2025-11-12 11:00"), Keeper));
        Refused("Parts.Request.ExpectedPast", () => Asked().PlaceOrder("晨光", null, Day.AddDays(-1), Day, At("2025-11-12 11:00"), Keeper));
        Refused("Requests.ReasonMissing", () => Asked().Cancel(null, At("2025-11-12 11:00")));
    }

    [Fact]
    public void a_van_counts_what_is_loaded_used_and_put_back()
    {
        var stock = VanStock.Open(1, "IGN", "点火针", 3, 2, At("2025-11-12 08:00"), Keeper);
        stock.Move(StockMoveKind.Used, 2, "SO-1", At("2025-11-12 10:00"), Keeper);
        (stock.Count, stock.IsLow).ShouldBe((1, true));
        stock.Move(StockMoveKind.PutBack, 1, "SO-1", At("2025-11-12 10:05"), Keeper);
        (stock.Count, stock.IsLow).ShouldBe((2, false));
        stock.Move(StockMoveKind.Counted, 7, null, At("2025-11-12 18:00"), Keeper);
        stock.Moves.Select(m => m.Change).ShouldBe([3, -2, 1, 5]);
        Refused("Parts.Van.Amount", () => stock.Move(StockMoveKind.Loaded, -1, null, At("2025-11-12 18:00"), Keeper));
    }

    [Fact]
    public void a_van_holds_what_its_moves_add_up_to() =>
        Gen.Select(Gen.Int[0, 4].Select(i => (StockMoveKind)i), Gen.Int[1, 20]).Array[0, 30].Sample(moves =>
        {
            var stock = VanStock.Open(1, "IGN", null, 5, 0, At("2025-11-12 08:00"), Keeper);
            foreach (var (kind, amount) in moves) stock.Move(kind, amount, null, At("2025-11-12 09:00"), Keeper);
            return stock.Count == stock.Moves.Sum(m => m.Change);
        });

    [Fact]
    public void an_instrument_is_overdue_from_the_day_after_its_last()
    {
        var instrument = Instrument.Register("GP-01", "燃气压力计", null, null, new DateOnly(2024, 11, 12), Day, null, At("2025-11-12 08:00"));
        (instrument.IsOverdue(Day), instrument.IsOverdue(Day.AddDays(1))).ShouldBe((false, true));
        instrument.Calibrate(Day, Day.AddYears(1), "JZ-2", Day);
        instrument.IsOverdue(Day.AddDays(1)).ShouldBeFalse();
        Refused("Parts.Instrument.DueBefore", () => instrument.Calibrate(Day, Day, null, Day));
        Refused("Parts.Instrument.InFuture", () => instrument.Calibrate(Day.AddDays(1), Day.AddYears(1), null, Day));
    }

    [Theory]
    [InlineData("SN0100", true)]
    [InlineData("SN0199", true)]
    [InlineData("SN0099", false)]
    [InlineData("SN0200", false)]
    [InlineData("SN15", false)] // shorter: not between, whatever its signs say
    [InlineData("SN01500", false)]
    [InlineData(null, false)]
    public void a_recall_covers_serials_of_its_length_between_its_ends(string? serial, bool covered) => Recalled().Covers(7, serial).ShouldBe(covered);

    [Fact]
    public void a_recall_is_for_one_model_and_done_once_for_each_unit()
    {
        var recall = Recalled();
        recall.Covers(8, "SN0100").ShouldBeFalse();
        var unit = Appliance.Register(null, 7, "SN0150", null, null, At("2025-11-12 08:00"));
        recall.IsOpenFor(unit).ShouldBeTrue();
        recall.Done(unit, "SO-1", At("2025-11-12 10:00"), Keeper);
        recall.IsOpenFor(unit).ShouldBeFalse();
        Refused("Parts.Recall.DoneAlready", () => recall.Done(unit, null, At("2025-11-12 11:00"), Keeper));
        Refused("Parts.Recall.NotCovered", () => recall.Done(Appliance.Register(null, 7, "SN0500", null, null, At("2025-11-12 08:00")), null, At("2025-11-12 11:00"), Keeper));
    }

    [Theory]
    [InlineData("SN0200", "SN0100", "Parts.Recall.Order")]
    [InlineData("SN1", "SN100", "Parts.Recall.Lengths")]
    public void a_range_goes_upwards_among_equal_lengths(string from, string to, string key) => Refused(key, () => Recall.Start("ZH-1", "线束", "更换", 7, from, to, Day, At("2025-11-12 08:00")));

    static Recall Recalled() => Recall.Start("ZH-1", "更换线束", "更换", 7, "SN0100", "SN0199", Day, At("2025-11-12 08:00"));

    [Fact]
    public void an_exchanged_unit_says_which_one_it_replaced_and_when()
    {
        var unit = Appliance.Register(null, 7, "SN-NEW", null, new DateOnly(2024, 5, 1), At("2025-11-12 08:00"));
        Refused("Products.Dates.Exchanged", () => unit.Date(unit.PurchasedOn, null, null, "SN-OLD", null));
        Refused("Products.Dates.Installed", () => unit.Date(new DateOnly(2024, 5, 1), new DateOnly(2024, 4, 30), null, null, null));
        Refused("Products.Dates.Produced", () => unit.Date(new DateOnly(2024, 5, 1), null, new DateOnly(2024, 5, 2), null, null));
        unit.Date(new DateOnly(2024, 5, 1), null, null, "SN-OLD", Day);
        (unit.ReplacesSerial, unit.ExchangedOn).ShouldBe(("SN-OLD", Day));
    }
}

/// <summary>Visits in a calendar program, by RFC 5545.</summary>
public sealed class VisitsInACalendar
{
    static readonly DateTime Now = new(2026, 3, 11, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void one_event_for_each_visit_in_utc_with_special_signs_escaped()
    {
        var id = new Guid("0198b7d2-1111-7222-8333-444455556666");
        VisitCalendar.Of("赵强", [new CalendarEvent(id, Now.AddHours(1), Now.AddHours(3), "SO-1 维修, 急; a\\b", "人民路 1 号", true)], Now).ShouldBe(string.Join("\r\n",
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//AfterSales//Visits//EN", "X-WR-CALNAME:赵强", "BEGIN:VEVENT", "UID:0198b7d2111172228333444455556666@aftersales", "DTSTAMP:20260311T010000Z", "DTSTART:20260311T020000Z",
            "DTEND:20260311T040000Z", @"SUMMARY:SO-1 维修\, 急\; a\\b", "LOCATION:人民路 1 号", "STATUS:CANCELLED", "END:VEVENT", "END:VCALENDAR", ""));
    }

    [Fact]
    public void no_line_is_longer_than_75_octets_and_no_sign_is_cut() => Gen.Int[0x4E00, 0x9FA5].Select(c => (char)c).Array[0, 200].Select(signs => new string(signs)).Sample(title =>
    {
        var file = VisitCalendar.Of("x", [new CalendarEvent(Guid.Empty, Now, Now, title, null, false)], Now);
        return file.Split("\r\n").All(l => System.Text.Encoding.UTF8.GetByteCount(l) <= 75) && file.Replace("\r\n ", "", StringComparison.Ordinal).Contains("SUMMARY:" + title, StringComparison.Ordinal);
    });
}
