using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Integrations;

/// <summary>Adds an address and shows its secret, this once.</summary>
[Permission(HostPermissions.Integrations)]
internal sealed class AddWebhookModel(HostDbContext db, WebhookSecrets secrets, IAuditLog audit, Shown shown) : ModulePage
{
    public sealed record Form
    {
        public string Name { get; init; } = "";
        public string Address { get; init; } = "";
        public string[] Events { get; init; } = [];
    }

    [BindProperty] public Form Input { get; set; } = new();
    /// <summary>The secret, in the answer that made it and never again.</summary>
    public string? Secret { get; private set; }
    public Guid Made { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (words, kept) = secrets.Make();
        var webhook = Webhook.Make(Input.Name, Input.Address, Input.Events, kept, shown.Now, Actor);
        db.Add(webhook);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "webhook.made", $"webhook:{webhook.PublicId:N}", $"{webhook.Name} {webhook.Address}: {webhook.Events}", ct);
        (Secret, Made) = (words, webhook.PublicId);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
