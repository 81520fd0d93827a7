using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>What each technician carries. Whoever does not keep the parts sees the own van.</summary>
[Permission(ServicePermissions.ReadParts)]
internal sealed class VansModel(ServiceDbContext db) : ModulePage
{
    const int Most = 500;

    [BindProperty(SupportsGet = true)] public long? Technician { get; set; }
    [BindProperty(SupportsGet = true)] public bool Low { get; set; }
    public IReadOnlyList<Technician> Technicians { get; private set; } = [];
    public IReadOnlyList<(VanStock Stock, string Technician)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!May(ServicePermissions.KeepParts)) Technician = await db.TechnicianOfAsync(User, ct) ?? 0;
        Technicians = await db.Set<Technician>().AsNoTracking().OrderBy(t => t.Code).ToListAsync(ct);
        var names = Technicians.ToDictionary(t => t.Id, t => t.Name);
        var stock = await db.Set<VanStock>().AsNoTracking().Where(s => (Technician == null || s.TechnicianId == Technician) && (!Low || s.Count < s.Minimum)).OrderBy(s => s.TechnicianId).ThenBy(s => s.Part).Take(Most).ToListAsync(ct);
        Rows = [.. stock.Select(s => (s, names.GetValueOrDefault(s.TechnicianId, "")))];
    }
}
