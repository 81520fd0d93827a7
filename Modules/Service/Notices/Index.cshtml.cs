using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Notices;

/// <summary>Announced changes of the service hours, and a new one.</summary>
[Permission(ServicePermissions.AnnounceHours)]
internal sealed class IndexModel(ServiceDbContext db, ICompany company, IPolicies policies, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public DateOnly? From { get; init; }
        public DateOnly? Until { get; init; }
        public string? Hours { get; init; }
        public string? Reason { get; init; }
        public bool ForceMajeure { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<HoursNotice> Rows { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public int DaysAhead => policies.At<SlaPolicy>(time.Now()).Value.NoticeDays;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        Rows = await db.Set<HoursNotice>().AsNoTracking().OrderByDescending(n => n.From).Take(200).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        db.Add(HoursNotice.Announce(Input.From, Input.Until, Input.Hours, Input.Reason, Input.ForceMajeure, DaysAhead, company.LocalDay(now), now, Actor));
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Notices");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        var notice = await db.Set<HoursNotice>().SingleOrDefaultAsync(n => n.PublicId == id, ct) ?? throw new NotThere();
        notice.Withdraw(time.Now());
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Notices");
    }
}
