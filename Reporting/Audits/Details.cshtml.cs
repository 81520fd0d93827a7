using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Audits;

/// <summary>One audit: how far it is, what was found, signature, evidence to take away.</summary>
[Permission(ReportingPermissions.ReadAudits)]
internal sealed class DetailsModel(ReportingDbContext db, Sight sight, EvidencePack pack) : AuditPage(db, sight)
{
    [BindProperty] public string? Statement { get; set; }

    public int? Next => Audit.Orders.FirstOrDefault(o => o.CheckedAt is null)?.Position;

    public async Task<IActionResult> OnPostSignAsync(CancellationToken ct) => May(ReportingPermissions.Audit) ? await ActAsync((audit, now) => audit.Sign(Statement, now, Actor), ct) : Forbid();

    public async Task<IActionResult> OnGetEvidenceAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return File(await pack.WriteAsync(Audit, ct), "application/zip", $"evidence-{Audit.Contract}-{Audit.Month:yyyy-MM}.zip");
    }
}
