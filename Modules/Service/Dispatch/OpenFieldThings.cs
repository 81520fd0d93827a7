using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Parts;
using AfterSales.Service.Payments;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

/// <summary>What a technician carries of the company: measuring instruments, parts in the van, cash that was not handed in. Visits stand beside it, see <see cref="DispatchRoster"/>.</summary>
internal sealed class OpenFieldThings(ServiceDbContext db) : IOpenWork
{
    public async Task<IReadOnlyList<OpenTask>> OfAsync(string number, string? accountId, CancellationToken ct)
    {
        List<OpenTask> open = [];
        if (await db.Set<Technician>().Where(t => t.Code == number).Select(t => (long?)t.Id).FirstOrDefaultAsync(ct) is { } technician)
        {
            open.AddRange((await db.Set<Instrument>().AsNoTracking().Where(i => i.TechnicianId == technician && i.EndedOn == null).OrderBy(i => i.Code).Select(i => new { i.PublicId, i.Code, i.Name }).ToListAsync(ct))
                .Select(i => new OpenTask("Parts.Instrument.Title", $"{i.Code} {i.Name}", $"/Service/Parts/Calibrate/{i.PublicId}")));
            open.AddRange((await db.Set<VanStock>().AsNoTracking().Where(s => s.TechnicianId == technician && s.Count != 0).OrderBy(s => s.Part).Select(s => new { s.PublicId, s.Part, s.Name, s.Count }).ToListAsync(ct))
                .Select(s => new OpenTask("Parts.Van.Title", $"{s.Part} {s.Name} × {s.Count}", $"/Service/Parts/Van/{s.PublicId}")));
        }
        if (accountId is not null)
            open.AddRange((await db.Set<Payment>().AsNoTracking().Where(p => p.TakenById == accountId && p.Method == PaymentMethod.Cash && p.MatchedAt == null).OrderBy(p => p.Id).Select(p => new { p.Number, p.Amount }).ToListAsync(ct))
                .Select(p => new OpenTask("Settlement.HandIn.Title", $"{p.Number} {p.Amount}", $"/Service/Settlement/HandIn?who={Uri.EscapeDataString(accountId)}")));
        return open;
    }
}
