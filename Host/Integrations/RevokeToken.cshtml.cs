using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Integrations;

/// <summary>Takes a token back, at once and for good.</summary>
[Permission(HostPermissions.Integrations)]
internal sealed class RevokeTokenModel(HostDbContext db, IAuditLog audit, Shown shown) : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var token = await db.Set<ApiToken>().SingleOrDefaultAsync(t => t.PublicId == Id, ct) ?? throw new NotThere();
        token.Revoke(shown.Now);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "token.revoked", $"token:{token.PublicId:N}", token.Name, ct);
        return LocalRedirect("/Integrations/Tokens");
    }
}
