using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Bogus;

namespace AfterSales.Service.Demo;

/// <summary>
/// Lives one order from receipt to close, act by act, through the same methods that people's clicks call. What would happen after the end of
/// the demo's time does not happen: that is where open orders come from.
/// </summary>
internal sealed class DemoStory(Faker faker, ICompany company, OrderRulebook rulebook, DemoCast cast, DemoVisits visits, DateTime end, DateOnly badMonth, long contractId, DemoLeaflets leaflets)
{
    static readonly Actor[] Dispatchers = [new("demo-dispatcher-1", "周敏"), new("demo-dispatcher-2", "吴倩")];

    /// <summary>What is rare and must be seen in the smallest company comes every so many orders, at the first that fits.</summary>
    const int OrdersPerUnreachable = 90, OrdersPerLongPause = 120;

    int _sinceUnreachable = OrdersPerUnreachable / 2, _sinceLongPause = OrdersPerLongPause / 2;

    /// <summary>Orders of the bad month so far, of the bad team and of the others: five of six and one of six are answered late, however few there are.</summary>
    int _ofBadTeam, _ofOthers;

    sealed class EndOfTime : Exception;

    /// <summary>An evening visit on the demo's last day: at midnight the technician is on the way, or at work.</summary>
    public ServiceOrder TellOfLastEvening(DemoHousehold home, bool arrives)
    {
        var (dispatcher, received) = (faker.Random.ArrayElement(Dispatchers), end.AddMinutes(-faker.Random.Int(280, 400)).CutToMilliseconds());
        var rules = rulebook.InForceAt(received);
        var order = Receive(home, OrderKind.Repair, home.Model.FaultCodes.Where(f => !f.IsSafety).MinBy(f => f.Code, StringComparer.Ordinal), received, rules, dispatcher);
        var window = end.AddMinutes(-30);
        order.Respond(received.AddMinutes(faker.Random.Int(10, 60)), window, window.AddHours(1), $"已确认{home.Customer.Address}，客户晚上在家", rules, dispatcher);
        var technician = TechnicianFor(home);
        var actor = new Actor("demo-" + technician.Code, technician.Name);
        order.Assign(technician, cast.Clear(technician, home.Model, company.LocalDay(window)), received.AddMinutes(faker.Random.Int(65, 80)), dispatcher);
        var departs = end.AddMinutes(-faker.Random.Int(25, 35)).CutToMilliseconds();
        var visit = visits.Begin(order, 1, departs);
        visit.Depart(new Moment(departs, departs, null, null, ByDoer: true), visits.Rules(order, home.Model, rules, departs), actor);
        if (!arrives) return order;
        var there = end.AddMinutes(-faker.Random.Int(3, 14)).CutToMilliseconds();
        visit.Arrive(new Moment(there, there, null, null, ByDoer: true), false, visits.Qualify(technician, home.Model, there), visits.Rules(order, home.Model, rules, there), actor);
        return order;
    }

    /// <summary>A visit agreed for the day after the demo's last: what a technician sees in the morning.</summary>
    /// <param name="technician">Null: agreed, and nobody sent yet.</param>
    /// <param name="hour">Local hour at which the hour and a half agreed begins.</param>
    /// <returns>Null where the technician has no certificate for what the household has.</returns>
    public ServiceOrder? TellOfNextDay(DemoHousehold home, Technician? technician, int hour)
    {
        var window = end.AddHours(hour);
        if (technician is not null && !cast.Clear(technician, home.Model, company.LocalDay(window)).IsCertified) return null;
        var (dispatcher, received) = (faker.Random.ArrayElement(Dispatchers), end.AddMinutes(-faker.Random.Int(400, 500)).CutToMilliseconds());
        var rules = rulebook.InForceAt(received);
        var order = Receive(home, OrderKind.Repair, home.Model.FaultCodes.Where(f => !f.IsSafety).MinBy(f => f.Code, StringComparer.Ordinal), received, rules, dispatcher);
        order.Respond(received.AddMinutes(faker.Random.Int(10, 60)), window, window.AddMinutes(90), $"已确认{home.Customer.Address}，约好明天上门", rules, dispatcher);
        if (technician is not null) order.Assign(technician, cast.Clear(technician, home.Model, company.LocalDay(window)), received.AddMinutes(faker.Random.Int(65, 80)), dispatcher);
        return order;
    }

    public ServiceOrder Tell(DemoHousehold home, DateTime receivedAt, bool isRepeat)
    {
        var dispatcher = faker.Random.ArrayElement(Dispatchers);
        var kind = isRepeat ? OrderKind.Repair : faker.Random.WeightedRandom(
            [OrderKind.Repair, OrderKind.Maintenance, OrderKind.Troubleshooting, OrderKind.Enquiry, OrderKind.TechnicalSupport, OrderKind.Installation], [0.62f, 0.12f, 0.08f, 0.08f, 0.05f, 0.05f]);
        var fault = kind is OrderKind.Repair or OrderKind.Troubleshooting ? Fault(home) : null;
        var rules = rulebook.InForceAt(receivedAt);
        var order = Receive(home, kind, fault, receivedAt, rules, dispatcher);
        try
        {
            Live(order, home, rules, dispatcher);
        }
        catch (EndOfTime)
        {
            // the rest lies in the future
        }
        return order;
    }

    ServiceOrder Receive(DemoHousehold home, OrderKind kind, Products.FaultCode? fault, DateTime receivedAt, OrderRules rules, Actor dispatcher) =>
        ServiceOrder.Receive(new Intake
        {
            ReceivedAt = receivedAt, Kind = kind, PublicId = cast.AnId(),
            Channel = faker.Random.WeightedRandom([OrderChannel.Phone, OrderChannel.Wechat, OrderChannel.Web, OrderChannel.Dealer], [0.55f, 0.25f, 0.15f, 0.05f]),
            ContractId = contractId, CustomerId = home.Customer.Id, ApplianceId = home.Appliance.Id, ModelId = home.Model.Id, ContactName = home.Customer.Name, ContactPhone = home.Phone,
            Address = home.Customer.Address, Region = home.Customer.Region, Description = fault?.Meaning ?? (kind == OrderKind.Maintenance ? "年度保养" : null),
            FaultCode = fault?.Code, Complexity = fault?.Complexity, IsSafety = fault?.IsSafety == true, Campaign = leaflets.CodeOf(receivedAt),
        }, rules, dispatcher);

    Technician TechnicianFor(DemoHousehold home) => faker.Random.ListItem([.. cast.Technicians.Where(t => t.Team == home.Team)]);

    /// <summary>An instant of the story; beyond the end of the demo nothing happens.</summary>
    DateTime At(DateTime at) => at < end ? at.CutToMilliseconds() : throw new EndOfTime();

    void Live(ServiceOrder order, DemoHousehold home, OrderRules rules, Actor dispatcher)
    {
        var bad = (Team: home.Team == DemoCast.BadTeam, Model: home.Model.Code == DemoCast.BadModel, Month: InBadMonth(order.ReceivedAt));
        if (Chance(0.03))
        {
            order.Cancel(faker.Random.ArrayElement(["customer_withdrew", "duplicate", "not_our_product"]), null, At(order.ReceivedAt.AddMinutes(faker.Random.Int(30, 600))), rules, dispatcher);
            return;
        }
        if (!order.IsSafety && Chance(0.02)) order.MarkSpecial(faker.Random.ArrayElement([.. rules.Sla.SpecialReasons.Take(4)]), At(order.ReceivedAt.AddMinutes(2)), rules, dispatcher);
        var late = bad.Month ? bad.Team ? ++_ofBadTeam % 6 != 0 : ++_ofOthers % 6 == 1 : Chance(bad.Team ? 0.05 : 0.012);
        var responds = order.IsSafety ? order.ReceivedAt.AddMinutes(faker.Random.Int(3, 14))
            : late ? order.Response.Due!.Value.AddMinutes(faker.Random.Int(20, 900)) : InOfficeHours(order.ReceivedAt.AddMinutes(Math.Exp(faker.Random.Double(1.5, 6.2))));
        if (!late && !order.IsSafety && responds > order.Response.Due) responds = order.Response.Due!.Value.AddMinutes(-faker.Random.Int(5, 60));
        if (IsUnreachable(order)) responds = TryInVain(order, home, rules, dispatcher);
        else if (Chance(0.05) && responds > order.ReceivedAt.AddHours(1))
            order.RecordAttempt(At(order.ReceivedAt.AddMinutes(faker.Random.Int(10, 50))), home.Phone, faker.Random.ArrayElement([ContactResult.NoAnswer, ContactResult.Busy]), false, null, rules, dispatcher);
        if (late && Chance(0.5)) order.TakeUrge(null, At(responds.AddMinutes(-10)), dispatcher);
        if (order.Kind is OrderKind.Enquiry or OrderKind.TechnicalSupport)
        {
            order.Respond(At(responds), null, null, "电话答复", rules, dispatcher);
            order.Complete(VisitOutcome.Fixed, "已答复", At(responds.AddMinutes(faker.Random.Int(5, 90))), rules, dispatcher);
            Close(order, responds.AddHours(faker.Random.Int(2, 20)), rules, dispatcher);
            return;
        }
        GoThere(order, home, responds, bad.Team, bad.Model, rules, dispatcher);
    }

    /// <summary>Received early enough in the day to be called three times before the evening, and due for it.</summary>
    bool IsUnreachable(ServiceOrder order) => ++_sinceUnreachable >= OrdersPerUnreachable && !order.IsSafety && company.ToLocal(order.ReceivedAt).Hour is >= 8 and <= 13;

    /// <summary>Three calls in vain and a message that arrives: the response counts as met, and the customer is reached later.</summary>
    DateTime TryInVain(ServiceOrder order, DemoHousehold home, OrderRules rules, Actor dispatcher)
    {
        _sinceUnreachable = 0;
        var at = order.ReceivedAt.AddMinutes(faker.Random.Int(15, 45));
        for (var call = 1; call <= rules.Sla.AttemptsNeeded; call++, at = at.AddHours(rules.Sla.AttemptHoursApart).AddMinutes(faker.Random.Int(1, 20)))
            order.RecordAttempt(At(at), home.Phone, ContactResult.NoAnswer, messageDelivered: call == rules.Sla.AttemptsNeeded, "已发短信", rules, dispatcher);
        return InOfficeHours(at.AddHours(faker.Random.Double(1, 20)));
    }

    /// <summary>A pause: mostly a day or three, now and then one that outlasts what the policy counts.</summary>
    (string Reason, DateTime Ends) PauseFrom(DateTime begins, bool tooLong, OrderRules rules)
    {
        if (!tooLong) return (faker.Random.WeightedRandom(["customer_later_date", "customer_absent", "waiting_for_part", "force_majeure"], [0.5f, 0.25f, 0.2f, 0.05f]), InOfficeHours(begins.AddHours(faker.Random.Double(20, 72))));
        _sinceLongPause = 0;
        var capped = rules.Sla.Pauses.Where(p => p is { StopsHandling: true, LongestDays: not null }).MinBy(p => p.LongestDays)!;
        return (capped.Code, InOfficeHours(begins.AddDays(capped.LongestDays!.Value + faker.Random.Double(0.5, 2.5))));
    }

    void GoThere(ServiceOrder order, DemoHousehold home, DateTime responds, bool badTeam, bool badModel, OrderRules rules, Actor dispatcher)
    {
        var slow = Chance(badTeam ? 0.13 : badModel ? 0.08 : 0.012);
        var window = order.IsSafety ? responds.AddMinutes(20) : InOfficeHours(responds.AddHours(slow ? faker.Random.Double(26, 60) : faker.Random.Double(1.5, order.Complexity == Complexity.Complex ? 40 : 7)), wholeHour: true);
        order.Respond(At(responds), window, window.AddHours(2), $"已确认{home.Customer.Address}，{(order.FaultCode is null ? "上门服务" : "维修 " + order.FaultCode)}", rules, dispatcher);
        var tooLong = ++_sinceLongPause >= OrdersPerLongPause && !order.IsSafety;
        if (!order.IsSafety && (tooLong || Chance(0.06)))
        {
            var pausedAt = responds.AddMinutes(faker.Random.Int(10, 60));
            var (reason, resumed) = PauseFrom(pausedAt, tooLong, rules);
            order.PauseClock(reason, At(pausedAt), null, null, At(pausedAt), rules, dispatcher);
            order.ResumeClock(At(resumed), rules, dispatcher);
            window = InOfficeHours(resumed.AddHours(faker.Random.Double(1, 8)), wholeHour: true);
            order.Reschedule(window, window.AddHours(2), true, "客户改期", null, At(resumed.AddMinutes(2)), dispatcher);
        }
        var technician = TechnicianFor(home);
        var actor = new Actor("demo-" + technician.Code, technician.Name);
        var assigned = (order.Events[^1].At > responds ? order.Events[^1].At : responds).AddMinutes(faker.Random.Int(3, 15));
        order.Assign(technician, cast.Clear(technician, home.Model, company.LocalDay(At(window))), At(assigned > window.AddMinutes(-15) ? window.AddMinutes(-15) : assigned), dispatcher);
        var departs = At(window.AddMinutes(-faker.Random.Int(10, 14)));
        var trip = visits.Made.Count(v => v.Order == order) + 1;
        var visit = visits.Begin(order, trip, departs);
        visit.Depart(visits.Stamp(departs), visits.Rules(order, home.Model, rules, departs), actor);
        var arrived = window.AddMinutes(Chance(0.05) ? faker.Random.Int(125, 200) : faker.Random.Int(-10, 110));
        Arrive(visit, home, technician, At(arrived), rules, actor);
        if (order.Complexity != Complexity.Complex && Chance(0.03) && arrived.AddMinutes(15) < order.Handling.Due)
            order.Regrade(Complexity.Complex, "现场发现需更换主要部件", At(arrived.AddMinutes(15)), rules, actor);
        if (Chance(badModel ? 0.08 : 0.02))
        {
            var ends = At(arrived.AddMinutes(40));
            visits.Work(visit, home.Model, VisitOutcome.PartNeeded, "缺配件", ends, visits.Rules(order, home.Model, rules, ends), actor);
            arrived = InOfficeHours(arrived.AddHours(faker.Random.Double(16, 50)), wholeHour: true);
            order.Reschedule(arrived, arrived.AddHours(2), true, "约定再次上门", null, At(ends.AddMinutes(5)), dispatcher);
            visit = visits.Begin(order, trip + 1, At(arrived));
            Arrive(visit, home, technician, At(arrived), rules, actor);
        }
        var outcome = faker.Random.WeightedRandom([VisitOutcome.Fixed, VisitOutcome.NoFault, VisitOutcome.Declined, VisitOutcome.Condemned], [0.93f, 0.03f, 0.03f, 0.01f]);
        var done = arrived.AddMinutes(faker.Random.Int(30, 130));
        visits.Work(visit, home.Model, outcome, outcome == VisitOutcome.Fixed ? "更换部件，试机正常" : "已告知客户", At(done), visits.Rules(order, home.Model, rules, done), actor);
        var closed = InOfficeHours(done.AddHours(faker.Random.Double(2, 40)));
        Close(order, closed, rules, dispatcher);
        if (!Chance(0.006) || order.Reopened > 0) return;
        var back = InOfficeHours(closed.AddDays(faker.Random.Double(0.5, 7)));
        order.Reopen("客户反映问题未解决", At(back), rules, dispatcher);
        GoThere(order, home, InOfficeHours(back.AddHours(faker.Random.Double(0.5, 4))), badTeam, badModel, rules, dispatcher);
    }

    void Arrive(Visit visit, DemoHousehold home, Technician technician, DateTime at, OrderRules rules, Actor actor) =>
        visit.Arrive(visits.Stamp(at), false, visits.Qualify(technician, home.Model, at), visits.Rules(visit.Order, home.Model, rules, at), actor);

    void Close(ServiceOrder order, DateTime at, OrderRules rules, Actor who) =>
        order.Close(order.HasMissedClock ? faker.Random.ListItem([.. rules.Sla.OverrunReasons]) : null, At(at), rules, who);

    Products.FaultCode Fault(DemoHousehold home)
    {
        var ordinary = home.Model.FaultCodes.Where(f => !f.IsSafety).OrderBy(f => f.Code, StringComparer.Ordinal).ToList();
        return Chance(0.008) ? home.Model.FaultCodes.First(f => f.IsSafety) : faker.Random.ListItem(ordinary);
    }

    bool Chance(double p) => faker.Random.Double() < p;

    public bool InBadMonth(DateTime at) => company.LocalDay(at) is var day && day.Year == badMonth.Year && day.Month == badMonth.Month;

    /// <summary>The same instant between 08:00 and 20:00, else 08:00 to 09:00 of the next morning.</summary>
    DateTime InOfficeHours(DateTime utc, bool wholeHour = false)
    {
        var local = company.ToLocal(utc);
        if (local.Hour >= 20) local = local.Date.AddDays(1).AddHours(8).AddMinutes(faker.Random.Int(5, 55));
        else if (local.Hour < 8) local = local.Date.AddHours(8).AddMinutes(faker.Random.Int(5, 55));
        if (wholeHour) local = local.Date.AddHours(local.Hour + 1);
        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), company.Zone);
    }
}
