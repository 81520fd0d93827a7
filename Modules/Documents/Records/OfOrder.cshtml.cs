using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>
/// The papers of an order, for its page: what is on file, and what the rules for its kind still miss. A part of a page:
/// <c>hx-get="/Documents/Records/OfOrder/SO-2026-000123?kind=repair"</c>.
/// </summary>
[Permission(DocumentsPermissions.ReadRecords)]
internal sealed class OfOrderModel(DocumentsDbContext db, RecordAccess access, IPolicies policies, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    /// <summary>Code of the order's kind; without it nothing is said about completeness.</summary>
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }
    public IReadOnlyList<Document> Papers { get; private set; } = [];
    public IReadOnlyList<string> Missing { get; private set; } = [];
    public bool IsComplete => Kind is not null && Missing.Count == 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_OrderPapers", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var ofOrder = db.OfOrder(Number).AsNoTracking().Where(d => d.State != DocumentState.Disposed);
        Papers = await ofOrder.VisibleTo(access.Of(User)).OrderByDescending(d => d.MadeOn).ThenByDescending(d => d.Id).Take(100).ToListAsync(ct);
        var needed = policies.At<RecordsPolicy>(time.Now()).Value.OrderPapers.FirstOrDefault(r => r.Kind == Kind)?.Papers ?? [];
        var there = await ofOrder.Where(d => d.State == DocumentState.Archived).Select(d => d.Paper).Distinct().ToListAsync(ct);
        Missing = [.. needed.Except(there)];
    }
}
