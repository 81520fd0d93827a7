using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>The technician's start: the next visit with large buttons, the rest of what waits, what is done today.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class MyDayModel(IAntiforgery antiforgery) : VisitPage
{
    const int Most = 40;

    protected override bool IsWhole => false;

    public sealed record Row(ServiceOrder Order, string? Model);

    public bool IsTechnician { get; private set; }
    public Row? Next { get; private set; }
    public IReadOnlyList<Row> Later { get; private set; } = [];
    public IReadOnlyList<Visit> DoneToday { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (await Db.TechnicianOfAsync(User, ct) is not { } technician) return;
        IsTechnician = true;
        var rows = await (from order in Db.Set<ServiceOrder>().AsNoTracking()
                          where order.TechnicianId == technician && order.SortDue != null && (order.Status == OrderStatus.Scheduled || order.Status == OrderStatus.EnRoute || order.Status == OrderStatus.OnSite)
                          join model in Db.Set<ProductModel>() on order.ModelId equals model.Id into models
                          from model in models.DefaultIfEmpty()
                          orderby order.WindowStart
                          select new Row(order, model == null ? null : model.Name)).Take(Most).ToListAsync(ct);
        rows = [.. rows.OrderByDescending(r => r.Order.Status is OrderStatus.OnSite).ThenByDescending(r => r.Order.Status is OrderStatus.EnRoute).ThenBy(r => r.Order.WindowStart)];
        (Next, Later) = (rows.FirstOrDefault(), [.. rows.Skip(1)]);
        var (calendar, today) = (Company.CalendarAt(Now), Company.LocalDay(Now));
        var (from, until) = (calendar.StartOf(today), calendar.EndOf(today));
        DoneToday = await Db.Set<Visit>().AsNoTracking().Include(v => v.Order).Where(v => v.TechnicianId == technician && v.FinishedAt >= from && v.FinishedAt < until).OrderBy(v => v.FinishedAt).ToListAsync(ct);
        if (Next is null) return;
        Number = Next.Order.Number;
        await base.LoadAsync(ct);
    }

    /// <summary>A fresh token before a phone sends what it kept, and whose it is: entries are sent by the person who made them.</summary>
    public IActionResult OnGetToken()
    {
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, user = Actor.Id });
    }
}
