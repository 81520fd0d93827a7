using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using AfterSales.Service.Settlement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Payments;

/// <summary>Takings: what came in, by whom and how, and whether it was found again on a bill or in a hand-in.</summary>
[Permission(ServicePermissions.ReadPayments)]
internal sealed class IndexModel(ServiceDbContext db, ICompany company, Kernel.Policies.IPolicies policies, TimeProvider time) : ModulePage
{
    const int PageSize = 50, MostExported = 100_000;
    public static readonly string[] States = ["all", "unmatched", "overdue", "matched"];

    public sealed record Row(Payment Payment, string Order);

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "all";
    [BindProperty(SupportsGet = true)] public PaymentMethod? Method { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Until { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_PaymentRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 1000);
        var found = await Shown().Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    /// <summary>What is shown, for the bookkeeper.</summary>
    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken ct)
    {
        var rows = await Shown().Take(MostExported).ToListAsync(ct);
        return BookFile.Of("payments", [T["Payments.Receipt.Title"], T["Import.Column.order_no"], T["Payments.PaidAt"], T["Payments.Method"], T["Payments.Amount"], T["Payments.TransactionNumber"], T["Payments.TakenBy"], T["Payments.MatchedAt"]],
            rows.Select(r => (IReadOnlyList<object?>)[r.Payment.Number, r.Order, company.ToLocal(r.Payment.PaidAt), T.Of(r.Payment.Method), r.Payment.Amount.Yuan, r.Payment.TransactionNumber, r.Payment.TakenBy, r.Payment.MatchedAt is { } at ? company.ToLocal(at) : null]));
    }

    IQueryable<Row> Shown()
    {
        var payments = db.Set<Payment>().AsNoTracking().InState(State, time.Now().AddDays(-policies.At<Fees.FeePolicy>(time.Now()).Value.MatchDays));
        if (Method is { } method) payments = payments.Where(p => p.Method == method);
        if (From is { } from && company.CalendarAt(time.Now()).StartOf(from) is var begin) payments = payments.Where(p => p.PaidAt >= begin);
        if (Until is { } until && company.CalendarAt(time.Now()).EndOf(until) is var end) payments = payments.Where(p => p.PaidAt < end);
        if (Q?.Trim() is { Length: > 0 } q) payments = payments.Where(p => p.Number == q || p.TransactionNumber == q || p.TakenBy == q);
        return from p in payments join a in db.Set<OrderAccount>() on p.AccountId equals a.Id join o in db.Set<ServiceOrder>() on a.OrderId equals o.Id orderby p.PaidAt descending, p.Id descending select new Row(p, o.Number);
    }

    public string QueryOfPage(int page) => FormattableString.Invariant($"?state={Uri.EscapeDataString(State)}&method={Method}&from={From:yyyy-MM-dd}&until={Until:yyyy-MM-dd}&q={Uri.EscapeDataString(Q ?? "")}&pageNo={page}");
}

internal static class PaymentQueries
{
    /// <param name="state">all, matched, unmatched, or overdue: unmatched and older than the policy allows. What is on account waits for its bill.</param>
    public static IQueryable<Payment> InState(this IQueryable<Payment> payments, string state, DateTime oldest) => state switch
    {
        "matched" => payments.Where(p => p.MatchedAt != null),
        "unmatched" => payments.Where(p => p.MatchedAt == null),
        "overdue" => payments.Where(p => p.MatchedAt == null && p.PaidAt < oldest && p.Method != PaymentMethod.OnAccount),
        _ => payments,
    };
}
