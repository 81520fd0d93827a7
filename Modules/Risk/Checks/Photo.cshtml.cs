using AfterSales.Documents.Contracts;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>A picture of a check. It was drawn anew when it came in, so it is what it says, and it cannot run anything.</summary>
[Permission(RiskPermissions.ReadChecks)]
internal sealed class PhotoModel(RiskDbContext db, IFileStore files) : ModulePage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var sha256 = await db.Set<CheckPhoto>().AsNoTracking().Where(p => p.PublicId == id).Select(p => p.Sha256).FirstOrDefaultAsync(ct);
        if (sha256 is null || await files.Open(sha256, ct) is not { } content) return NotFound();
        Response.LetItBeSeen();
        Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return File(content, "image/jpeg");
    }
}
