using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Integrations;

/// <summary>An address of another program that is told of chosen events.</summary>
internal sealed class Webhook : Aggregate
{
    const int LongestName = 60, LongestAddress = 500;

    public Guid PublicId { get; private init; }
    public string Name { get; private init; } = "";
    public string Address { get; private init; } = "";
    /// <summary>Events with a space between.</summary>
    public string Events { get; private init; } = "";
    /// <summary>The secret that signs, encrypted; it was shown once.</summary>
    public string SealedSecret { get; private init; } = "";
    public DateTime MadeAt { get; private init; }
    public string MadeBy { get; private init; } = "";
    public DateTime? EndedAt { get; private set; }

    Webhook() { }

    public IReadOnlyList<string> EventList => Events.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="RuleViolation">Something is missing, or the address is none that is ever called.</exception>
    public static Webhook Make(string name, string address, IReadOnlyCollection<string> events, string sealedSecret, DateTime now, Actor who)
    {
        Require(name.Trim() is { Length: > 0 and <= LongestName }, "Integrations.Tokens.NameMissing", "Input.Name", LongestName);
        Require(address.Trim().Length <= LongestAddress && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", Fragment: "" }, "Integrations.Webhooks.BadAddress", "Input.Address");
        Require(events.Count > 0 && events.All(WebhookEvents.All.Contains), "Integrations.Webhooks.EventsMissing", "Input.Events");
        var webhook = new Webhook { PublicId = Kernel.PublicId.New(now), Name = name.Trim(), Address = address.Trim(), Events = string.Join(' ', WebhookEvents.All.Where(events.Contains)), SealedSecret = sealedSecret, MadeAt = now, MadeBy = who.Name };
        webhook.Acted();
        return webhook;
    }

    /// <summary>It is told nothing from here on; what was told stays listed.</summary>
    public void End(DateTime now)
    {
        Require(EndedAt is null, "Integrations.Webhooks.EndedAlready");
        EndedAt = now;
        Acted();
    }
}

internal enum WebhookState { Queued, Delivered, Parked }

/// <summary>One event on its way to one address. Its body is fixed when the event happened.</summary>
internal sealed class WebhookDelivery : Aggregate
{
    /// <summary>Growing pauses, minutes: after the last one it is parked for a person.</summary>
    public static readonly IReadOnlyList<int> Pauses = [1, 5, 15, 60, 240, 720, 1440];

    public Guid PublicId { get; private init; }
    public long WebhookId { get; private init; }
    public string Type { get; private init; } = "";
    public string Body { get; private init; } = "";
    public DateTime QueuedAt { get; private init; }
    public DateTime NextAt { get; private set; }
    public int Attempts { get; private set; }
    public WebhookState State { get; private set; }
    /// <summary>HTTP status of the last answer; null where there was none.</summary>
    public int? Status { get; private set; }
    public string? Error { get; private set; }
    public DateTime? LastTriedAt { get; private set; }

    WebhookDelivery() { }

    public static WebhookDelivery Queue(Guid id, long webhook, string type, string body, DateTime now) => new() { PublicId = id, WebhookId = webhook, Type = type, Body = body, QueuedAt = now, NextAt = now };

    /// <param name="status">What the receiver answered; null where it was not reached.</param>
    /// <returns>True when nobody tries any more.</returns>
    public bool Tried(int? status, string? error, DateTime now)
    {
        (Attempts, Status, Error, LastTriedAt) = (Attempts + 1, status, error, now);
        if (status is >= 200 and < 300) State = WebhookState.Delivered;
        else if (Attempts > Pauses.Count) State = WebhookState.Parked;
        else NextAt = now.AddMinutes(Pauses[Attempts - 1]);
        Acted();
        return State == WebhookState.Parked;
    }

    public void SendAgain(DateTime now)
    {
        (State, NextAt, Attempts) = (WebhookState.Queued, now, 0);
        Acted();
    }
}

/// <summary>What shows a receiver that a message is ours and new.</summary>
internal static class WebhookSignature
{
    public const string Header = "AfterSales-Signature";

    /// <summary><c>t=SECONDS,v1=HEX</c>: HMAC-SHA256 with the secret over <c>SECONDS.BODY</c>. The time is signed too, so an old message cannot be sent again as new.</summary>
    public static string Of(string secret, string body, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }
}

internal sealed class WebhookMap : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhooks");
        builder.HasIndex(w => w.PublicId).IsUnique();
    }
}

internal sealed class WebhookDeliveryMap : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.HasIndex(d => d.PublicId).IsUnique();
        builder.HasIndex(d => new { d.State, d.NextAt });
        builder.HasIndex(d => new { d.WebhookId, d.Id });
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
    }
}
