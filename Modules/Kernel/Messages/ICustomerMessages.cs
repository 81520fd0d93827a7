namespace AfterSales.Kernel.Messages;

/// <summary>
/// Sends word to customers: e-mail, SMS, or a file while neither is set up. Ask it outside a write of your own context (from an event handler, a job, or
/// after saving), since it writes to the Host's tables. What is queued is sent later, kept until it went out, and shown on the outbox page.
/// </summary>
public interface ICustomerMessages
{
    /// <summary>Queues a message; the same key again does nothing.</summary>
    /// <exception cref="ArgumentException">The template is unknown, or a placeholder of it has no value: a fault of the caller.</exception>
    Task QueueAsync(CustomerMessage message, CancellationToken ct);

    /// <summary>The words of a template as the company has them now, filled in: for a letter that is printed and not sent.</summary>
    /// <exception cref="ArgumentException">The template is unknown, or a placeholder of it has no value: a fault of the caller.</exception>
    Task<(string Subject, string Body)> WordsAsync(string template, string language, IReadOnlyDictionary<string, string> values, CancellationToken ct);

    /// <summary>How messages fare, by key; keys never queued are absent.</summary>
    Task<IReadOnlyDictionary<string, MessageState>> StatesAsync(IReadOnlyCollection<string> keys, CancellationToken ct);
}

/// <param name="Key">Makes the message exactly once, e.g. <c>survey:0198...</c>.</param>
/// <param name="Template">Code of a <see cref="MessageTemplate"/> that some module registers.</param>
/// <param name="Phone">Mobile number, or null.</param>
/// <param name="Email">Address, or null. With neither the message waits for nobody and is marked as not sent.</param>
/// <param name="Language">Of the customer: <c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Values">By placeholder.</param>
public sealed record CustomerMessage(string Key, string Template, string? Phone, string? Email, string Language, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Public id of the record it is about, e.g. the order.</summary>
    public Guid? About { get; init; }
    /// <summary>Not before this instant (UTC); null is now.</summary>
    public DateTime? NotBefore { get; init; }
    /// <summary>Goes out in quiet hours too: somebody is on the way, gas is leaking.</summary>
    public bool Urgent { get; init; }
}

/// <summary>
/// Words for customers, in both languages: texts <c>Templates.{Code}.Subject</c> and <c>Templates.{Code}.Body</c> with placeholders in braces, e.g.
/// <c>{link}</c>. The company may write its own in Settings.
/// </summary>
/// <param name="Code">Stable, e.g. <c>tracking</c>.</param>
/// <param name="Placeholders">All that the words may use.</param>
public sealed record MessageTemplate(string Code, params string[] Placeholders)
{
    public string NameKey => $"Templates.{Code}.Name";
    public string SubjectKey => $"Templates.{Code}.Subject";
    public string BodyKey => $"Templates.{Code}.Body";
}

public enum MessageState
{
    /// <summary>Waits for its time, its quiet hours or its next try.</summary>
    Queued,
    /// <summary>Being handed over; after a crash nobody knows whether it arrived, so it is parked and not sent twice.</summary>
    Sending,
    Sent,
    /// <summary>The provider confirmed that it arrived.</summary>
    Delivered,
    /// <summary>Tried often enough; a person decides.</summary>
    Parked,
    Cancelled,
    /// <summary>A demo company, or no address: nothing goes out.</summary>
    NotSent,
}
