using AfterSales.Documents.Contracts;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Gives out a course's material, always as an attachment.</summary>
[Permission(StaffPermissions.Own)]
internal sealed class MaterialModel(StaffDbContext db, IFileStore files) : ModulePage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var material = await db.Set<CourseMaterial>().AsNoTracking().FirstOrDefaultAsync(m => m.Key == id, ct) ?? throw new NotThere();
        var content = await files.Open(material.Sha256, ct) ?? throw new NotThere();
        Response.LetItDoNothing();
        return File(content, "application/octet-stream", material.FileName);
    }
}
