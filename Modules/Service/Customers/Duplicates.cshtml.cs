using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Pairs of records that may be one person, and merges that can be undone.</summary>
[Permission(ServicePermissions.EditCustomers)]
internal sealed class DuplicatesModel(ServiceDbContext db, FindDuplicates duplicates, IAuditLog audit, TimeProvider time) : ModulePage
{
    const int Most = 50;

    internal sealed record MergeRow(Guid Id, DateTime At, string By, string Survivor, Guid SurvivorId, DateTime? UndoneAt, string? UndoneBy);

    public IReadOnlyList<DuplicatePair> Pairs { get; private set; } = [];
    public IReadOnlyList<MergeRow> Merges { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Pairs = await duplicates.ReadAsync(Most, ct);
        Merges = await (from m in db.Set<CustomerMerge>() join c in db.Set<Customer>().IgnoreQueryFilters() on m.SurvivorId equals c.Id
                        orderby m.At descending, m.Id descending select new MergeRow(m.PublicId, m.At, m.ByName, c.Name, c.PublicId, m.UndoneAt, m.UndoneByName)).Take(Most).ToListAsync(ct);
    }

    /// <summary>These are two people; the pair is not proposed again.</summary>
    public async Task<IActionResult> OnPostDismissAsync(Guid one, Guid other, CancellationToken ct)
    {
        var ids = await db.Set<Customer>().Where(c => c.PublicId == one || c.PublicId == other).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        if (ids.Count != 2) throw new NotThere();
        if (!await db.Set<DuplicateDismissal>().AnyAsync(d => d.FirstId == ids[0] && d.SecondId == ids[1], ct))
        {
            db.Add(new DuplicateDismissal { FirstId = ids[0], SecondId = ids[1], At = time.Now(), ByName = Actor.Name });
            await db.SaveChangesAsync(ct);
            await audit.RecordAsync(Actor, "customer.duplicate-dismissed", $"customer:{ids[0]}", $"customer:{ids[1]}", ct);
        }
        return RedirectToPage();
    }
}
