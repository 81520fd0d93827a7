using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Settlement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Payments;

/// <summary>Ways to pay (clause 1.8.1).</summary>
internal enum PaymentMethod { Cash, BankTransfer, WechatPay, Alipay, Card, OnAccount }

/// <summary>Money that came in, with a receipt number without gaps.</summary>
internal sealed class Payment : IInFeed, INumbered
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public long AccountId { get; private set; }
    /// <summary>Receipt number.</summary>
    public string Number { get; private set; } = "";
    public PaymentMethod Method { get; init; }
    public Money Amount { get; init; }
    public string? TransactionNumber { get; init; }
    public DateTime PaidAt { get; init; }
    public required string TakenById { get; init; }
    public required string TakenBy { get; init; }
    public Guid? ClientId { get; init; }
    /// <summary>When the money was found again on a bill or in a hand-in.</summary>
    public DateTime? MatchedAt { get; private set; }
    public long? BillRowId { get; private set; }
    public long? HandInId { get; private set; }

    string INumbered.NumberSeries => "RC";
    int INumbered.NumberYear => PaidAt.Year;
    bool INumbered.NeedsNumber => Number.Length == 0;
    void INumbered.GiveNumber(long sequence) => Number = $"RC-{PaidAt.Year}-{sequence:000000}";

    public void MatchBill(BillRow row, DateTime at)
    {
        if (MatchedAt is not null) throw new RuleViolation("Payments.Matched", Number);
        if (row.Amount != Amount) throw new RuleViolation("Payments.MatchAmount", row.Amount.ToString(), Amount.ToString());
        (BillRowId, MatchedAt) = (row.Id, at);
        row.MatchedTo(this);
    }

    public void MatchHandIn(long handInId, DateTime at)
    {
        if (MatchedAt is not null || Method != PaymentMethod.Cash) throw new RuleViolation("Payments.Matched", Number);
        (HandInId, MatchedAt) = (handInId, at);
    }
}

/// <summary>Why the customer gets money back (clause 1.8.3).</summary>
internal enum RefundCause { ComplaintUpheld, CheckFailed, FactoryValueFailed, Repeat, ClaimUpheld, ClaimUndecided }

/// <summary>An entitlement to one payment's money, and its execution. There is no state in which it is refused.</summary>
internal sealed class Refund : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public long AccountId { get; private set; }
    public long PaymentId { get; init; }
    /// <summary>Key of the cause: the same cause entitles once.</summary>
    public required string Key { get; init; }
    public RefundCause Cause { get; init; }
    public string? Note { get; init; }
    public Money Amount { get; init; }
    public DateTime EntitledAt { get; init; }
    public DateTime DueAt { get; init; }
    /// <summary>The way by which the money came, and goes back.</summary>
    public PaymentMethod Channel { get; init; }
    public DateTime? ExecutedAt { get; private set; }
    public string? ExecutedBy { get; private set; }
    public string? TransactionNumber { get; private set; }

    internal void Execute(string? transactionNumber, DateTime at, Actor who) => (ExecutedAt, ExecutedBy, TransactionNumber) = (at, who.Name, transactionNumber);
}

/// <summary>A customer's claim that the work was not good, with the time in which it must be decided.</summary>
internal sealed class RefundClaim
{
    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public required string What { get; init; }
    public DateTime OpenedAt { get; init; }
    public DateTime DecideBy { get; init; }
    public required string TakenBy { get; init; }
    public DateTime? DecidedAt { get; private set; }
    public bool? IsQualityProblem { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? Reason { get; private set; }

    internal void Decide(bool isQualityProblem, string? reason, DateTime at, Actor who) => (IsQualityProblem, Reason, DecidedAt, DecidedBy) = (isQualityProblem, reason, at, who.Name);
}

internal enum InvoiceState { Requested, Issued, RedLettered }

/// <summary>A tax invoice (发票) as it was asked for and issued elsewhere; never issued here.</summary>
internal sealed class TaxInvoice
{
    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public InvoiceState State { get; private set; }
    public required string Title { get; init; }
    public string? TaxNumber { get; init; }
    public string? Delivery { get; init; }
    public DateTime RequestedAt { get; init; }
    public string? Number { get; private set; }
    public DateTime? IssuedAt { get; private set; }
    public string? RedNumber { get; private set; }
    public DateTime? RedAt { get; private set; }

    internal void Record(string number, bool isRed, DateTime at)
    {
        if (isRed && State == InvoiceState.Issued) (State, RedNumber, RedAt) = (InvoiceState.RedLettered, number, at);
        else if (!isRed && State == InvoiceState.Requested) (State, Number, IssuedAt) = (InvoiceState.Issued, number, at);
        else throw new RuleViolation("Payments.Invoice.State", State);
    }
}

internal sealed class AccountMap : IEntityTypeConfiguration<OrderAccount>, IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<Refund>, IEntityTypeConfiguration<RefundClaim>, IEntityTypeConfiguration<TaxInvoice>
{
    public void Configure(EntityTypeBuilder<OrderAccount> builder)
    {
        builder.ToTable("order_accounts");
        builder.Ignore(a => a.Open);
        builder.HasIndex(a => a.OrderId).IsUnique();
        builder.HasOne<Requests.ServiceOrder>().WithOne().HasForeignKey<OrderAccount>(a => a.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Payments).WithOne().HasForeignKey(p => p.AccountId);
        builder.HasMany(a => a.Refunds).WithOne().HasForeignKey(r => r.AccountId);
        builder.HasMany(a => a.Claims).WithOne().HasForeignKey(c => c.AccountId);
        builder.HasMany(a => a.Invoices).WithOne().HasForeignKey(i => i.AccountId);
    }

    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments");
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.PaidAt);
        builder.HasIndex(p => p.TransactionNumber);
        builder.HasIndex(p => p.ClientId).IsUnique();
        builder.HasIndex(p => new { p.MatchedAt, p.PaidAt });
        builder.HasOne<BillRow>().WithMany().HasForeignKey(p => p.BillRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandIn>().WithMany().HasForeignKey(p => p.HandInId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("refunds");
        builder.HasIndex(r => new { r.PaymentId, r.Key }).IsUnique();
        builder.HasIndex(r => new { r.ExecutedAt, r.DueAt });
        builder.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RefundClaim> builder)
    {
        builder.ToTable("refund_claims");
        builder.HasIndex(c => new { c.DecidedAt, c.DecideBy });
    }

    public void Configure(EntityTypeBuilder<TaxInvoice> builder)
    {
        builder.ToTable("tax_invoices");
        builder.HasIndex(i => i.Number).IsUnique();
    }
}
