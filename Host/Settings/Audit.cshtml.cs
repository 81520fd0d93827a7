using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Audit)]
internal sealed class AuditModel(HostDbContext db) : ModulePage
{
    const int PageSize = 100;

    [BindProperty(SupportsGet = true)] public long? Before { get; set; }
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Entries = await db.Set<AuditEntry>().AsNoTracking().Where(a => Before == null || a.Id < Before).OrderByDescending(a => a.Id).Take(PageSize).ToListAsync(ct);
        Older = Entries.Count == PageSize ? Entries[^1].Id : null;
    }
}
