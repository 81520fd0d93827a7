using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Data;
using AfterSales.Risk.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Audits;

/// <summary>One audit: how far it is, what was found, signature, evidence to take away.</summary>
[Permission(ReportingPermissions.ReadAudits)]
internal sealed class DetailsModel(ReportingDbContext db, Sight sight, EvidencePack pack, IAskForActions actions) : AuditPage(db, sight)
{
    [BindProperty] public string? Statement { get; set; }

    public int? Next => Audit.Orders.FirstOrDefault(o => o.CheckedAt is null)?.Position;

    public async Task<IActionResult> OnPostSignAsync(CancellationToken ct) => May(ReportingPermissions.Audit) ? await ActAsync((audit, now) => audit.Sign(Statement, now, Actor), ct) : Forbid();

    /// <summary>Leads to the corrective action that a finding has opened; opens it where the word of the signature is still under way.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(int position, string clause, CancellationToken ct)
    {
        if (!May(ReportingPermissions.ExplainSignals)) return Forbid();
        await LoadAsync(ct);
        var finding = Audit.Found(Audit.Order(position), clause);
        var answer = await actions.AskAsync(new ActionRequest(finding.Key, ActionSources.Audit, $"{finding.Clause}: {finding.Finding}", finding.AuditId, finding.Order, finding.Page), ct);
        return LocalRedirect(answer.Link);
    }

    public async Task<IActionResult> OnGetEvidenceAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return File(await pack.WriteAsync(Audit, ct), "application/zip", $"evidence-{Audit.Contract}-{Audit.Month:yyyy-MM}.zip");
    }
}
