using System.Text.Json;
using AfterSales.Feedback.Contracts;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Reporting.Contracts;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Integrations;

/// <summary>Events that other programs can be told of; text key <c>Integrations.Event.{event}</c>.</summary>
internal static class WebhookEvents
{
    public const string Test = "test";

    public static readonly IReadOnlyList<string> All =
        ["order.received", "order.completed", "order.closed", "order.cancelled", "complaint.received", "complaint.closed", "survey.answered", "signal.found"];

    /// <param name="data">Ids and facts; nothing that names a person.</param>
    public static string Body(Guid id, string type, DateTimeOffset at, object data) => JsonSerializer.Serialize(new { id, type, at, data }, ApiBody.Options);
}

/// <summary>Queues an event for every address that chose it, in the transaction that notes the event as handled: each is queued once.</summary>
internal sealed class TellWebhooks(HostDbContext db, ICompany company, TimeProvider time)
    : IHandle<OrderReceived>, IHandle<OrderCompleted>, IHandle<OrderClosed>, IHandle<OrderCancelled>, IHandle<ComplaintReceived>, IHandle<ComplaintConcluded>, IHandle<SurveyAnswered>, IHandle<SignalFound>
{
    public Task HandleAsync(OrderReceived e, CancellationToken ct) => QueueAsync("order.received", e.ReceivedAt, new { id = e.OrderId, number = e.Number, kind = e.Kind, channel = e.Channel }, ct);
    public Task HandleAsync(OrderCompleted e, CancellationToken ct) => QueueAsync("order.completed", e.CompletedAt, new { id = e.OrderId, number = e.Number, kind = e.Kind }, ct);
    public Task HandleAsync(OrderClosed e, CancellationToken ct) => QueueAsync("order.closed", e.ClosedAt, new { id = e.OrderId, number = e.Number }, ct);
    public Task HandleAsync(OrderCancelled e, CancellationToken ct) => QueueAsync("order.cancelled", e.CancelledAt, new { id = e.OrderId, number = e.Number, reason = e.Reason }, ct);
    public Task HandleAsync(ComplaintReceived e, CancellationToken ct) => QueueAsync("complaint.received", e.ReceivedAt, new { id = e.ComplaintId, number = e.Number, channel = e.Channel, order = e.Order, isSafety = e.IsSafety }, ct);
    public Task HandleAsync(ComplaintConcluded e, CancellationToken ct) => QueueAsync("complaint.closed", e.ClosedAt, new { id = e.ComplaintId, number = e.Number, finding = e.Finding }, ct);
    public Task HandleAsync(SurveyAnswered e, CancellationToken ct) => QueueAsync("survey.answered", e.AnsweredAt, new { id = e.SurveyId, kind = e.Kind, orders = e.Orders }, ct);

    public Task HandleAsync(SignalFound e, CancellationToken ct) => QueueAsync("signal.found", e.FoundAt, new
    {
        id = e.SignalId, indicator = e.Indicator, grain = e.Grain, period = e.Period, rule = e.Rule, value = e.Value, lower = e.Lower, center = e.Center, upper = e.Upper, isWorse = e.IsWorse, target = e.Target,
    }, ct);

    async Task QueueAsync(string type, DateTime at, object data, CancellationToken ct)
    {
        if (company.IsDemo) return;
        var now = time.Now();
        foreach (var webhook in (await db.Set<Webhook>().AsNoTracking().Where(w => w.EndedAt == null).OrderBy(w => w.Id).ToListAsync(ct)).Where(w => w.EventList.Contains(type)))
        {
            var id = PublicId.New(now);
            db.Add(WebhookDelivery.Queue(id, webhook.Id, type, WebhookEvents.Body(id, type, company.WithOffset(at), data), now));
        }
    }
}
