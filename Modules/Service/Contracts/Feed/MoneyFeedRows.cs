namespace AfterSales.Service.Contracts.Feed;

/// <summary>What an order owes, paid and got back, and its signatures. Feed name: <c>service.accounts</c>; the key is that of the order in <c>service.orders</c>.</summary>
public sealed record AccountFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Fee notes that count, notes of 0.00 too, and how many the customer signed on glass.</summary>
    public required int Notes { get; init; }
    public required int SignedNotes { get; init; }
    /// <summary>CNY.</summary>
    public required double Owed { get; init; }
    public required double Paid { get; init; }
    public required double Refunded { get; init; }
}

/// <summary>One payment. Feed name: <c>service.payments</c>.</summary>
public sealed record PaymentFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Receipt number.</summary>
    public required string Number { get; init; }
    /// <summary>cash, bank_transfer, wechat_pay, alipay, card, on_account.</summary>
    public required string Method { get; init; }
    /// <summary>CNY.</summary>
    public required double Amount { get; init; }
    public required DateTime PaidAt { get; init; }
    public required DateOnly PaidDay { get; init; }
    /// <summary>Until when it is to be found on a bill or in a hand-in.</summary>
    public required DateTime MatchDue { get; init; }
    public DateTime? MatchedAt { get; init; }
    public string? Contract { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
}

/// <summary>One entitlement to a refund and its execution. Feed name: <c>service.refunds</c>.</summary>
public sealed record RefundFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Receipt number of the payment that goes back.</summary>
    public required string Number { get; init; }
    /// <summary>complaint_upheld, check_failed, factory_value_failed, repeat, claim_upheld, claim_undecided.</summary>
    public required string Cause { get; init; }
    /// <summary>CNY.</summary>
    public required double Amount { get; init; }
    public required DateTime EntitledAt { get; init; }
    public required DateTime DueAt { get; init; }
    /// <summary>Local day that the deadline ends.</summary>
    public required DateOnly DueDay { get; init; }
    public DateTime? ExecutedAt { get; init; }
    public DateOnly? ExecutedDay { get; init; }
    /// <summary>From entitlement to execution, in days and parts of a day.</summary>
    public double? Days { get; init; }
    public string? Contract { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
}

/// <summary>One line of a fee note. Feed name: <c>service.fee-lines</c>.</summary>
public sealed record FeeLineFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>The note was voided.</summary>
    public required bool Deleted { get; init; }
    /// <summary>Number of the fee note.</summary>
    public required string Number { get; init; }
    /// <summary>call_out, material, work_at_height, labour, part, discount, quote_cap.</summary>
    public required string Kind { get; init; }
    /// <summary>Code of work, part or material; time band of a call-out; reason of a discount.</summary>
    public required string Code { get; init; }
    /// <summary>CNY; negative for what is taken off.</summary>
    public required double Amount { get; init; }
    public required bool Covered { get; init; }
    /// <summary>Why it is covered or not, as a code.</summary>
    public required string Rule { get; init; }
    public required DateOnly IssuedDay { get; init; }
    public string? Contract { get; init; }
    public string? Technician { get; init; }
    public string? Team { get; init; }
}

/// <summary>One customer concerned by a new price list. Feed name: <c>service.price-notices</c>.</summary>
public sealed record PriceNoticeFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Number of the price list.</summary>
    public required string Number { get; init; }
    public required DateOnly EffectiveDay { get; init; }
    /// <summary>queued, sent, delivered, failed, no_address.</summary>
    public required string State { get; init; }
    /// <summary>It arrived one month ahead.</summary>
    public required bool InTime { get; init; }
}
