using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Integrations;

/// <summary>Addresses that are told of events.</summary>
[Permission(HostPermissions.Integrations)]
internal sealed class WebhooksModel(HostDbContext db) : ModulePage
{
    internal sealed record Row(Webhook Webhook, int Parked);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var parked = await db.Set<WebhookDelivery>().Where(d => d.State == WebhookState.Parked).GroupBy(d => d.WebhookId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Rows = [.. (await db.Set<Webhook>().AsNoTracking().OrderBy(w => w.EndedAt != null).ThenBy(w => w.Name).ToListAsync(ct)).Select(w => new Row(w, parked.GetValueOrDefault(w.Id)))];
    }
}
