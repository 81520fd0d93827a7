using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Fees;

/// <summary>What the customer did with the fee note. Only strokes on glass count as signed (clause 1.8.2).</summary>
internal enum SignState { Open, Signed, NameTyped, Refused }

/// <summary>Who signed, seen from the customer.</summary>
internal enum SignerRelation { Self, Family, Tenant, Housekeeper, Colleague, Other }

/// <param name="Strokes">What was drawn, as points in JSON; null for a typed name.</param>
/// <param name="Hash">Hash of the note that was shown.</param>
internal sealed record Signing(string Name, SignerRelation Relation, string? Strokes, string Hash);

/// <summary>
/// A fee note (收费单): worked out from inputs and a price list, both kept, so that it can be worked out again; presented once, signed or refused, and
/// never changed. A wrong one is voided with a reason and made anew.
/// </summary>
internal sealed class FeeNote : Aggregate, INumbered
{
    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public long OrderId { get; private init; }
    public long PriceListId { get; private init; }
    /// <summary>The accepted quote above which it does not go.</summary>
    public long? QuoteId { get; private init; }
    public string Inputs { get; private init; } = "";
    public Money Payable { get; private init; }
    public Money Covered { get; private init; }
    public bool IsDistanceFlagged { get; private init; }
    public bool IsExchangeDue { get; private init; }
    public DateTime IssuedAt { get; private init; }
    public string IssuedBy { get; private init; } = "";
    /// <summary>SHA-256 of order, inputs, list and lines: what a signature is put under.</summary>
    public string Hash { get; private init; } = "";
    public SignState SignState { get; private set; }
    public string? SignerName { get; private set; }
    public SignerRelation? Relation { get; private set; }
    public DateTime? SignedAt { get; private set; }
    public string? Strokes { get; private set; }
    public string? UnsignedBecause { get; private set; }
    public DateTime? VoidedAt { get; private set; }
    public string? VoidedBy { get; private set; }
    public string? VoidedBecause { get; private set; }
    public List<FeeLine> Lines { get; } = [];

    FeeNote()
    {
    }

    string INumbered.NumberSeries => "FN";
    int INumbered.NumberYear => IssuedAt.Year;
    bool INumbered.NeedsNumber => Number.Length == 0;
    void INumbered.GiveNumber(long sequence) => Number = $"FN-{IssuedAt.Year}-{sequence:000000}";

    public bool IsVoid => VoidedAt is not null;

    /// <param name="quote">The last quote that the customer accepted, or null. Chargeable work needs one, and nothing goes above it.</param>
    public static FeeNote Issue(long orderId, PriceList list, FeeInputs inputs, FeeResult result, Quote? quote, DateTime now, Actor who, Guid? publicId = null)
    {
        var chargeable = result.Lines.Any(l => l.Kind is FeeKind.Labour or FeeKind.Part or FeeKind.Material or FeeKind.WorkAtHeight && l.Payable > Money.Zero);
        if (chargeable && quote is not { State: QuoteState.Accepted }) throw new RuleViolation("Fees.Note.NoQuote");
        if (quote is { State: QuoteState.Accepted } && result.Payable > quote.Total) throw new RuleViolation("Fees.Note.AboveQuote", result.Payable.ToString(), quote.Total.ToString());
        var kept = FeeJson.Write(inputs);
        var note = new FeeNote
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), OrderId = orderId, PriceListId = list.Id, QuoteId = quote is { State: QuoteState.Accepted } ? quote.Id : null, Inputs = kept, Payable = result.Payable, Covered = result.Covered,
            IsDistanceFlagged = result.IsDistanceFlagged, IsExchangeDue = result.IsExchangeDue, IssuedAt = now, IssuedBy = who.Name, Hash = HashOf(orderId, list.Number, kept, result.Lines),
        };
        note.Lines.AddRange(result.Lines.Select((l, i) => FeeLine.Of(l, i + 1)));
        note.Acted();
        return note;
    }

    static string HashOf(long orderId, string list, string inputs, IReadOnlyList<FeeLineFacts> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{orderId}\n{list}\n{inputs}\n{FeeJson.Write(lines)}")));

    /// <summary>The customer signs on glass, or gives the name only, which counts as unsigned.</summary>
    public void Sign(Signing signing, DateTime at)
    {
        RequireOpen();
        if (string.IsNullOrWhiteSpace(signing.Name)) throw new RuleViolation("Fees.Sign.NameMissing") { Field = "Input.Name" };
        if (signing.Hash != Hash) throw new RuleViolation("Fees.Sign.OtherNote");
        (SignState, SignerName, Relation, SignedAt, Strokes) = (signing.Strokes is null ? SignState.NameTyped : SignState.Signed, signing.Name.Trim(), signing.Relation, at, signing.Strokes);
        Raise(new FeeNoteSigned(PublicId));
        Acted();
    }

    /// <summary>The customer does not sign, and why.</summary>
    public void RefuseSignature(string reason, FeePolicy policy, DateTime at)
    {
        RequireOpen();
        if (!policy.UnsignedReasons.Contains(reason)) throw new RuleViolation("Fees.ReasonMissing") { Field = "Input.Reason" };
        (SignState, SignedAt, UnsignedBecause) = (SignState.Refused, at, reason);
        Raise(new FeeNoteSigned(PublicId));
        Acted();
    }

    public void Void(string reason, DateTime at, Actor who)
    {
        if (IsVoid) throw new RuleViolation("Fees.Note.IsVoid", Number);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolation("Fees.ReasonMissing") { Field = "Input.Reason" };
        (VoidedAt, VoidedBy, VoidedBecause) = (at, who.Name, reason.Trim());
        foreach (var line in Lines) line.Void();
        Acted();
    }

    void RequireOpen()
    {
        if (IsVoid) throw new RuleViolation("Fees.Note.IsVoid", Number);
        if (SignState != SignState.Open) throw new RuleViolation("Fees.Sign.Done", SignState);
    }
}

/// <summary>One line of a fee note as it was presented.</summary>
internal sealed class FeeLine : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public long NoteId { get; private set; }
    public int Position { get; private init; }
    public FeeKind Kind { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public decimal Quantity { get; private init; }
    public decimal UnitPrice { get; private init; }
    public Money Amount { get; private init; }
    public bool IsCovered { get; private init; }
    public CoverRule Rule { get; private init; }
    public DateOnly? Until { get; private init; }
    public TermBasis? Basis { get; private init; }
    public string? Detail { get; private init; }
    public bool IsVoid { get; private set; }

    FeeLine()
    {
    }

    public static FeeLine Of(FeeLineFacts facts, int position) => new()
    {
        Position = position, Kind = facts.Kind, Code = facts.Code, Name = facts.Name, Quantity = facts.Quantity, UnitPrice = facts.UnitPrice, Amount = facts.Amount, IsCovered = facts.IsCovered, Rule = facts.Rule,
        Until = facts.Until, Basis = facts.Basis, Detail = facts.Detail,
    };

    public FeeLineFacts Facts => new(Kind, Code, Name, Quantity, UnitPrice, Amount, IsCovered, Rule, Until, Basis, Detail);

    internal void Void() => IsVoid = true;
}

internal sealed class FeeNoteMap : IEntityTypeConfiguration<FeeNote>, IEntityTypeConfiguration<FeeLine>
{
    public void Configure(EntityTypeBuilder<FeeNote> builder)
    {
        builder.ToTable("fee_notes");
        builder.HasIndex(n => n.Number).IsUnique();
        builder.HasIndex(n => n.PublicId).IsUnique();
        builder.HasIndex(n => n.OrderId);
        builder.HasOne<Requests.ServiceOrder>().WithMany().HasForeignKey(n => n.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PriceList>().WithMany().HasForeignKey(n => n.PriceListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Quote>().WithMany().HasForeignKey(n => n.QuoteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(n => n.Lines).WithOne().HasForeignKey(l => l.NoteId);
    }

    public void Configure(EntityTypeBuilder<FeeLine> builder)
    {
        builder.ToTable("fee_lines");
        builder.Ignore(l => l.Facts);
        builder.Property(l => l.Until).HasColumnName("covered_until");
    }
}
