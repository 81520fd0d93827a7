using AfterSales.Kernel;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Payments;

/// <summary>Counts what came of campaigns from the orders that carry their codes.</summary>
internal sealed class CountCampaigns(ServiceDbContext db) : ICampaignResults
{
    public async Task<IReadOnlyList<CampaignResult>> OfAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        var all = db.Set<ServiceOrder>().AsNoTracking();
        var orders = await all.Where(o => codes.Contains(o.Campaign!))
            .Select(o => new { o.Campaign, o.CustomerId, Completed = o.CompletedAt != null, IsFirst = o.CustomerId != null && !all.Any(e => e.CustomerId == o.CustomerId && (e.ReceivedAt < o.ReceivedAt || (e.ReceivedAt == o.ReceivedAt && e.Id < o.Id))) }).ToListAsync(ct);
        var money = await (from o in all where codes.Contains(o.Campaign!) join a in db.Set<OrderAccount>() on o.Id equals a.OrderId select new { o.Campaign, a.Paid, a.Refunded }).ToListAsync(ct);
        return [.. codes.Distinct().Select(code => new CampaignResult(code, orders.Count(o => o.Campaign == code), orders.Count(o => o.Campaign == code && o.IsFirst), orders.Count(o => o.Campaign == code && o.Completed),
            money.Where(m => m.Campaign == code).Sum(m => m.Paid.Fen - m.Refunded.Fen)))];
    }

    /// <summary>A code as it is stored, or null: what is no code never stops a request.</summary>
    public static string? Typed(string? code) => code?.Trim().ToUpperInvariant() is { Length: >= 4 and <= 12 } typed && typed.All(char.IsAsciiLetterOrDigit) ? typed : null;
}
