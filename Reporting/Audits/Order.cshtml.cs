using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Audits;

/// <summary>One drawn order on one screen: what the records say, a tick for each clause, and on to the next. What the records show is preselected; the auditor decides.</summary>
[Permission(ReportingPermissions.ReadAudits)]
internal sealed class OrderModel(ReportingDbContext db, Sight sight, DrawOrders orders) : AuditPage(db, sight)
{
    [BindProperty(SupportsGet = true)] public int Position { get; set; }
    [BindProperty] public Dictionary<string, TickResult> Ticks { get; set; } = [];
    [BindProperty] public string? Finding { get; set; }

    public AuditedOrder Order { get; private set; } = null!;
    public OrderFactsShown? Facts { get; private set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Finding = Order.Finding;
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Order = Audit.Orders.FirstOrDefault(o => o.Position == Position) ?? throw new NotThere();
        Facts = await orders.OfAsync(Order.Number, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(ReportingPermissions.Audit)) return Forbid();
        Audit? acted = null;
        var done = await ActAsync((audit, now) => (acted = audit).Tick(Position, Ticks, Finding, now), ct);
        return acted?.Orders.OrderBy(o => o.Position).FirstOrDefault(o => o.CheckedAt is null) is { } next ? LocalRedirect($"/Reporting/Audits/Order/{Id}/{next.Position}") : done;
    }

    /// <summary>What was typed, else what was ticked before, else what the records show.</summary>
    public TickResult? Chosen(string clause) => Ticks.TryGetValue(clause, out var typed) ? typed : Order.Of(clause) ?? Facts?.Suggested(clause);
}
