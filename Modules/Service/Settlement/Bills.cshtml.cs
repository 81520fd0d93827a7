using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Payments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Settlement;

/// <summary>Bills: taken over from a file, matched by number and amount; what is left is matched by hand.</summary>
[Permission(ServicePermissions.Settle)]
internal sealed class BillsModel(ServiceDbContext db, ImportBills import, DataFolder folder, TimeProvider time) : ModulePage
{
    const int MostRows = 100;

    [BindProperty] public long BillRowId { get; set; }
    [BindProperty] public string? Receipt { get; set; }
    public IReadOnlyList<BillRow> Rows { get; private set; } = [];
    public ImportReport? Report { get; private set; }
    public int Matched { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) =>
        Rows = await db.Set<BillRow>().AsNoTracking().Where(b => b.PaymentId == null).OrderByDescending(b => b.At).ThenBy(b => b.Id).Take(MostRows).ToListAsync(ct);

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null) throw new RuleViolation("Shell.ValueMissing");
        Directory.CreateDirectory(folder.In("imports"));
        var path = Path.Combine(folder.In("imports"), PublicId.New(time.Now()).ToString("N") + ".bill");
        try
        {
            await using (var kept = System.IO.File.Create(path)) await file.CopyToAsync(kept, ct);
            Report = new ImportReport("payments", T, null);
            Matched = await import.RunAsync(path, null, Report, ct);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostMatchAsync(CancellationToken ct)
    {
        var row = await db.Set<BillRow>().SingleOrDefaultAsync(b => b.Id == BillRowId, ct) ?? throw new NotThere();
        var payment = await db.Set<Payment>().SingleOrDefaultAsync(p => p.Number == Receipt, ct) ?? throw new RuleViolation("Settlement.Bills.NoReceipt", Receipt ?? "");
        payment.MatchBill(row, time.Now());
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Settlement/Bills");
    }
}
