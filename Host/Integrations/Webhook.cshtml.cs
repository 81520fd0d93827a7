using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Integrations;

/// <summary>One address: what it was told and how that went.</summary>
[Permission(HostPermissions.Integrations)]
internal sealed class WebhookModel(HostDbContext db, SendWebhooks send, IAuditLog audit, ICompany company, Shown shown) : ModulePage
{
    const int Most = 100;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public Webhook Webhook { get; private set; } = null!;
    public IReadOnlyList<WebhookDelivery> Deliveries { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Webhook = await db.Set<Webhook>().AsNoTracking().SingleOrDefaultAsync(w => w.PublicId == Id, ct) ?? throw new NotThere();
        Deliveries = await db.Set<WebhookDelivery>().AsNoTracking().Where(d => d.WebhookId == Webhook.Id).OrderByDescending(d => d.Id).Take(Most).ToListAsync(ct);
    }

    /// <summary>Sends at once, so that whoever sets up the other side sees what happens.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        var webhook = await OpenAsync(ct);
        var id = PublicId.New(shown.Now);
        var delivery = WebhookDelivery.Queue(id, webhook.Id, WebhookEvents.Test, WebhookEvents.Body(id, WebhookEvents.Test, company.WithOffset(shown.Now), new { company = company.Name }), shown.Now);
        db.Add(delivery);
        await db.SaveChangesAsync(ct);
        return await SendAsync("webhook.tested", webhook, delivery, ct);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid delivery, CancellationToken ct)
    {
        var webhook = await OpenAsync(ct);
        var again = await db.Set<WebhookDelivery>().SingleOrDefaultAsync(d => d.PublicId == delivery && d.WebhookId == webhook.Id, ct) ?? throw new NotThere();
        again.SendAgain(shown.Now);
        await db.SaveChangesAsync(ct);
        return await SendAsync("webhook.sent-again", webhook, again, ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        var webhook = await db.Set<Webhook>().SingleOrDefaultAsync(w => w.PublicId == Id, ct) ?? throw new NotThere();
        webhook.End(shown.Now);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "webhook.ended", $"webhook:{webhook.PublicId:N}", webhook.Name, ct);
        return LocalRedirect("/Integrations/Webhooks");
    }

    async Task<IActionResult> SendAsync(string act, Webhook webhook, WebhookDelivery delivery, CancellationToken ct)
    {
        await audit.RecordAsync(Actor, act, $"webhook:{webhook.PublicId:N}", $"{delivery.Type} {delivery.PublicId:N}", ct);
        await send.OneAsync(delivery.Id, ct);
        return LocalRedirect($"/Integrations/Webhook?id={Id}");
    }

    async Task<Webhook> OpenAsync(CancellationToken ct)
    {
        if (company.IsDemo) throw new RuleViolation("Integrations.Webhooks.Demo");
        var webhook = await db.Set<Webhook>().AsNoTracking().SingleOrDefaultAsync(w => w.PublicId == Id, ct) ?? throw new NotThere();
        return webhook.EndedAt is null ? webhook : throw new RuleViolation("Integrations.Webhooks.EndedAlready");
    }
}
