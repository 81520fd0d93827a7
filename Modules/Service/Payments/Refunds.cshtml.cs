using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Fees;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Payments;

/// <summary>Refunds that are due, with their clock. There is nothing to approve here: a refund is executed, or it is late.</summary>
[Permission(ServicePermissions.ExecuteRefunds)]
internal sealed class RefundsModel(ServiceDbContext db, TimeProvider time) : ModulePage
{
    const int PageSize = 50;
    public static readonly string[] States = ["due", "late", "executed"];

    public sealed record Row(Refund Refund, long AccountId, string Order, string Receipt, string? PaidBy);

    public sealed record Form
    {
        public long RefundId { get; init; }
        public string? TransactionNumber { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "due";
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public DateTime Now => time.Now();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 1000);
        var now = Now;
        var refunds = db.Set<Refund>().AsNoTracking().Where(r => State == "executed" ? r.ExecutedAt != null : r.ExecutedAt == null && (State != "late" || r.DueAt < now));
        refunds = State == "executed" ? refunds.OrderByDescending(r => r.ExecutedAt).ThenBy(r => r.Id) : refunds.OrderBy(r => r.DueAt).ThenBy(r => r.Id);
        var found = await (from r in refunds.Skip((PageNo - 1) * PageSize).Take(PageSize + 1)
                           join p in db.Set<Payment>() on r.PaymentId equals p.Id
                           join a in db.Set<OrderAccount>() on r.AccountId equals a.Id
                           join o in db.Set<ServiceOrder>() on a.OrderId equals o.Id
                           select new Row(r, a.Id, o.Number, p.Number, p.TransactionNumber)).ToListAsync(ct);
        (Rows, More) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public async Task<IActionResult> OnPostExecuteAsync(CancellationToken ct)
    {
        var account = await db.Set<OrderAccount>().WholeAsync(a => a.Refunds.Any(r => r.Id == Input.RefundId), ct) ?? throw new NotThere();
        account.Execute(Input.RefundId, Input.TransactionNumber, Now, Actor);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Payments/Refunds");
    }
}
