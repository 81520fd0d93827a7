using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <param name="List">The list whose prices were taken.</param>
internal sealed record WorkedOut(PriceList List, FeeInputs Inputs, FeeResult Result);

/// <param name="One">CNY for one.</param>
/// <param name="Covered">Warranty pays for it.</param>
/// <param name="CoveredIfMisuse">It pays although misuse was found and proved.</param>
internal sealed record PhonePrice(string Code, string Name, decimal One, bool Covered, bool CoveredIfMisuse);

/// <param name="Factor">Of the call-out at the time of the visit.</param>
/// <param name="IsRepeat">The visit repeats a repair inside its warranty: without misuse the way and the time cost nothing.</param>
/// <param name="Quoted">What the customer accepted; nobody pays more.</param>
/// <param name="Given">The discount in it.</param>
/// <param name="AgreementPercent">Percent that the agreement takes off before any other discount.</param>
internal sealed record PhonePrices(CallOutPrice CallOut, decimal Factor, decimal AtHeight, bool IsRepeat, IReadOnlyList<PhonePrice> Works, IReadOnlyList<PhonePrice> Parts, IReadOnlyList<PhonePrice> Materials, Money? Quoted, Discount? Given, int AgreementPercent);

/// <summary>Works out what an order costs: gathers what the rule needs to know of appliance, earlier repairs and lists, and keeps quotes and notes.</summary>
internal sealed class OrderFees(ServiceDbContext db, OrderRulebook rulebook, ICompany company, IPolicies policies, TimeProvider time)
{
    /// <summary>Day of the price list that the agreement of the order keeps; null: the day of the visit decides.</summary>
    public DateOnly? PricesOf(ServiceOrder order) => rulebook.TermsOf(order)?.PricesOf;

    public FeePolicy Policy => policies.At<FeePolicy>(time.Now()).Value;

    /// <summary>Adds to what was typed all that the product knows by itself: day and band of the visit, warranty of the appliance, price terms of the agreement that the order was received under.</summary>
    /// <param name="visitAt">Arrival.</param>
    public async Task<FeeInputs> CompleteAsync(ServiceOrder order, FeeInputs typed, DateTime visitAt, CancellationToken ct)
    {
        var policy = policies.At<FeePolicy>(visitAt).Value;
        var terms = rulebook.TermsOf(order);
        return typed with
        {
            Day = company.LocalDay(visitAt), Band = policy.BandAt(visitAt, company.CalendarAt(visitAt)), FaultCode = order.FaultCode, Numbers = policy.Warranty, Warranty = await WarrantyAsync(order, ct),
            Agreement = terms?.Name, AgreementPercent = terms?.DiscountPercent ?? 0, PricesOf = terms?.PricesOf,
            AgreementCovers = [.. (terms?.Covers ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Code.Parse<FeeKind>)],
        };
    }

    public async Task<WarrantyFacts> WarrantyAsync(ServiceOrder order, CancellationToken ct)
    {
        var unit = await db.Set<Appliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == order.ApplianceId, ct);
        var bought = unit?.PurchasedOn;
        var terms = await db.Set<WarrantyTerm>().AsNoTracking().Where(t => t.ModelId == null || t.ModelId == order.ModelId).ToListAsync(ct);
        var earlier = order.ApplianceId is null ? [] : await db.Set<ServiceOrder>().AsNoTracking()
            .Where(o => o.ApplianceId == order.ApplianceId && o.Id != order.Id && o.Kind == OrderKind.Repair && o.Outcome == VisitOutcome.Fixed && o.CompletedAt != null && o.CompletedAt <= order.ReceivedAt)
            .Select(o => new { o.Id, o.FaultCode, o.ReceivedAt, CompletedAt = o.CompletedAt!.Value }).ToListAsync(ct);
        var ids = earlier.ConvertAll(o => o.Id);
        var lines = ids.Count == 0 ? [] : await (from note in db.Set<FeeNote>() where ids.Contains(note.OrderId) && note.VoidedAt == null
                                                 from line in note.Lines where line.Kind == FeeKind.Labour || line.Kind == FeeKind.Part
                                                 select new { note.OrderId, line.Kind, line.Code }).ToListAsync(ct);
        return new WarrantyFacts
        {
            PurchasedOn = bought, InstalledOn = unit?.InstalledOn, ProducedOn = unit?.ProducedOn, ExchangedOn = unit?.ExchangedOn,
            Terms = terms.HoldingFor(order.ModelId, bought ?? unit?.InstalledOn ?? company.LocalDay(order.ReceivedAt)),
            DaysUnderRepair = earlier.Sum(o => company.LocalDay(o.CompletedAt).DayNumber - company.LocalDay(o.ReceivedAt).DayNumber),
            Earlier =
            [
                .. earlier.OrderBy(o => o.CompletedAt).Select(o => new EarlierRepair(company.LocalDay(o.CompletedAt), o.FaultCode,
                    [.. lines.Where(l => l.OrderId == o.Id && l.Kind == FeeKind.Labour).Select(l => l.Code)], [.. lines.Where(l => l.OrderId == o.Id && l.Kind == FeeKind.Part).Select(l => l.Code)],
                    (o.Id == order.RepeatOfId && !order.RepeatUnrelated) || (o.FaultCode is not null && o.FaultCode == order.FaultCode))),
            ],
        };
    }

    /// <summary>What somebody entered, completed, worked out, and its discount checked.</summary>
    /// <param name="onSite">Entered by somebody who sees only own orders: a technician.</param>
    /// <exception cref="RuleViolation">No list is in force on that day, or the discount may not be given.</exception>
    public async Task<WorkedOut> WorkOutAsync(ServiceOrder order, FeeInputs entered, DateTime visitAt, bool onSite, CancellationToken ct)
    {
        var worked = await WorkOutAsync(order, await CompleteAsync(order, entered, visitAt, ct), ct);
        await CheckDiscountAsync(order, worked, onSite, ct);
        return worked;
    }

    /// <summary>Refuses a discount with a reason that the policy does not name, or one above what a technician may give; what an accepted quote promised may be given.</summary>
    async Task CheckDiscountAsync(ServiceOrder order, WorkedOut worked, bool onSite, CancellationToken ct)
    {
        if (worked.Inputs.Discount is not { } discount || discount == DiscountOf(await AcceptedAsync(order.Id, ct))) return;
        if (!Policy.DiscountReasons.Contains(discount.Reason)) throw new RuleViolation("Fees.DiscountReason") { Field = "Input.DiscountReason" };
        var most = new Money(worked.Result.BeforeDiscount.Fen * Policy.DiscountPercentOnSite / 100);
        if (onSite && discount.Amount > most.Yuan) throw new RuleViolation("Fees.DiscountOnSite", Policy.DiscountPercentOnSite, most.ToString()) { Field = "Input.Discount" };
    }

    static Discount? DiscountOf(Quote? quote) => quote is null ? null : FeeJson.Read<FeeInputs>(quote.Inputs).Discount;

    /// <summary>By the list in force on the day of the visit, or the one that the agreement keeps; a customer whose notice of it did not arrive in time pays the lower of old and new.</summary>
    /// <exception cref="RuleViolation">No list is in force on that day.</exception>
    public async Task<WorkedOut> WorkOutAsync(ServiceOrder order, FeeInputs inputs, CancellationToken ct)
    {
        var day = inputs.PricesOf ?? inputs.Day;
        var list = await db.Set<PriceList>().InForceOnAsync(day, ct) ?? throw new RuleViolation("Fees.NoList", day.ToString("O"));
        var current = new WorkedOut(list, inputs, FeeCalculation.Compute(inputs, list.Sheet, Policy.LongestDetour));
        if (inputs.PricesOf is not null || await IsToldAsync(list, order.CustomerId, inputs.Day, ct)) return current;
        if (await db.Set<PriceList>().InForceOnAsync(list.EffectiveFrom!.Value.AddDays(-1), ct) is not { } former) return current;
        try
        {
            var before = new WorkedOut(former, inputs, FeeCalculation.Compute(inputs, former.Sheet, Policy.LongestDetour));
            return before.Result.Payable < current.Result.Payable ? before : current;
        }
        catch (RuleViolation missing) when (missing.Key is "Fees.UnknownWork" or "Fees.UnknownPart" or "Fees.UnknownMaterial")
        {
            return current; // the old list had no price for it
        }
    }

    /// <summary>The customer knows of the prices since a month, or never had to be told.</summary>
    async Task<bool> IsToldAsync(PriceList list, long? customer, DateOnly day, CancellationToken ct)
    {
        var notice = await db.Set<PriceNotice>().AsNoTracking().FirstOrDefaultAsync(n => n.PriceListId == list.Id && n.CustomerId == customer, ct);
        if (notice is null || notice.InTime) return true;
        return notice.DeliveredAt is { } at && company.CalendarAt(at) is var calendar && Policy.Announcement.EarliestEffectiveDay(calendar.DayOf(at), calendar) <= day;
    }

    /// <summary>The account of an order; made with its first note.</summary>
    public async Task<OrderAccount> AccountAsync(ServiceOrder order, CancellationToken ct)
    {
        if (db.Set<OrderAccount>().Local.FirstOrDefault(a => a.OrderId == order.Id) is { } made) return made;
        if (await db.Set<OrderAccount>().WholeAsync(a => a.OrderId == order.Id, ct) is { } there) return there;
        var account = OrderAccount.Of(order);
        db.Add(account);
        return account;
    }

    /// <param name="at">When it was shown to the customer; null is now.</param>
    public async Task<Quote> QuoteAsync(ServiceOrder order, WorkedOut worked, Actor who, CancellationToken ct, DateTime? at = null)
    {
        foreach (var earlier in await db.Set<Quote>().Where(q => q.OrderId == order.Id && q.State == QuoteState.Offered).ToListAsync(ct)) earlier.Supersede();
        var quote = Quote.Offer(order.Id, worked.List, worked.Inputs, worked.Result, at ?? time.Now(), who);
        db.Add(quote);
        return quote;
    }

    /// <inheritdoc cref="QuoteAsync"/>
    public async Task<FeeNote> IssueAsync(ServiceOrder order, WorkedOut worked, Actor who, CancellationToken ct, DateTime? at = null)
    {
        var note = FeeNote.Issue(order.Id, worked.List, worked.Inputs, worked.Result, await AcceptedAsync(order.Id, ct), at ?? time.Now(), who);
        db.Add(note);
        (await AccountAsync(order, ct)).Charge(note);
        return note;
    }

    /// <summary>All that a phone needs to show an amount while it has no signal: prices of one of each, and what the appliance's warranty says to each.</summary>
    /// <param name="visitAt">Arrival, or when it is expected.</param>
    /// <returns>Null where no list is in force.</returns>
    public async Task<PhonePrices?> PhonePricesAsync(ServiceOrder order, DateTime visitAt, IReadOnlyCollection<string> partsOfModel, CancellationToken ct)
    {
        if (await db.Set<PriceList>().InForceOnAsync(PricesOf(order) ?? company.LocalDay(visitAt), ct) is not { } list) return null;
        var sheet = list.Sheet;
        var parts = partsOfModel.Count == 0 ? sheet.Parts : [.. sheet.Parts.Where(p => partsOfModel.Contains(p.Code))];
        var inputs = await CompleteAsync(order, new FeeInputs { Day = default }, visitAt, ct);
        FeeResult OneOfEach(bool misuse) => FeeCalculation.Compute(inputs with { Works = [.. sheet.Works.Select(w => new WorkDone(w.Code, 1, misuse, misuse))], Parts = [.. parts.Select(p => new PartUsed(p.Code, 1, misuse, misuse))] }, sheet);
        var (fair, misused) = (OneOfEach(false).Lines, OneOfEach(true).Lines);
        PhonePrice[] Of(FeeKind kind) => [.. fair.Zip(misused).Where(l => l.First.Kind == kind).Select(l => new PhonePrice(l.First.Code, l.First.Name, l.First.UnitPrice, l.First.IsCovered, l.Second.IsCovered))];
        var accepted = await AcceptedAsync(order.Id, ct);
        return new PhonePrices(sheet.CallOut, sheet.CallOut.FactorOf(inputs.Band), sheet.WorkAtHeight, FeeCalculation.Compute(inputs, sheet).Lines is [{ IsCovered: true }], Of(FeeKind.Labour), Of(FeeKind.Part),
            [.. sheet.Materials.Select(m => new PhonePrice(m.Code, m.Name + " / " + m.Unit, m.Price, false, false))], accepted?.Total, DiscountOf(accepted), inputs.AgreementPercent);
    }

    /// <summary>The last quote that the customer accepted.</summary>
    public Task<Quote?> AcceptedAsync(long order, CancellationToken ct) =>
        db.Set<Quote>().AsNoTracking().Where(q => q.OrderId == order && q.State == QuoteState.Accepted).OrderByDescending(q => q.Id).FirstOrDefaultAsync(ct);
}

internal static class AccountQueries
{
    /// <summary>An account with all that moves on it; tracked.</summary>
    public static Task<OrderAccount?> WholeAsync(this IQueryable<OrderAccount> accounts, System.Linq.Expressions.Expression<Func<OrderAccount, bool>> which, CancellationToken ct) =>
        accounts.Where(which).Include(a => a.Payments).Include(a => a.Refunds).Include(a => a.Claims).Include(a => a.Invoices).AsSplitQuery().SingleOrDefaultAsync(ct);
}
