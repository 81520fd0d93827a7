using AfterSales.Kernel.Composition;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>What somebody answers for here and has not ended: risks, controls, corrective actions, checks to be done.</summary>
internal sealed class OpenRiskWork(RiskDbContext db) : IOpenWork
{
    public async Task<IReadOnlyList<OpenTask>> OfAsync(string number, string? accountId, CancellationToken ct)
    {
        if (accountId is null) return [];
        var actions = await db.Set<CorrectiveAction>().AsNoTracking().Where(a => a.OwnerId == accountId && a.ClosedOn == null).OrderBy(a => a.Id).Select(a => new { a.Number, a.PublicId }).ToListAsync(ct);
        var checks = await db.Set<SpotCheck>().AsNoTracking().Where(c => c.CheckerId == accountId && c.DoneAt == null).OrderBy(c => c.Id).Select(c => new { c.Number, c.PublicId }).ToListAsync(ct);
        var risks = await db.Set<RegisteredRisk>().AsNoTracking().Where(r => r.OwnerId == accountId && r.ClosedOn == null).OrderBy(r => r.Id).Select(r => new { r.Number, r.Title, r.PublicId }).ToListAsync(ct);
        var controls = await db.Set<Control>().AsNoTracking().Where(c => c.OwnerId == accountId && c.RetiredOn == null).OrderBy(c => c.Id).Select(c => new { c.Number, c.Name, c.PublicId }).ToListAsync(ct);
        return
        [
            .. actions.Select(a => new OpenTask("Actions.Title", a.Number, $"/Risk/Actions/Details/{a.PublicId}")), .. checks.Select(c => new OpenTask("Checks.Title", c.Number, $"/Risk/Checks/Details/{c.PublicId}")),
            .. risks.Select(r => new OpenTask("Register.Title", $"{r.Number} {r.Title}", $"/Risk/Register/Details/{r.PublicId}")), .. controls.Select(c => new OpenTask("Controls.Title", $"{c.Number} {c.Name}", $"/Risk/Controls/Details/{c.PublicId}")),
        ];
    }
}
