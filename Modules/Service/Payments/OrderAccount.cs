using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Service.Fees;

namespace AfterSales.Service.Payments;

/// <summary>
/// What a customer owes, paid and got back for one order. All money of an order goes through here, one act at a time: nothing is taken beyond what
/// is owed, nothing is given back beyond what was paid.
/// </summary>
internal sealed class OrderAccount : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public long OrderId { get; private init; }
    /// <summary>The order, for other modules.</summary>
    public Guid OrderPublicId { get; private init; }
    public Money Owed { get; private set; }
    public Money Paid { get; private set; }
    public Money Refunded { get; private set; }
    /// <summary>Fee notes that count, and how many of them the customer signed on glass.</summary>
    public int Notes { get; private set; }
    public int SignedNotes { get; private set; }
    public List<Payment> Payments { get; } = [];
    public List<Refund> Refunds { get; } = [];
    public List<RefundClaim> Claims { get; } = [];
    public List<TaxInvoice> Invoices { get; } = [];

    OrderAccount()
    {
    }

    public Money Open => Owed - Paid;

    public static OrderAccount Of(Requests.ServiceOrder order) => new() { OrderId = order.Id, OrderPublicId = order.PublicId };

    /// <summary>A fee note was presented.</summary>
    public void Charge(FeeNote note)
    {
        Owed += note.Payable;
        Notes++;
        Acted();
    }

    /// <summary>The customer signed a note on glass.</summary>
    public void Signed(FeeNote note)
    {
        if (note.SignState == SignState.Signed) SignedNotes++;
        Acted();
    }

    /// <summary>A note was voided. What was paid on it already must fit into what is still owed, or be given back first.</summary>
    public void Withdraw(FeeNote note)
    {
        if (Owed - note.Payable < Paid - Refunded) throw new RuleViolation("Payments.VoidPaid", (Paid - Refunded).ToString());
        Owed -= note.Payable;
        Notes--;
        if (note.SignState == SignState.Signed) SignedNotes--;
        Acted();
    }

    /// <summary>Takes a payment, whole or in part; never more than is owed.</summary>
    /// <param name="clientId">Id that the phone gave the entry: the same entry again is the same payment.</param>
    public Payment Take(PaymentMethod method, Money amount, string? transactionNumber, DateTime at, Actor who, Guid? clientId = null)
    {
        if (clientId is not null && Payments.Find(p => p.ClientId == clientId) is { } there) return there;
        if (amount <= Money.Zero) throw new RuleViolation("Payments.AmountMissing") { Field = "Input.Amount" };
        if (amount > Open) throw new RuleViolation("Payments.TooMuch", Open.ToString()) { Field = "Input.Amount" };
        if (string.IsNullOrWhiteSpace(transactionNumber) && method is not (PaymentMethod.Cash or PaymentMethod.OnAccount)) throw new RuleViolation("Payments.TransactionMissing") { Field = "Input.TransactionNumber" };
        var payment = new Payment { Method = method, Amount = amount, TransactionNumber = transactionNumber.OrNull(), PaidAt = at, TakenById = who.Id, TakenBy = who.Name, ClientId = clientId };
        Payments.Add(payment);
        Paid += amount;
        Acted();
        return payment;
    }

    /// <summary>
    /// Entitles the customer to all that was paid and not yet promised back. Nothing and nobody can refuse it; the same cause twice (the same key) adds
    /// nothing.
    /// </summary>
    public IReadOnlyList<Refund> Entitle(string key, RefundCause cause, string? note, DateTime at, FeePolicy policy, WorkingCalendar calendar)
    {
        if (Refunds.Exists(r => r.Key == key)) return [];
        List<Refund> due = [];
        foreach (var payment in Payments.OrderBy(p => p.Id))
        {
            var rest = payment.Amount - Sum(Refunds.Where(r => r.PaymentId == payment.Id));
            if (rest <= Money.Zero) continue;
            due.Add(new Refund { Key = key, PaymentId = payment.Id, Cause = cause, Note = note, Amount = rest, EntitledAt = at, DueAt = policy.Refund.DueFrom(at, calendar, rolls: true), Channel = payment.Method });
        }
        Refunds.AddRange(due);
        Acted();
        return due;
    }

    /// <summary>Gives the money back, over the channel by which it came; the only thing that can be done with an entitlement.</summary>
    public void Execute(long refundId, string? transactionNumber, DateTime at, Actor who)
    {
        var refund = Refunds.Find(r => r.Id == refundId) ?? throw new RuleViolation("Payments.NoRefund");
        if (refund.ExecutedAt is not null) throw new RuleViolation("Payments.RefundDone");
        if (at < refund.EntitledAt) throw new RuleViolation("Payments.RefundEarly");
        if (string.IsNullOrWhiteSpace(transactionNumber) && refund.Channel is not (PaymentMethod.Cash or PaymentMethod.OnAccount)) throw new RuleViolation("Payments.TransactionMissing") { Field = "Input.TransactionNumber" };
        if (Refunded + refund.Amount > Paid) throw new RuleViolation("Payments.RefundTooMuch", (Paid - Refunded).ToString());
        refund.Execute(transactionNumber.OrNull(), at, who);
        Refunded += refund.Amount;
        Acted();
        Raise(new RefundExecuted(OrderPublicId, refund.Key, refund.Amount.Fen, at));
    }

    /// <summary>The customer says the work was not good. Decided within its time, or entitled by itself.</summary>
    public RefundClaim OpenClaim(string what, DateTime at, FeePolicy policy, WorkingCalendar calendar, Actor who)
    {
        if (string.IsNullOrWhiteSpace(what)) throw new RuleViolation("Fees.ReasonMissing") { Field = "Input.What" };
        if (Claims.Exists(c => c.DecidedAt is null)) throw new RuleViolation("Payments.Claim.Open");
        var claim = new RefundClaim { What = what.Trim(), OpenedAt = at, DecideBy = policy.Claim.DueFrom(at, calendar, rolls: true), TakenBy = who.Name };
        Claims.Add(claim);
        Acted();
        return claim;
    }

    public void DecideClaim(long claimId, bool isQualityProblem, string reason, DateTime at, FeePolicy policy, WorkingCalendar calendar, Actor who)
    {
        var claim = Claims.Find(c => c.Id == claimId && c.DecidedAt is null) ?? throw new RuleViolation("Payments.Claim.Decided");
        if (at > claim.DecideBy) throw new RuleViolation("Payments.Claim.TooLate");
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("Fees.ReasonMissing") { Field = "Input.Reason" };
        claim.Decide(isQualityProblem, reason.Trim(), at, who);
        if (isQualityProblem) Entitle(ClaimKey(claim), RefundCause.ClaimUpheld, reason.Trim(), at, policy, calendar);
        Acted();
    }

    /// <summary>Nobody decided the claim in time: entitled from the end of that time on.</summary>
    public void LapseClaim(RefundClaim claim, FeePolicy policy, WorkingCalendar calendar)
    {
        claim.Decide(true, null, claim.DecideBy, Actor.System);
        Entitle(ClaimKey(claim), RefundCause.ClaimUndecided, claim.What, claim.DecideBy, policy, calendar);
        Acted();
    }

    static string ClaimKey(RefundClaim claim) => $"claim:{claim.OpenedAt.Ticks}";

    public TaxInvoice AskInvoice(string title, string? taxNumber, string? delivery, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleViolation("Payments.Invoice.TitleMissing") { Field = "Input.Title" };
        if (Invoices.Exists(i => i.State is InvoiceState.Requested or InvoiceState.Issued)) throw new RuleViolation("Payments.Invoice.There");
        var invoice = new TaxInvoice { Title = title.Trim(), TaxNumber = taxNumber.OrNull(), Delivery = delivery.OrNull(), RequestedAt = at };
        Invoices.Add(invoice);
        Acted();
        return invoice;
    }

    /// <summary>The invoice was issued (or red-lettered) in the tax system; here its number is recorded.</summary>
    public void RecordInvoice(long invoiceId, string number, bool isRed, DateTime at)
    {
        var invoice = Invoices.Find(i => i.Id == invoiceId) ?? throw new RuleViolation("Payments.Invoice.None");
        if (number.Trim() is not { Length: 20 } digits || !digits.All(char.IsAsciiDigit)) throw new RuleViolation("Payments.Invoice.Number") { Field = "Input.Number" };
        invoice.Record(digits, isRed, at);
        Acted();
    }
    static Money Sum(IEnumerable<Refund> refunds) => refunds.Aggregate(Money.Zero, (sum, r) => sum + r.Amount);
}
