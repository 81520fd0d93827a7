using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Fees;

internal enum QuoteState { Offered, Accepted, Refused, Superseded }

/// <summary>How a customer said yes.</summary>
internal enum AcceptedBy { Signature, TypedName, Link }

/// <summary>What chargeable work will cost, line by line, before it is begun. Nobody pays more than the last quote that was accepted.</summary>
internal sealed class Quote : Aggregate, INumbered
{
    /// <summary>Days for which the customer's link works.</summary>
    public const int LinkDays = 14;

    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public long OrderId { get; private init; }
    public long PriceListId { get; private init; }
    public string Inputs { get; private init; } = "";
    public string LineFacts { get; private init; } = "";
    public Money Total { get; private init; }
    public QuoteState State { get; private set; }
    public DateTime OfferedAt { get; private init; }
    public string OfferedBy { get; private init; } = "";
    /// <summary>SHA-256 of the link's token; null while no link was made.</summary>
    public string? TokenHash { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public AcceptedBy? Means { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? Strokes { get; private set; }
    public string? RefusedBecause { get; private set; }

    Quote()
    {
    }

    string INumbered.NumberSeries => "QT";
    int INumbered.NumberYear => OfferedAt.Year;
    bool INumbered.NeedsNumber => Number.Length == 0;
    void INumbered.GiveNumber(long sequence) => Number = $"QT-{OfferedAt.Year}-{sequence:000000}";

    public IReadOnlyList<FeeLineFacts> Lines => FeeJson.Read<List<FeeLineFacts>>(LineFacts);

    public static Quote Offer(long orderId, PriceList list, FeeInputs inputs, FeeResult result, DateTime now, Actor who, Guid? publicId = null)
    {
        if (result.Payable <= Money.Zero) throw new RuleViolation("Fees.Quote.Nothing");
        var quote = new Quote
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), OrderId = orderId, PriceListId = list.Id, Inputs = FeeJson.Write(inputs), LineFacts = FeeJson.Write(result.Lines), Total = result.Payable, OfferedAt = now, OfferedBy = who.Name,
        };
        quote.Acted();
        return quote;
    }

    /// <summary>A link by which the customer can answer; an earlier link ends.</summary>
    public void GiveLink(string tokenHash)
    {
        RequireOpen();
        TokenHash = tokenHash;
        Acted();
    }

    public void Accept(string name, AcceptedBy means, string? strokes, DateTime at)
    {
        RequireOpen();
        if (string.IsNullOrWhiteSpace(name)) throw new RuleViolation("Fees.Sign.NameMissing") { Field = "Input.Name" };
        (State, DecidedAt, DecidedBy, Means, Strokes) = (QuoteState.Accepted, at, name.Trim(), means, strokes);
        Acted();
    }

    public void Refuse(string? name, string reason, DateTime at)
    {
        RequireOpen();
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("Fees.ReasonMissing") { Field = "Input.Reason" };
        (State, DecidedAt, DecidedBy, RefusedBecause) = (QuoteState.Refused, at, name?.Trim(), reason.Trim());
        Acted();
    }

    /// <summary>A later quote stands in its place.</summary>
    public void Supersede()
    {
        if (State != QuoteState.Offered) return;
        State = QuoteState.Superseded;
        Acted();
    }

    void RequireOpen()
    {
        if (State != QuoteState.Offered) throw new RuleViolation("Fees.Quote.Decided", State);
    }
}

internal sealed class QuoteMap : IEntityTypeConfiguration<Quote>
{
    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.ToTable("quotes");
        builder.Ignore(q => q.Lines);
        builder.HasIndex(q => q.Number).IsUnique();
        builder.HasIndex(q => q.PublicId).IsUnique();
        builder.HasIndex(q => q.TokenHash).IsUnique();
        builder.HasIndex(q => q.OrderId);
        builder.HasOne<Requests.ServiceOrder>().WithMany().HasForeignKey(q => q.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PriceList>().WithMany().HasForeignKey(q => q.PriceListId).OnDelete(DeleteBehavior.Restrict);
    }
}
