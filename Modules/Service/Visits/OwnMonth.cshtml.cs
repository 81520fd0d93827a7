using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Payments;
using AfterSales.Service.Requests;
using AfterSales.Service.Settlement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>A technician's own month: jobs, piece pay, and the cash that is still in the pocket.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class OwnMonthModel(ServiceDbContext db, SettleMonth settle, ICompany company, TimeProvider time) : ModulePage
{
    const int Most = 500;

    [BindProperty(SupportsGet = true)] public string? Month { get; set; }
    public bool IsTechnician { get; private set; }
    public PieceWork? Pay { get; private set; }
    public IReadOnlyList<ServiceOrder> Rows { get; private set; } = [];
    /// <summary>Cash receipts that were not handed in yet.</summary>
    public IReadOnlyList<Payment> Receipts { get; private set; } = [];
    public Money Cash => Receipts.Aggregate(Money.Zero, (sum, p) => sum + p.Amount);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var first = Months.Read(Month, company.LocalDay(time.Now()));
        Month = Months.Write(first);
        if (await db.TechnicianOfAsync(User, ct) is not { } own) return;
        IsTechnician = true;
        var code = await db.Set<Technician>().Where(t => t.Id == own).Select(t => t.Code).SingleAsync(ct);
        Pay = (await settle.PieceWorkAsync(first, ct)).FirstOrDefault(p => p.Code == code);
        var calendar = company.CalendarAt(DateTime.UnixEpoch);
        var (from, until) = (calendar.StartOf(first), calendar.StartOf(first.AddMonths(1)));
        Rows = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.TechnicianId == own && o.CompletedAt >= from && o.CompletedAt < until && o.Visits > 0).OrderByDescending(o => o.CompletedAt).Take(Most).ToListAsync(ct);
        Receipts = await db.Set<Payment>().AsNoTracking().Where(p => p.TakenById == Actor.Id && p.Method == PaymentMethod.Cash && p.MatchedAt == null).OrderBy(p => p.PaidAt).ToListAsync(ct);
    }
}
