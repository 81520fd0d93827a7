using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Settlement;

/// <summary>Somebody hands cash in: the receipts it belongs to are ticked, the money is counted, a difference has a reason.</summary>
[Permission(ServicePermissions.Settle)]
internal sealed class HandInModel(ServiceDbContext db, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public List<long> Receipts { get; init; } = [];
        public string? Amount { get; init; }
        public string? Because { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string? Who { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<(string Id, string Name)> People { get; private set; } = [];
    public IReadOnlyList<Payment> Receipts { get; private set; } = [];
    public IReadOnlyList<HandIn> Former { get; private set; } = [];
    public Money Total => Receipts.Aggregate(Money.Zero, (sum, p) => sum + p.Amount);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var open = db.Set<Payment>().AsNoTracking().Where(p => p.Method == PaymentMethod.Cash && p.MatchedAt == null);
        People = [.. (await open.Select(p => new { p.TakenById, p.TakenBy }).Distinct().OrderBy(p => p.TakenBy).Take(500).ToListAsync(ct)).Select(p => (p.TakenById, p.TakenBy))];
        Receipts = Who is null ? [] : await open.Where(p => p.TakenById == Who).OrderBy(p => p.PaidAt).ThenBy(p => p.Id).Take(500).ToListAsync(ct);
        Former = await db.Set<HandIn>().AsNoTracking().OrderByDescending(h => h.Id).Take(20).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Money.TryParse(Input.Amount, out var counted)) throw new RuleViolation("Payments.AmountMissing") { Field = "Input.Amount" };
        var receipts = await db.Set<Payment>().Where(p => Input.Receipts.Contains(p.Id) && p.TakenById == Who && p.Method == PaymentMethod.Cash && p.MatchedAt == null).ToListAsync(ct);
        if (receipts.Count != Input.Receipts.Distinct().Count()) throw new RuleViolation("Settlement.HandIn.Changed");
        var handIn = HandIn.Take(Who!, receipts.Count > 0 ? receipts[0].TakenBy : "", receipts, counted, Input.Because, time.Now(), Actor);
        db.Add(handIn);
        await using var write = await db.BeginWriteAsync(ct);
        await db.SaveChangesAsync(ct);
        foreach (var receipt in receipts) receipt.MatchHandIn(handIn.Id, time.Now());
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return LocalRedirect("/Service/Settlement/HandIn");
    }
}
