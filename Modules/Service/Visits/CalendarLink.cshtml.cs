using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>A technician takes the own visits into a calendar program; the link is shown once.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class CalendarLinkModel(ServiceDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public string? Link { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var technician = await db.TechnicianOfAsync(User, ct) ?? throw new RuleViolation("Visits.MyDay.NoTechnician");
        foreach (var earlier in await db.Set<CalendarLink>().Where(l => l.TechnicianId == technician && l.EndedAt == null).ToListAsync(ct)) earlier.End(time.Now());
        var token = PublicToken.New();
        db.Add(new CalendarLink { TechnicianId = technician, TokenHash = PublicToken.Hash(token)!, MadeAt = time.Now() });
        await db.SaveChangesAsync(ct);
        var path = $"/calendar/{token}.ics";
        Link = company.PublicUrl is { } home ? new Uri(home, path).ToString() : $"{Request.Scheme}://{Request.Host}{path}";
        return Page();
    }
}
