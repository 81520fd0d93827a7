using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Fees;
using AfterSales.Service.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Visits;

/// <summary>
/// What costs money on site, possible without a signal: the phone shows an amount, the customer signs for that amount, and the server works it out
/// again. One that differs is refused and has to be shown and signed anew.
/// </summary>
internal abstract class MoneyPage : VisitPage
{
    [BindProperty] public FeeForm Input { get; set; } = new();
    /// <summary>The amount on the glass when the customer signed; absent where no script runs, then the note or quote is signed on its own page.</summary>
    [BindProperty] public string? AmountShown { get; set; }
    [BindProperty] public string? Signer { get; set; }
    [BindProperty] public SignerRelation Relation { get; set; }
    [BindProperty] public string? Strokes { get; set; }

    protected OrderFees Fees => HttpContext.RequestServices.GetRequiredService<OrderFees>();

    protected async Task<WorkedOut> WorkOutAsync(FieldEntry e, decimal? cap, CancellationToken ct)
    {
        var arrived = e.UnderWay.ArrivedAt ?? throw new RuleViolation("Visits.NotArrived");
        var worked = await Fees.WorkOutAsync(e.Order, Input.Inputs(cap), arrived, IsOnSite, ct);
        if (AmountShown is { Length: > 0 } shown && (!Money.TryParse(shown, out var amount) || amount != worked.Result.Payable)) throw new RuleViolation("Visits.Money.Differs", worked.Result.Payable.ToString(), shown);
        return worked;
    }
}

/// <summary>A quote before chargeable work, accepted by signature (a typed name counts as such).</summary>
[Permission(ServicePermissions.MakeFees)]
internal sealed class QuoteModel : MoneyPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        var quote = await Fees.QuoteAsync(e.Order, await WorkOutAsync(e, null, ct), Actor, ct, e.When.At);
        var strokes = SignedStrokes.Read(Strokes);
        if (AmountShown is { Length: > 0 }) quote.Accept(Signer ?? "", strokes is null ? AcceptedBy.TypedName : AcceptedBy.Signature, strokes, e.When.At);
    }, ct);
}

/// <summary>The fee note at the end of the work, signed or not, and paid where the customer pays at once. One note for each trip.</summary>
[Permission(ServicePermissions.MakeFees)]
internal sealed class SettleModel : MoneyPage
{
    /// <summary>The customer pays what was quoted and no more.</summary>
    [BindProperty] public bool Capped { get; set; }
    /// <summary>Why the customer does not sign.</summary>
    [BindProperty] public string? Unsigned { get; set; }
    [BindProperty] public PaymentMethod? Method { get; set; }
    [BindProperty] public string? Amount { get; set; }
    [BindProperty] public string? TransactionNumber { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        var since = e.UnderWay.ArrivedAt;
        if (await Db.Set<FeeNote>().Where(n => n.OrderId == e.Order.Id && n.VoidedAt == null && n.IssuedAt >= since).Select(n => n.Number).FirstOrDefaultAsync(ct) is { } there) throw new RuleViolation("Visits.Money.Settled", there);
        var cap = Capped ? (await Fees.AcceptedAsync(e.Order.Id, ct))?.Total.Yuan : null;
        var note = await Fees.IssueAsync(e.Order, await WorkOutAsync(e, cap, ct), Actor, ct, e.When.At);
        var account = await Fees.AccountAsync(e.Order, ct);
        SignNote(note, account, e.When.At);
        if (Method is { } method) Take(account, method, note, e.When.At);
    }, ct);

    void SignNote(FeeNote note, OrderAccount account, DateTime at)
    {
        if (Unsigned is { Length: > 0 } reason) note.RefuseSignature(reason, Fees.Policy, at);
        else if (AmountShown is { Length: > 0 }) note.Sign(new Signing(Signer ?? "", Relation, SignedStrokes.Read(Strokes), note.Hash), at);
        else return;
        account.Signed(note);
    }

    void Take(OrderAccount account, PaymentMethod method, FeeNote note, DateTime at)
    {
        if (!May(ServicePermissions.TakePayments)) throw new RuleViolation("Payments.NotAllowed");
        if (string.IsNullOrWhiteSpace(Amount) && note.Payable == Money.Zero) return;
        if (!Money.TryParse(Amount, out var amount)) throw new RuleViolation("Payments.AmountMissing") { Field = "Amount" };
        account.Take(method, amount, TransactionNumber, at, Actor, EntryId);
    }
}
