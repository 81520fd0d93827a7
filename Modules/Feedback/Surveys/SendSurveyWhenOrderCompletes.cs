using AfterSales.Kernel;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;

namespace AfterSales.Feedback.Surveys;

/// <summary>
/// Clause 1.4.4: every completed order brings a service invitation. The invitation is saved together with the note that the event was handled, and an
/// order can be on one invitation only, so a process that dies anywhere in between loses nothing and asks nobody twice.
/// </summary>
internal sealed class SendSurveyWhenOrderCompletes(IOrderLookup orders, AskCustomers ask, TimeProvider time) : IHandle<OrderCompleted>
{
    public async Task HandleAsync(OrderCompleted @event, CancellationToken ct)
    {
        if (await orders.ByIdAsync(@event.OrderId, ct) is { CompletedAt: not null } order) await ask.AboutOrderAsync(order, time.Now(), ct);
    }
}
