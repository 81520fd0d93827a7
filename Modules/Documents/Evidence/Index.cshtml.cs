using System.Globalization;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Evidence;

/// <summary>Takes the evidence pack of an order, a customer or a dispute.</summary>
[Permission(DocumentsPermissions.TakeEvidence)]
internal sealed class IndexModel(DocumentsDbContext db, EvidencePack pack, IOrderLookup orders, ICustomerLookup customers, DataFolder folder, TimeProvider time) : ModulePage
{
    public static readonly string[] Kinds = [LinkKinds.Order, LinkKinds.Customer, LinkKinds.Dispute];

    /// <summary>One of <see cref="Kinds"/>.</summary>
    [BindProperty(SupportsGet = true)] public string Kind { get; set; } = LinkKinds.Order;
    /// <summary>Number of the order or dispute, name or telephone number of the customer, or the public id of any.</summary>
    [BindProperty(SupportsGet = true)] public string? Key { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var about = await FindAsync(Key?.Trim() ?? "", ct) ?? throw new RuleViolation("Evidence.NotFound", Key) { Field = "Key" };
        Directory.CreateDirectory(folder.In("incoming"));
        var made = new FileStream(Path.Combine(folder.In("incoming"), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await pack.WriteAsync([about], User, masked: false, made, ct);
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
        made.Position = 0;
        Response.Headers.CacheControl = "private, no-store";
        return File(made, "application/zip", $"evidence-{about.Kind}-{Records.FileNames.Safe(about.Label)}-{time.Now().ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.zip");
    }

    async Task<EvidenceOf?> FindAsync(string typed, CancellationToken ct)
    {
        if (typed.Length == 0) return null;
        var byId = Guid.TryParse(typed, out var id);
        switch (Kind)
        {
            case LinkKinds.Order:
                return await (byId ? orders.ByIdAsync(id, ct) : orders.ByNumberAsync(typed, ct)) is { } order ? new EvidenceOf(Kind, order.Id.ToString("D"), order.Number) : null;
            case LinkKinds.Customer:
                var found = byId ? await customers.ByIdAsync(id, ct) is { } one ? [one] : [] : await customers.MeantByAsync(typed, ct);
                if (found.Count > 1) throw new RuleViolation("Agreements.CustomerSeveral", typed, found.Count) { Field = "Key" };
                return found is [var customer] ? new EvidenceOf(Kind, customer.Id.ToString("D"), customer.Name) : null;
            case LinkKinds.Dispute:
                return await db.Set<Dispute>().AsNoTracking().Where(d => d.Code == typed || d.PublicId == id).Select(d => new { d.PublicId, d.Code }).FirstOrDefaultAsync(ct) is { } dispute ? new EvidenceOf(Kind, dispute.PublicId.ToString("D"), dispute.Code!) : null;
            default:
                return null;
        }
    }
}
