using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Settlement;
using Bogus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Demo;

/// <summary>The demo company's money: price lists with notices, quotes, signed notes, payments, matched bills, refunds, statements. Random numbers of its own, so that orders stay as they are.</summary>
internal sealed class DemoMoney(IServiceScopeFactory scopes, ICompany company) : IDemoPart
{
    const int Chunk = 500;
    static readonly Actor Manager = new("demo-manager", "陈立"), Cashier = new("demo-cashier", "郑洁");
    static readonly FeePolicy Policy = new();

    /// <summary>What a run carries along.</summary>
    sealed record Run(Randomizer Random, DateTime End, IReadOnlyList<PriceList> Lists, IReadOnlyList<GroupTerm> Terms, Dictionary<long, Technician> Technicians, Dictionary<long, (ProductType? Type, DateOnly? Bought)> Appliances)
    {
        public Dictionary<long, List<(long Order, EarlierRepair Repair)>> Repairs { get; } = [];
        public bool Chance(double p) => Random.Double() < p;
        public Guid AnId() => new(Random.Bytes(16));
        public PriceList ListOn(DateOnly day) => Lists.Last(l => l.EffectiveFrom <= day);
    }

    public int Order => 20;

    public async Task<bool> HasDataAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<PriceList>().AnyAsync(ct);
    }

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var run = await PrepareAsync(plan, ct);
        for (long last = 0; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            db.TellsNobody = true; // its papers are made with the other papers of the demo, at their own time
            var orders = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.Id > last).OrderBy(o => o.Id).Take(Chunk).ToListAsync(ct);
            if (orders.Count == 0) break;
            await TellAsync(db, run, orders, ct);
            last = orders[^1].Id;
        }
        await StatementsAsync(plan, run, ct);
        return 0;
    }

    async Task<Run> PrepareAsync(DemoPlan plan, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        db.TellsNobody = true;
        var (random, calendar) = (new Randomizer(plan.Seed + 1), company.CalendarAt(DateTime.UnixEpoch));
        List<PriceList> lists = [Published(null, plan.From.AddDays(-200), 0)];
        var announced = plan.From.AddMonths(8);
        if (announced < plan.Until) lists.Add(Published(announced, Policy.Announcement.EarliestEffectiveDay(announced, calendar).AddDays(2), 1));
        if (plan.Until.AddDays(-12) is var soon && soon > announced) lists.Add(Published(soon, Policy.Announcement.EarliestEffectiveDay(soon, calendar).AddDays(4), 2));
        db.AddRange(lists);
        var terms = DemoPrices.Terms(plan.From.AddYears(-6));
        db.AddRange(terms);
        await db.SaveChangesAsync(ct);
        var end = calendar.EndOf(plan.Until);
        foreach (var list in lists.Skip(1)) await NoticesAsync(db, list, random, end, ct);
        var types = await db.Set<ProductModel>().ToDictionaryAsync(m => m.Id, m => m.Type, ct);
        var appliances = await db.Set<Appliance>().AsNoTracking().Select(a => new { a.Id, a.ModelId, a.PurchasedOn }).ToListAsync(ct);
        return new Run(random, end, lists, [.. terms.Select(t => new GroupTerm(t.Group, t.Months, t.Source))], await db.Set<Technician>().AsNoTracking().ToDictionaryAsync(t => t.Id, ct),
            appliances.ToDictionary(a => a.Id, a => (a.ModelId is { } model ? types[model] : null, a.PurchasedOn)));

        PriceList Published(DateOnly? on, DateOnly effective, int raised)
        {
            var today = on ?? effective;
            var at = calendar.StartOf(today).AddHours(2);
            var list = PriceList.Draft($"{effective.Year} 年收费标准", DemoPrices.Sheet(raised), at);
            list.Publish(effective, today, Policy.Announcement, calendar, isFirst: on is null, at, Manager);
            list.NoticesMade(at);
            return list;
        }
    }

    async Task NoticesAsync(ServiceDbContext db, PriceList list, Randomizer random, DateTime end, CancellationToken ct)
    {
        var (at, calendar) = (list.PublishedAt!.Value, company.CalendarAt(DateTime.UnixEpoch));
        foreach (var customer in await db.Set<Appliance>().Where(a => a.CustomerId != null).Select(a => a.CustomerId!.Value).Distinct().OrderBy(id => id).ToListAsync(ct))
        {
            var notice = new PriceNotice { PublicId = new Guid(random.Bytes(16)), PriceListId = list.Id, CustomerId = customer, EffectiveFrom = list.EffectiveFrom!.Value, QueuedAt = at };
            var (fate, told) = (random.Double(), at.AddMinutes(random.Int(1, 600)).CutToMilliseconds());
            if (fate > 0.985) notice.Report(NoticeState.NoAddress, at, Policy.Announcement, calendar);
            else if (fate > 0.97) notice.Report(NoticeState.Failed, told, Policy.Announcement, calendar);
            else if ((fate > 0.955 ? told.AddDays(9) : told) is var delivered && delivered < end) notice.Report(NoticeState.Delivered, delivered, Policy.Announcement, calendar);
            db.Add(notice);
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    async Task TellAsync(ServiceDbContext db, Run run, List<ServiceOrder> orders, CancellationToken ct)
    {
        List<(ServiceOrder Order, OrderAccount Account)> told = [];
        List<(ServiceOrder Order, WorkedOut Worked, Quote? Quote)> visits = [];
        foreach (var order in orders.Where(o => o is { CompletedAt: not null, Visits: > 0, TechnicianId: not null, ArrivedAt: not null }))
        {
            var worked = WorkOut(order, run);
            visits.Add((order, worked, Quoted(order, worked, run)));
        }
        db.AddRange(visits.Select(v => v.Quote).OfType<Quote>());
        await db.SaveChangesAsync(ct); // notes refer to their quotes
        foreach (var (order, worked, quote) in visits)
        {
            var (actor, at) = (ActorOf(order, run), order.CompletedAt!.Value);
            var note = FeeNote.Issue(order.Id, worked.List, worked.Inputs, worked.Result, quote, at, actor, run.AnId());
            var account = OrderAccount.Of(order);
            account.Charge(note);
            Sign(note, account, order, run);
            Pay(account, at, actor, run);
            db.AddRange(note, account);
            told.Add((order, account));
        }
        await db.SaveChangesAsync(ct);
        await MatchAsync(db, run, [.. told.SelectMany(t => t.Account.Payments)], ct);
        foreach (var (order, account) in told) GiveBack(order, account, run);
        await db.SaveChangesAsync(ct);
        foreach (var (_, account) in told) Execute(account, run);
        await db.SaveChangesAsync(ct);
    }

    static Actor ActorOf(ServiceOrder order, Run run) => run.Technicians[order.TechnicianId!.Value] is var t ? new Actor("demo-" + t.Code, t.Name) : default;

    WorkedOut WorkOut(ServiceOrder order, Run run)
    {
        var arrived = order.ArrivedAt!.Value;
        var day = company.LocalDay(arrived);
        var (type, bought) = order.ApplianceId is { } id ? run.Appliances[id] : (null, null);
        var repairs = order.ApplianceId is { } appliance ? run.Repairs.TryGetValue(appliance, out var known) ? known : run.Repairs[appliance] = [] : [];
        var (work, part) = order.Outcome == VisitOutcome.Fixed ? DemoPrices.Needed(order.Kind, type, order.FaultCode) : (null, null);
        var km = run.Random.Int(20, 260) / 10m;
        var misuse = part is not null && run.Chance(0.015);
        var inputs = new FeeInputs
        {
            Day = day, Band = Policy.BandAt(arrived, company.CalendarAt(DateTime.UnixEpoch)), Km = km, KmSource = DistanceSource.Odometer, StraightKm = decimal.Round(km * 0.75m, 1), Minutes = (int)(order.CompletedAt!.Value - arrived).TotalMinutes,
            FaultCode = order.FaultCode, Works = work is null ? [] : [new WorkDone(work, 1, misuse, misuse)], Parts = part is null ? [] : [new PartUsed(part, 1, misuse, misuse)],
            Materials = order.Kind == OrderKind.Installation ? [new MaterialUsed("PIPE", 1.5m)] : [],
            Warranty = new WarrantyFacts { PurchasedOn = bought <= day ? bought : null, Terms = run.Terms, Earlier = [.. repairs.Select(r => r.Repair with { SameFault = r.Order == order.RepeatOfId && !order.RepeatUnrelated })] },
        };
        if (order is { Kind: OrderKind.Repair, Outcome: VisitOutcome.Fixed }) repairs.Add((order.Id, new EarlierRepair(company.LocalDay(order.CompletedAt.Value), order.FaultCode, work is null ? [] : [work], part is null ? [] : [part])));
        var list = run.ListOn(day);
        var result = FeeCalculation.Compute(inputs, list.Sheet);
        if (result.Payable > Money.From(100) && run.Chance(0.04)) result = FeeCalculation.Compute(inputs = inputs with { Discount = new Discount(20, "regular_customer") }, list.Sheet);
        return new WorkedOut(list, inputs, result);
    }

    static Quote? Quoted(ServiceOrder order, WorkedOut worked, Run run)
    {
        if (worked.Result.Payable <= Money.Zero || (worked.Inputs.Works.Count == 0 && worked.Inputs.Materials.Count == 0)) return null;
        var quote = Quote.Offer(order.Id, worked.List, worked.Inputs, worked.Result, order.ArrivedAt!.Value, ActorOf(order, run), run.AnId());
        quote.Accept(order.ContactName ?? "客户", AcceptedBy.Signature, Strokes(run), order.ArrivedAt.Value);
        return quote;
    }

    static void Sign(FeeNote note, OrderAccount account, ServiceOrder order, Run run)
    {
        var fate = run.Random.Double();
        if (fate > (order.Team == DemoCast.BadTeam ? 0.97 : 0.995)) return;
        if (fate > (order.Team == DemoCast.BadTeam ? 0.95 : 0.99)) note.RefuseSignature(run.Random.ListItem([.. Policy.UnsignedReasons]), Policy, order.CompletedAt!.Value);
        else note.Sign(new Signing(order.ContactName ?? "客户", run.Chance(0.8) ? SignerRelation.Self : SignerRelation.Family, run.Chance(0.995) ? Strokes(run) : null, note.Hash), order.CompletedAt!.Value);
        account.Signed(note);
    }

    static string Strokes(Run run) => SignedStrokes.Read(FormattableString.Invariant($"[{{\"points\":[{string.Join(',', Enumerable.Range(0, 8).Select(i => FormattableString.Invariant($"{{\"x\":{20 + i * 14},\"y\":{run.Random.Int(12, 48)}}}")))}]}}]"))!;

    static void Pay(OrderAccount account, DateTime at, Actor actor, Run run)
    {
        if (account.Open <= Money.Zero || run.Chance(0.01)) return;
        var method = run.Random.WeightedRandom([PaymentMethod.WechatPay, PaymentMethod.Alipay, PaymentMethod.Cash, PaymentMethod.BankTransfer], [0.55f, 0.25f, 0.17f, 0.03f]);
        account.Take(method, account.Open, method == PaymentMethod.Cash ? null : run.Random.Digits(20) is var digits ? string.Concat(digits) : null, at, actor);
    }

    /// <summary>Next morning the cashier imports the bills and takes the cash in; a few payments are found late, a few not at all.</summary>
    async Task MatchAsync(ServiceDbContext db, Run run, List<Payment> payments, CancellationToken ct)
    {
        List<(Payment Payment, BillRow Row)> rows = [];
        List<(Payment Payment, DateTime At)> cash = [];
        foreach (var payment in payments)
        {
            var fate = run.Random.Double();
            var at = company.CalendarAt(DateTime.UnixEpoch).EndOf(company.LocalDay(payment.PaidAt)).AddHours(fate > 0.99 ? 9 + 72 : 9);
            if (fate > 0.997 || at >= run.End) continue;
            if (payment.Method == PaymentMethod.Cash) cash.Add((payment, at));
            else
                rows.Add((payment, new BillRow
                {
                    Source = payment.Method switch { PaymentMethod.WechatPay => BillSource.Wechat, PaymentMethod.Alipay => BillSource.Alipay, _ => BillSource.Bank },
                    TransactionNumber = payment.TransactionNumber!, At = payment.PaidAt, Amount = payment.Amount, ImportedAt = at,
                }));
        }
        List<(HandIn HandIn, List<Payment> Receipts)> handIns = [.. cash.GroupBy(c => (c.Payment.TakenById, c.Payment.TakenBy, c.At)).Select(g => g.Select(c => c.Payment).ToList() is var receipts
            ? (HandIn.Take(g.Key.TakenById, g.Key.TakenBy, receipts, receipts.Aggregate(Money.Zero, (sum, p) => sum + p.Amount), null, g.Key.At, Cashier), receipts) : default)];
        db.AddRange(rows.Select(r => r.Row));
        db.AddRange(handIns.Select(h => h.HandIn));
        await db.SaveChangesAsync(ct);
        foreach (var (payment, row) in rows) payment.MatchBill(row, row.ImportedAt);
        foreach (var (handIn, receipts) in handIns)
            foreach (var receipt in receipts) receipt.MatchHandIn(handIn.Id, handIn.At);
    }

    /// <summary>A fault that came back after it was paid for, and now and then a claim.</summary>
    void GiveBack(ServiceOrder order, OrderAccount account, Run run)
    {
        if (account.Paid <= Money.Zero) return;
        var calendar = company.CalendarAt(DateTime.UnixEpoch);
        var claimed = order.CompletedAt!.Value.AddDays(2);
        if (order.RepeatedAt is { } back && back < run.End) account.Entitle($"repeat:{order.PublicId:N}", RefundCause.Repeat, null, back, Policy, calendar);
        else if (run.Chance(0.006) && claimed < run.End)
        {
            account.OpenClaim("修后仍有异响", claimed, Policy, calendar, Manager);
        }
    }

    void Execute(OrderAccount account, Run run)
    {
        var calendar = company.CalendarAt(DateTime.UnixEpoch);
        foreach (var claim in account.Claims)
            if (claim.OpenedAt.AddDays(1) is var decided && decided < run.End) account.DecideClaim(claim.Id, run.Chance(0.6), "电话核实", decided, Policy, calendar, Manager);
        foreach (var refund in account.Refunds.FindAll(r => r.Id > 0))
        {
            var at = run.Chance(0.04) ? refund.DueAt.AddHours(run.Random.Int(3, 40)) : refund.EntitledAt + (refund.DueAt - refund.EntitledAt) * run.Random.Double(0.15, 0.85);
            if (at < run.End) account.Execute(refund.Id, refund.Channel == PaymentMethod.Cash ? null : string.Concat(run.Random.Digits(20)), at.CutToMilliseconds(), Cashier);
        }
    }

    /// <summary>The brand's statements of all months that are over; it pays a month later, now and then not everything.</summary>
    async Task StatementsAsync(DemoPlan plan, Run run, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, settle) = (scope.ServiceProvider.GetRequiredService<ServiceDbContext>(), scope.ServiceProvider.GetRequiredService<SettleMonth>());
        db.TellsNobody = true;
        var contract = await db.Set<BrandContract>().Where(c => c.Code == BrandContract.DefaultCode).Select(c => c.Id).FirstAsync(ct);
        for (var month = new DateOnly(plan.From.Year, plan.From.Month, 1); month.AddMonths(1) <= plan.Until; month = month.AddMonths(1))
        {
            var jobs = await settle.WarrantyJobsAsync(contract, month, ct);
            if (jobs.Count == 0) continue;
            var made = company.CalendarAt(DateTime.UnixEpoch).StartOf(month.AddMonths(1)).AddHours(10);
            if (made >= run.End) break;
            var statement = BrandStatement.Of(contract, month.Year, month.Month, jobs, made, Cashier);
            if (month.AddMonths(2) <= plan.Until)
            {
                var isShort = run.Chance(0.25);
                statement.RecordPaid(isShort ? statement.Claimed - Money.From(jobs[0].Amount) : statement.Claimed, month.AddMonths(1).AddDays(24), isShort ? "厂家核减一单" : null);
            }
            db.Add(statement);
        }
        await db.SaveChangesAsync(ct);
    }
}
