using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Audits;

/// <summary>A page about one audit; an auditor finds those of the own contract only.</summary>
internal abstract class AuditPage(ReportingDbContext db, Sight sight) : ActPage<Audit>
{
    public Audit Audit => Record;
    protected override string Home => $"/Reporting/Audits/Details/{Id}";

    protected override async Task<Audit> FindAsync(bool toChange, CancellationToken ct)
    {
        var own = await OwnAsync(ct);
        var audits = db.Set<Audit>().Include(a => a.Orders.OrderBy(o => o.Position)).ThenInclude(o => o.Ticks).AsSplitQuery();
        return await (toChange ? audits : audits.AsNoTracking()).FirstOrDefaultAsync(a => a.PublicId == Id && (own == null || a.Contract == own), ct) ?? throw new NotThere();
    }

    async Task<string?> OwnAsync(CancellationToken ct)
    {
        try
        {
            return await sight.ContractAsync(User, ct);
        }
        catch (RuleViolation)
        {
            throw new NotThere(); // to whom no contract is given, no audit exists
        }
    }

    protected override Task SaveAsync(Audit acted, CancellationToken ct) => db.SaveChangesAsync(ct);
}
