using AfterSales.Documents.Contracts;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>A picture of a visit, for those who may see its order. It was drawn by us, so it is what it says, and it cannot run anything.</summary>
[Permission(ServicePermissions.ReadOrders)]
internal sealed class PhotoModel(ServiceDbContext db, IPermissions permissions, IFileStore files) : ModulePage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var orders = db.Set<ServiceOrder>().VisibleTo(await db.ViewerAsync(permissions, User, ct));
        var sha256 = await db.Set<Visit>().AsNoTracking().Where(v => orders.Any(o => o.Id == v.OrderId)).SelectMany(v => v.Photos).Where(p => p.PublicId == id).Select(p => p.Sha256).FirstOrDefaultAsync(ct)
            ?? await orders.AsNoTracking().SelectMany(o => o.Photos).Where(p => p.PublicId == id).Select(p => p.Sha256).FirstOrDefaultAsync(ct);
        if (sha256 is null || await files.Open(sha256, ct) is not { } content) return NotFound();
        Response.LetItBeSeen();
        Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return File(content, "image/jpeg");
    }
}
