using AfterSales.Kernel;
using AfterSales.Kernel.Import;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Import;

/// <summary>The template of an import of orders: every canonical column with an example that the import accepts and what may stand in it.</summary>
internal static class OrderTemplate
{
    public static ImportTemplate Of(SlaPolicy policy)
    {
        static string List(IEnumerable<string> codes) => string.Join(" ", codes);
        var reasons = List(policy.SpecialReasons);
        Dictionary<string, (string Example, string Note, object?[] Args)> cells = new()
        {
            ["order_no"] = ("OLD-2025-0001", "Import.Template.Number", []), ["brand_order_no"] = ("B20251103001", "Import.Template.Text", [60]), ["contract"] = ("", "Import.Template.Contract", []),
            ["requested_at"] = ("2025-11-03 08:40", Time, []), ["customer_name"] = ("张伟", "Import.Template.Text", [120]), ["phone"] = ("13800138000", "Import.Template.Phone", []), ["address"] = ("苏州市姑苏区人民路 100 号", "Import.Template.Text", [300]),
            ["region"] = ("320508", "Import.Template.Region", []), ["model"] = ("JSQ25-13A2", "Import.Template.Name", []), ["serial_no"] = ("SN2023000001", "Import.Template.Text", [80]), ["purchase_date"] = ("2023-06-18", "Import.Template.Day", []),
            ["kind"] = ("repair", OneOf, [List(Code.All<OrderKind>())]), ["channel"] = ("phone", OneOf, [List(Code.All<OrderChannel>())]), ["fault_code"] = ("E1", "Import.Template.Name", []), ["complexity"] = ("general", OneOf, [List(Code.All<Complexity>())]),
            ["special_reason"] = ("", OneOf, [reasons]), ["received_at"] = ("2025-11-03 09:12", Time, []), ["responded_at"] = ("2025-11-03 10:05", Time, []), ["window_start"] = ("2025-11-03 14:00", Time, []), ["window_end"] = ("2025-11-03 16:00", Time, []),
            ["arrived_at"] = ("2025-11-03 14:20", Time, []), ["completed_at"] = ("2025-11-03 15:30", Time, []), ["closed_at"] = ("2025-11-04 09:00", Time, []), ["cancelled_at"] = ("", Time, []), ["technician"] = ("T01", "Import.Template.Name", []), ["team"] = ("A组", "Import.Template.Text", [80]),
            ["visits"] = ("1", Whole, [0, 99]), ["outcome"] = ("fixed", OneOf, [List(Code.All<VisitOutcome>())]), ["csat"] = ("5", Whole, [1, 5]), ["nps"] = ("9", Whole, [0, 10]), ["comment"] = ("点火失败", "Import.Template.Text", [4000]),
            ["fee_callout"] = ("30.00", Amount, []), ["fee_labour"] = ("80.00", Amount, []), ["fee_parts"] = ("45.50", Amount, []), ["paid_at"] = ("2025-11-03 15:40", Time, []), ["pay_method"] = ("wechat", "Import.Template.Text", [40]),
        };
        return ImportTemplate.Of("orders", OrderColumns.Required, OrderColumns.All, c => cells[c]);
    }

    const string Time = "Import.Template.Time", OneOf = "Import.Template.OneOf", Whole = "Import.Template.Whole", Amount = "Import.Template.Amount";
}
