using AfterSales.Service.Contracts.Feed;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Accounts, payments, refunds, lines of fee notes and price notices. Amounts are CNY.</summary>
internal static class MoneyFacts
{
    public static readonly FactTable<AccountFeedRow> Accounts = new FactTable<AccountFeedRow>("fact_account", r => r.Key, r => r.Change, _ => false)
        .Whole("notes", r => r.Notes).Whole("signed_notes", r => r.SignedNotes).Real("owed", r => r.Owed).Real("paid", r => r.Paid).Real("refunded", r => r.Refunded);

    public static readonly FactTable<PaymentFeedRow> Payments = new FactTable<PaymentFeedRow>("fact_payment", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number).Member(Dimension.Contract, r => r.Contract).TeamOfTheDay(r => r.Technician, r => r.Team, r => r.PaidDay)
        .Text("method", r => r.Method).Real("amount", r => r.Amount).Instant("paid_at", r => r.PaidAt).Day("paid_day", r => r.PaidDay).Instant("match_due", r => r.MatchDue).Instant("matched_at", r => r.MatchedAt);

    public static readonly FactTable<RefundFeedRow> Refunds = new FactTable<RefundFeedRow>("fact_refund", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number).Member(Dimension.Contract, r => r.Contract).TeamOfTheDay(r => r.Technician, r => r.Team, r => r.DueDay)
        .Text("cause", r => r.Cause).Real("amount", r => r.Amount).Instant("entitled_at", r => r.EntitledAt).Instant("due_at", r => r.DueAt).Day("due_day", r => r.DueDay)
        .Instant("executed_at", r => r.ExecutedAt).Day("executed_day", r => r.ExecutedDay).Real("days", r => r.Days);

    public static readonly FactTable<FeeLineFeedRow> FeeLines = new FactTable<FeeLineFeedRow>("fact_fee_line", r => r.Key, r => r.Change, r => r.Deleted)
        .Text("number", r => r.Number).Member(Dimension.Contract, r => r.Contract).TeamOfTheDay(r => r.Technician, r => r.Team, r => r.IssuedDay)
        .Text("kind", r => r.Kind).Text("code", r => r.Code).Real("amount", r => r.Amount).Flag("covered", r => r.Covered).Text("rule", r => r.Rule).Day("issued_day", r => r.IssuedDay);

    public static readonly FactTable<PriceNoticeFeedRow> PriceNotices = new FactTable<PriceNoticeFeedRow>("fact_price_notice", r => r.Key, r => r.Change, _ => false)
        .Text("number", r => r.Number).Day("effective_day", r => r.EffectiveDay).Text("state", r => r.State).Flag("in_time", r => r.InTime);
}
