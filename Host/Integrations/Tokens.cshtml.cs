using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Integrations;

/// <summary>Programs that may call this one, and when they last did.</summary>
[Permission(HostPermissions.Integrations)]
internal sealed class TokensModel(HostDbContext db, ICompany company, Shown shown) : ModulePage
{
    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];
    public DateOnly Today => company.LocalDay(shown.Now);

    public async Task OnGetAsync(CancellationToken ct) => Tokens = await db.Set<ApiToken>().AsNoTracking().OrderBy(t => t.RevokedAt != null).ThenBy(t => t.Name).ToListAsync(ct);
}
