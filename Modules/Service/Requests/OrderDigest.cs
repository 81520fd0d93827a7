using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;

namespace AfterSales.Service.Requests;

/// <summary>The morning's numbers about orders. Each is counted by the order list itself, with the filters of the page it opens.</summary>
internal sealed class OrderDigest(OrderList list, ICompany company) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.Dispatcher, Kernel.Composition.Roles.Manager];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = company.LocalDay(nowUtc);
        (string Text, OrderFilter Filter, bool IsUrgent)[] asked =
        [
            ("Requests.Digest.ResponseBreached", new() { State = "response_breached" }, true),
            ("Requests.Digest.HandlingBreached", new() { State = "handling_breached" }, true),
            ("Requests.Digest.ResponseAtRisk", new() { State = "response_at_risk" }, false),
            ("Requests.Digest.HandlingAtRisk", new() { State = "handling_at_risk" }, false),
            ("Requests.Digest.Unassigned", new() { State = "unassigned" }, false),
            ("Requests.Digest.VisitsToday", new() { State = "open", Day = today }, false),
            ("Requests.Digest.NeedsReason", new() { State = "needs_reason" }, false),
        ];
        List<DigestLine> lines = [];
        foreach (var (text, filter, isUrgent) in asked)
            lines.Add(new DigestLine(text, Readers, ServicePermissions.ReadOrders, await list.CountAsync(filter, nowUtc, ct), "/Service/Requests?" + filter.ToQuery()) { IsUrgent = isUrgent });
        return lines;
    }
}
