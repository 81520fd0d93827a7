using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Messages;

/// <summary>A message to a customer from queue to delivery. Its words are fixed when it is queued.</summary>
internal sealed class OutgoingMessage : Aggregate
{
    public Guid PublicId { get; private init; }
    /// <summary>The same key is queued once.</summary>
    public string Once { get; private init; } = "";
    public string Template { get; private init; } = "";
    public string? Phone { get; private init; }
    public string? Email { get; private init; }
    public string Language { get; private init; } = "";
    public string Subject { get; private init; } = "";
    public string Body { get; private init; } = "";
    /// <summary>Values of the placeholders as JSON, for providers that fill templates of their own.</summary>
    public string Values { get; private init; } = "{}";
    public Guid? About { get; private init; }
    public bool Urgent { get; private init; }
    public DateTime QueuedAt { get; private init; }
    /// <summary>Next try, UTC.</summary>
    public DateTime NextAt { get; private set; }
    public int Attempts { get; private set; }
    public MessageState State { get; private set; }
    /// <summary>email, sms or file, once it went out; the robot of a staff group from the beginning.</summary>
    public string? Channel { get; private set; }
    public DateTime? SentAt { get; private set; }
    public string? Error { get; private set; }

    OutgoingMessage() { }

    public static OutgoingMessage Queue(CustomerMessage message, string subject, string body, string values, bool sendsNothing, DateTime now) => new()
    {
        PublicId = Kernel.PublicId.New(now), Once = message.Key, Template = message.Template, Phone = message.Phone.OrNull(), Email = message.Email.OrNull(), Language = message.Language, Subject = subject, Body = body,
        Values = values, About = message.About, Urgent = message.Urgent, QueuedAt = now, NextAt = message.NotBefore ?? now,
        State = sendsNothing || (message.Phone.OrNull() ?? message.Email.OrNull()) is null ? MessageState.NotSent : MessageState.Queued,
    };

    /// <summary>Something for a staff group; goes out at any hour.</summary>
    public static OutgoingMessage ToGroup(string once, string robot, string subject, string body, bool sendsNothing, DateTime now) => new()
    {
        PublicId = Kernel.PublicId.New(now), Once = once, Template = "group", Channel = robot, Language = "zh-CN", Subject = subject, Body = body, Urgent = true, QueuedAt = now, NextAt = now,
        State = sendsNothing ? MessageState.NotSent : MessageState.Queued,
    };

    /// <summary>Puts it off to the end of quiet hours.</summary>
    public void WaitUntil(DateTime at)
    {
        NextAt = at;
        Acted();
    }

    public void Begin()
    {
        (State, Attempts) = (MessageState.Sending, Attempts + 1);
        Acted();
    }

    public void Went(string channel, DateTime at)
    {
        (State, Channel, SentAt, Error) = (MessageState.Sent, channel, at, null);
        Acted();
    }

    /// <param name="next">Next try; null when it was tried often enough.</param>
    public void Failed(string error, DateTime? next)
    {
        (Error, State, NextAt) = (error, next is null ? MessageState.Parked : MessageState.Queued, next ?? NextAt);
        Acted();
    }

    /// <summary>The provider's receipt; it may be quicker than the answer to the sending. A receipt for what never went out says nothing.</summary>
    public void Confirmed(bool delivered, string? reason)
    {
        if (State is not (MessageState.Sending or MessageState.Sent or MessageState.Delivered)) return;
        (State, Error) = delivered ? (MessageState.Delivered, null) : (MessageState.Parked, reason);
        Acted();
    }

    public void TryAgain(DateTime now)
    {
        if (State is not (MessageState.Parked or MessageState.Cancelled)) throw new RuleViolation("Messages.Outbox.NotParked");
        (State, NextAt, Attempts) = (MessageState.Queued, now, 0);
        Acted();
    }

    public void Cancel()
    {
        if (State is not (MessageState.Queued or MessageState.Parked)) throw new RuleViolation("Messages.Outbox.Gone");
        State = MessageState.Cancelled;
        Acted();
    }
}

/// <summary>Words of a template that the company wrote itself.</summary>
internal sealed class TemplateText : Aggregate
{
    public required string Template { get; init; }
    public required string Language { get; init; }
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";

    public void Write(string subject, string body)
    {
        (Subject, Body) = (subject, body);
        Acted();
    }
}

internal sealed class OutgoingMessageMap : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.ToTable("outgoing_messages");
        builder.HasIndex(m => m.Once).IsUnique();
        builder.HasIndex(m => m.PublicId).IsUnique();
        builder.HasIndex(m => new { m.State, m.NextAt });
        builder.HasIndex(m => m.About);
    }
}

internal sealed class TemplateTextMap : IEntityTypeConfiguration<TemplateText>
{
    public void Configure(EntityTypeBuilder<TemplateText> builder)
    {
        builder.ToTable("template_texts");
        builder.HasIndex(t => new { t.Template, t.Language }).IsUnique();
    }
}
