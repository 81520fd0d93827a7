using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Facts of money as indicators ask them.</summary>
internal static class MoneySources
{
    /// <summary>Orders with what was paid and signed for them; an order without a fee note has none.</summary>
    public static readonly FactSource PaidOrders = FactSource.Orders with
    {
        Table = "(SELECT o.*, coalesce(a.notes, 0) AS notes, coalesce(a.signed_notes, 0) AS signed_notes, coalesce(a.paid, 0) AS paid, coalesce(a.refunded, 0) AS refunded FROM fact_order o LEFT JOIN fact_account a ON a.key = o.key)",
    };

    static readonly Dimension[] OfOrder = [Dimension.Contract, Dimension.Technician, Dimension.Team];

    static string Receipt(string number) => $"/Service/Payments/Receipt/{Uri.EscapeDataString(number)}";

    public static readonly FactSource Payments = FactSource.Of("fact_payment", OfOrder,
        [("number", "f.number"), ("method", "f.method"), ("amount", "f.amount"), ("paidAt", "f.paid_at"), ("matchedAt", "f.matched_at")], Receipt);

    public static readonly FactSource Refunds = FactSource.Of("fact_refund", OfOrder,
        [("number", "f.number"), ("cause", "f.cause"), ("amount", "f.amount"), ("entitledAt", "f.entitled_at"), ("dueAt", "f.due_at"), ("executedAt", "f.executed_at")], Receipt);

    public static readonly FactSource PriceNotices = new("fact_price_notice", [], "", [("number", "f.number"), ("state", "f.state"), ("effectiveDay", "f.effective_day")], number => $"/Service/Fees/Draft/{Uri.EscapeDataString(number)}");
}
