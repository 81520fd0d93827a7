using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>Replaced parts that the brand wants back: with whom they are, and since when.</summary>
[Permission(ServicePermissions.ReadParts)]
internal sealed class OldPartsModel(ServiceDbContext db, TimeProvider time) : ModulePage
{
    const int Most = 300;
    public static readonly IReadOnlyList<string> States = ["due", "back"];

    public sealed record Row(long Visit, UsedPart Part, string Order, string Technician);

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "due";
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        long? own = May(ServicePermissions.KeepParts) ? null : await db.TechnicianOfAsync(User, ct) ?? 0;
        var back = State == "back";
        Rows = await (from visit in db.Set<Visit>().AsNoTracking()
                      where own == null || visit.TechnicianId == own
                      from part in visit.Parts
                      where part.OldPartDueBack && part.BackAt != null == back
                      join order in db.Set<ServiceOrder>() on visit.OrderId equals order.Id
                      join technician in db.Set<Technician>() on visit.TechnicianId equals technician.Id
                      orderby part.At descending
                      select new Row(visit.Id, part, order.Number, technician.Name)).Take(Most).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(long visit, long part, CancellationToken ct)
    {
        if (!May(ServicePermissions.KeepParts)) return Forbid();
        var found = await db.Set<Visit>().Include(v => v.Parts).FirstOrDefaultAsync(v => v.Id == visit, ct) ?? throw new NotThere();
        found.TakeBack(part, time.Now(), Actor);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Parts/OldParts");
    }
}
