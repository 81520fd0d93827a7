using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Operations;

/// <summary>What browsers say the content policy stopped. Nothing, when all is well.</summary>
[Permission(HostPermissions.Operations)]
internal sealed class ContentPolicyModel(HostDbContext db) : ModulePage
{
    public IReadOnlyList<ContentReport> Reports { get; private set; } = [];
    public bool MayClear => May(HostPermissions.OperationsAct);

    public async Task OnGetAsync(CancellationToken ct) => Reports = await db.Set<ContentReport>().AsNoTracking().OrderByDescending(r => r.LastAt).ThenBy(r => r.Id).Take(500).ToListAsync(ct);
}

/// <summary>Forgets the reports: whoever looked into them sees what comes after.</summary>
[Permission(HostPermissions.OperationsAct)]
internal sealed class ClearContentReportsModel(HostDbContext db, IAuditLog audit) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/Operations/ContentPolicy");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        int gone;
        await using (var write = await db.BeginWriteAsync(ct))
        {
            gone = await db.Set<ContentReport>().ExecuteDeleteAsync(ct);
            await write.CommitAsync(ct);
        }
        await audit.RecordAsync(Actor, "content-reports.cleared", "content-policy", $"{gone}", ct);
        return LocalRedirect("/Operations/ContentPolicy");
    }
}
