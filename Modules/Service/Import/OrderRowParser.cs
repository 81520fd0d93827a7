using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AfterSales.Kernel;
using AfterSales.Kernel.Import;
using AfterSales.Service.Customers;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Import;

/// <summary>A row whose every cell could be read; names of models, technicians and so on are still words.</summary>
internal sealed record OrderRow(
    int Line, string Number, OrderHistory History, string Fingerprint, string? Contract, string? Model, string? Serial, DateOnly? PurchasedOn, string? Technician,
    string? CustomerName, string? Phone, string? FaultCode, Complexity? Complexity);

/// <summary>Reads one row into facts, and says of each wrong cell what is wrong with it.</summary>
internal sealed partial class OrderRowParser(RowReader reader, SlaPolicy policy, DateTime now)
{
    readonly bool _responseIsRecorded = reader.Has("responded_at");
    readonly string[] _pauses = [.. reader.Columns.Where(OrderColumns.IsPause).Select(c => c.Split('_')[1]).Distinct().OrderBy(int.Parse)];

    [GeneratedRegex(@"^SO-\d{4}-\d{6,}$")]
    private static partial Regex OwnNumber();

    public OrderRow? Parse(TableRow row)
    {
        reader.Take(row);
        var number = reader.Text("order_no", 60);
        if (number is null && reader.Problems.Count == 0) reader.Refuse("order_no", "", "Import.Missing");
        else if (number is not null && OwnNumber().IsMatch(number)) reader.Refuse("order_no", number, "Import.OwnNumber");
        var received = Stamp("received_at");
        if (received is null && reader.Problems.TrueForAll(p => p.Column != "received_at")) reader.Refuse("received_at", "", "Import.Missing");
        var history = History(number ?? "", received ?? now);
        if (received is not null) CheckOrder(history, received.Value);
        var fingerprint = Fingerprint(row.Cells);
        var read = new OrderRow(row.Line, number ?? "", history with { Fingerprint = fingerprint }, fingerprint, reader.Text("contract", 40), reader.Text("model", 80), reader.Text("serial_no", 80),
            reader.Day("purchase_date"), reader.Text("technician", 80), reader.Text("customer_name", 120), PhoneNumber.Normalise(reader.Text("phone", 40)), reader.Text("fault_code", 40), reader.Member<Complexity>("complexity"));
        return reader.Problems.Count > 0 ? null : read; // only now: all cells have been looked at
    }

    OrderHistory History(string number, DateTime received)
    {
        var phone = reader.Text("phone", 40);
        if (phone is not null && PhoneNumber.Normalise(phone) is null) reader.Refuse("phone", phone, "Import.NotAPhone");
        var special = OneOf("special_reason", policy.SpecialReasons);
        return new OrderHistory
        {
            Intake = new Intake
            {
                Number = number, BrandOrderNumber = reader.Text("brand_order_no", 60), ReceivedAt = received, RequestedAt = Stamp("requested_at"),
                Kind = reader.Member<OrderKind>("kind") ?? OrderKind.Other, Channel = reader.Member<OrderChannel>("channel") ?? OrderChannel.Other,
                ContactName = reader.Text("customer_name", 120), ContactPhone = PhoneNumber.Normalise(phone), Address = reader.Text("address", 300), Region = reader.Text("region", 80),
                Description = reader.Text("comment", 4000), FaultCode = reader.Text("fault_code", 40), SpecialReason = special,
            },
            ResponseIsRecorded = _responseIsRecorded,
            RespondedAt = Stamp("responded_at"), WindowStart = Stamp("window_start"), WindowEnd = reader.Instant("window_end"), ArrivedAt = Stamp("arrived_at"),
            CompletedAt = Stamp("completed_at"), ClosedAt = Stamp("closed_at"), CancelledAt = Stamp("cancelled_at"),
            Team = reader.Text("team", 80), Visits = reader.Number("visits", 0, 99), Outcome = reader.Member<VisitOutcome>("outcome"),
            Pauses = [.. _pauses.Select(Pause).OfType<Pause>()], Extras = Extras(),
        };
    }

    /// <summary>A stamp of something that happened; it cannot lie in the future.</summary>
    DateTime? Stamp(string column)
    {
        var at = reader.Instant(column);
        if (at > now) reader.Refuse(column, reader.Text(column)!, "Import.InTheFuture");
        return at;
    }

    string? OneOf(string column, IReadOnlyList<string> codes)
    {
        if (reader.Text(column) is not { } code) return null;
        if (!codes.Contains(code)) reader.Refuse(column, code, "Import.NotOneOf", string.Join(", ", codes));
        return code;
    }

    Pause? Pause(string n)
    {
        var (reason, from, to) = ($"pause_{n}_reason", $"pause_{n}_from", $"pause_{n}_to");
        var code = OneOf(reason, [.. policy.Pauses.Select(p => p.Code)]);
        var (begins, ends) = (Stamp(from), Stamp(to));
        if (code is null && begins is null && ends is null) return null;
        if (code is null && reader.Text(reason) is null) reader.Refuse(reason, "", "Import.Missing");
        if (begins is null && reader.Text(from) is null) reader.Refuse(from, "", "Import.Missing");
        if (ends < begins) reader.Refuse(to, reader.Text(to)!, "Import.Before", from);
        if (policy.Pauses.FirstOrDefault(p => p.Code == code) is not { } rule || begins is not { } start) return null;
        return new Pause { Reason = rule.Code, From = start, To = ends, StopsHandling = rule.StopsHandling, LongestDays = rule.LongestDays, StartedBy = Actor.Import.Name };
    }

    /// <summary>Nothing before receipt; each later step not before the ones it follows.</summary>
    void CheckOrder(OrderHistory h, DateTime received)
    {
        (string Column, DateTime? At)[] steps = [("received_at", received), ("responded_at", h.RespondedAt), ("arrived_at", h.ArrivedAt), ("completed_at", h.CompletedAt), ("closed_at", h.ClosedAt)];
        var (before, latest) = steps[0];
        foreach (var (column, at) in steps.Skip(1))
        {
            if (at is not { } instant) continue;
            if (instant < latest) reader.Refuse(column, reader.Text(column)!, "Import.Before", before);
            else (before, latest) = (column, instant);
        }
        if (h.CancelledAt < received) reader.Refuse("cancelled_at", reader.Text("cancelled_at")!, "Import.Before", "received_at");
        if (h.CancelledAt is not null && h.CompletedAt is not null) reader.Refuse("cancelled_at", reader.Text("cancelled_at")!, "Import.CancelledAndCompleted");
        if (h.WindowEnd < h.WindowStart) reader.Refuse("window_end", reader.Text("window_end")!, "Import.Before", "window_start");
    }

    string? Extras()
    {
        Dictionary<string, object> extras = [];
        if (reader.Number("csat", 1, 5) is { } csat) extras["csat"] = csat;
        if (reader.Number("nps", 0, 10) is { } nps) extras["nps"] = nps;
        foreach (var fee in (string[])["fee_callout", "fee_labour", "fee_parts"])
            if (reader.Amount(fee) is { } amount) extras[fee] = amount;
        if (Stamp("paid_at") is { } paid) extras["paid_at"] = paid;
        if (reader.Text("pay_method", 40) is { } method) extras["pay_method"] = method;
        return extras.Count == 0 ? null : JsonSerializer.Serialize(extras);
    }

    static string Fingerprint(string[] cells) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', cells))).AsSpan(0, 12));
}
