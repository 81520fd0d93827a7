using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Integrations;

/// <summary>Secrets that sign: made, kept encrypted, opened to sign.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    readonly IDataProtector _sealed = protection.CreateProtector("AfterSales.Webhooks");

    /// <returns>256 random bits, and the same as they are kept.</returns>
    public (string Words, string Sealed) Make()
    {
        var words = "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (words, _sealed.Protect(words));
    }

    public string Open(string kept) => _sealed.Unprotect(kept);
}

/// <summary>
/// Every minute: tells the addresses what is due. A receiver that fails gets nothing more in this minute, so one that is dead costs one wait. Told at
/// least once: after a crash the same event comes again under the same id.
/// </summary>
internal sealed class SendWebhooks(HostDbContext db, GuardedCalls calls, WebhookSecrets secrets, IBell bell, ICompany company, TimeProvider time, ILogger<SendWebhooks> log, IServiceProvider services) : IJobStep
{
    public static readonly JobDefinition Job = new("host.send-webhooks", typeof(SendWebhooks), "30 * * * * ?");
    const int Batch = 200;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        if (company.IsDemo) return new JobOutcome(0);
        var now = time.Now();
        var due = await (from d in db.Set<WebhookDelivery>().AsNoTracking()
                         join w in db.Set<Webhook>() on d.WebhookId equals w.Id
                         where d.State == WebhookState.Queued && d.NextAt <= now && w.EndedAt == null
                         orderby d.NextAt, d.Id
                         select new { d.Id, d.WebhookId }).Take(Batch).ToListAsync(ct);
        HashSet<long> failing = [];
        long delivered = 0;
        foreach (var each in due.Where(e => !failing.Contains(e.WebhookId)))
        {
            if (await OneAsync(each.Id, ct) is not { } delivery) continue;
            if (delivery.State == WebhookState.Delivered) delivered++;
            else failing.Add(each.WebhookId);
        }
        return new JobOutcome(delivered);
    }

    /// <summary>Tells one event, now.</summary>
    /// <returns>Null when somebody else was quicker.</returns>
    public async Task<WebhookDelivery?> OneAsync(long id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<WebhookDelivery>().SingleOrDefaultAsync(d => d.Id == id && d.State == WebhookState.Queued, ct) is not { } delivery) return null;
        var webhook = await db.Set<Webhook>().AsNoTracking().SingleAsync(w => w.Id == delivery.WebhookId, ct);
        var (status, error) = await CallAsync(webhook, delivery, ct);
        var parked = delivery.Tried(status, error, time.Now());
        services.GetService<ProductMetrics>()?.Told(delivery.State); // a verb counts nothing
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        if (parked) await bell.RingAsync([Roles.Administrator], $"webhook:{delivery.PublicId}", "Integrations.Webhooks.Bell", [webhook.Name], $"/Integrations/Webhook?id={webhook.PublicId}", ct);
        return delivery;
    }

    async Task<(int? Status, string? Error)> CallAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new StringContent(delivery.Body, new MediaTypeHeaderValue("application/json", "utf-8")) };
            request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secrets.Open(webhook.SealedSecret), delivery.Body, time.GetUtcNow()));
            request.Headers.Add("AfterSales-Event", delivery.Type);
            request.Headers.Add("AfterSales-Delivery", delivery.PublicId.ToString());
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("AfterSales", Product.Version));
            return (await calls.SendAsync(request, ct), null);
        }
        catch (Exception unreachable) when (!ct.IsCancellationRequested && unreachable is HttpRequestException or TaskCanceledException or CryptographicException)
        {
            log.LogWarning(unreachable, "Webhook {Webhook} was not reached", webhook.PublicId);
            return (null, unreachable.GetBaseException().Message);
        }
    }
}

/// <summary>Every night: what was delivered is forgotten after thirty days. What is parked stays until somebody looks at it.</summary>
internal sealed class ForgetDeliveries(HostDbContext db) : IJobStep
{
    public static readonly JobDefinition Job = new("host.forget-deliveries", typeof(ForgetDeliveries), "0 35 3 * * ?");
    public const int DaysKept = 30;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var oldest = slotUtc.AddDays(-DaysKept);
        await using var write = await db.BeginWriteAsync(ct);
        var gone = await db.Set<WebhookDelivery>().Where(d => d.State == WebhookState.Delivered && d.QueuedAt < oldest).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return new JobOutcome(gone);
    }
}
