using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>A technician's visits for a calendar program. No names and phones of customers: calendars are read by many.</summary>
[OpenToAll("Calendar programs cannot sign in; the link is unguessable and ends with the next one.")]
internal sealed class CalendarModel(ServiceDbContext db, PublicDoor door, TimeProvider time) : ModulePage
{
    const int DaysBack = 14, DaysAhead = 60;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (PublicToken.Hash(token) is not { } hash || await db.Set<CalendarLink>().AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash && l.EndedAt == null, ct) is not { } link) return NotFound();
        var (begin, end) = (time.Now().AddDays(-DaysBack), time.Now().AddDays(DaysAhead));
        var name = await db.Set<Technician>().Where(t => t.Id == link.TechnicianId).Select(t => t.Name).SingleAsync(ct);
        var visits = await (from o in db.Set<ServiceOrder>().AsNoTracking()
                            where o.TechnicianId == link.TechnicianId && o.WindowStart >= begin && o.WindowStart < end
                            join m in db.Set<ProductModel>() on o.ModelId equals m.Id into models from m in models.DefaultIfEmpty()
                            orderby o.WindowStart
                            select new { o.PublicId, Start = o.WindowStart!.Value, End = o.WindowEnd!.Value, o.Number, o.Kind, Model = m == null ? null : m.Name, o.Address, o.Status }).ToListAsync(ct);
        var file = VisitCalendar.Of(name, visits.Select(v => new CalendarEvent(v.PublicId, v.Start, v.End, $"{v.Number} {T.Of(v.Kind)} {v.Model}".Trim(), v.Address, v.Status == OrderStatus.Cancelled)), time.Now());
        return File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8");
    }
}
