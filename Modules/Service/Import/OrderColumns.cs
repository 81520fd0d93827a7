namespace AfterSales.Service.Import;

/// <summary>Canonical columns of an order import; <c>pause_1_reason pause_1_from pause_1_to</c> and so on besides.</summary>
internal static class OrderColumns
{
    public static readonly IReadOnlyList<string> All =
    [
        "order_no", "brand_order_no", "contract", "requested_at", "customer_name", "phone", "address", "region", "model", "serial_no", "purchase_date", "kind", "channel",
        "fault_code", "complexity", "special_reason", "received_at", "responded_at", "window_start", "window_end", "arrived_at", "completed_at", "closed_at", "cancelled_at",
        "technician", "team", "visits", "outcome", "csat", "nps", "comment", "fee_callout", "fee_labour", "fee_parts", "paid_at", "pay_method",
    ];

    public static readonly IReadOnlyList<string> Required = ["order_no", "received_at"];

    public static bool IsPause(string column)
    {
        var parts = column.Split('_');
        return parts is ["pause", _, "reason" or "from" or "to"] && int.TryParse(parts[1], out var n) && n is >= 1 and <= 20;
    }
}
