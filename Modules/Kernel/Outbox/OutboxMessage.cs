using System.Text.Json;

namespace AfterSales.Kernel.Outbox;

/// <summary>An event waiting in its publisher's schema until every handler has taken it. Nothing is dropped: what fails often is parked and shown.</summary>
public sealed class OutboxMessage
{
    public const int AttemptsBeforeParking = 8;

    public long Id { get; private set; }
    public Guid MessageId { get; private init; }
    /// <summary>Full name of the event's type.</summary>
    public required string Type { get; init; }
    public required string Payload { get; init; }
    public DateTime OccurredAt { get; private init; }
    public int Attempts { get; private set; }
    public DateTime? NextAttemptAt { get; private set; }
    public DateTime? DeliveredAt { get; private set; }
    public DateTime? ParkedAt { get; private set; }
    public string? LastError { get; private set; }

    public static OutboxMessage For(object @event, DateTime nowUtc) => new()
    {
        MessageId = PublicId.New(nowUtc),
        Type = @event.GetType().FullName!,
        Payload = JsonSerializer.Serialize(@event, @event.GetType()),
        OccurredAt = nowUtc,
        NextAttemptAt = nowUtc,
    };

    internal void Delivered(DateTime nowUtc) => (DeliveredAt, NextAttemptAt, LastError) = (nowUtc, null, null);

    /// <summary>Waits 1, 2, 4 ... 128 seconds between attempts, then parks the message for a person to look at.</summary>
    internal void Failed(Exception error, DateTime nowUtc)
    {
        LastError = error.ToString();
        if (++Attempts >= AttemptsBeforeParking) (ParkedAt, NextAttemptAt) = (nowUtc, null);
        else NextAttemptAt = nowUtc.AddSeconds(1 << (Attempts - 1));
    }

    /// <summary>A person looked at the cause and sends the parked message again.</summary>
    public void Retry(DateTime nowUtc) => (ParkedAt, Attempts, NextAttemptAt) = (null, 0, nowUtc);
}

/// <summary>Remembers, in the handler's own schema and transaction, that a message was handled: a second delivery does nothing.</summary>
public sealed class HandledMessage
{
    public Guid MessageId { get; init; }
    public required string Handler { get; init; }
    public DateTime HandledAt { get; init; }
}
