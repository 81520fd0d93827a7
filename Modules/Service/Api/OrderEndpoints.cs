using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Api;

/// <summary>Service orders for other programs: the same acts as the pages', by an integration that has a name of its own.</summary>
internal static class OrderEndpoints
{
    const string Read = ServiceScopes.ReadOrders, Write = ServiceScopes.WriteOrders;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/orders", ListAsync).Is(new("orders.list", Read) { ShowsPersons = true, Refusals = [422] });
        api.MapGet("/orders/{number}", OneAsync).Is(new("orders.get", Read) { ShowsPersons = true, HasVersion = true, Refusals = [404] });
        api.MapPost("/orders", ReceiveAsync).Is(new("orders.create", Write) { HasVersion = true, Example = OrderToReceive.Example });
        api.MapPost("/orders/{number}/attempts", AttemptAsync).Is(new("orders.attempt", Write) { HasVersion = true, Example = AttemptToRecord.Example, Refusals = [404, 412] });
        api.MapPost("/orders/{number}/urges", UrgeAsync).Is(new("orders.urge", Write) { HasVersion = true, Example = UrgeToTake.Example, Refusals = [404, 412] });
        api.MapPost("/orders/{number}/cancellation", CancelAsync).Is(new("orders.cancel", Write) { HasVersion = true, Example = new CancellationToTake { Reason = new SlaPolicy().CancelReasons[0] }, Refusals = [404, 412] });
    }

    /// <param name="State">A list of work (open, overdue, unassigned...), a status, or all.</param>
    /// <param name="From">First local day of receipt.</param>
    /// <param name="To">Last local day of receipt, included.</param>
    /// <param name="Q">Number, phone, serial number, name or part of an address.</param>
    /// <param name="After">The <c>next</c> of the part before.</param>
    internal sealed record Asked(HttpContext Http, string? State, string? Kind, string? Team, DateOnly? From, DateOnly? To, string? Q, string? After, int? Size, CancellationToken Ct);

    static async Task<Ok<ApiPage<OrderBrief>>> ListAsync([AsParameters] Asked asked, OrderList list, ICompany company, TimeProvider time)
    {
        var (state, size, now) = (asked.State ?? "all", ApiPages.Size(asked.Size), time.Now());
        if (!OrderFilter.States.Contains(state)) throw new RuleViolation("Api.UnknownCode", state, string.Join(", ", OrderFilter.States)) { Field = "state" };
        OrderKind? kind = asked.Kind is null ? null : Code.TryParse<OrderKind>(asked.Kind, out var known) ? known : throw new RuleViolation("Api.UnknownCode", asked.Kind, string.Join(", ", Code.All<OrderKind>())) { Field = "kind" };
        var calendar = company.CalendarAt(now);
        var rows = await list.ReadAfterAsync(new OrderFilter { State = state, Kind = kind, Team = asked.Team, Q = asked.Q }, asked.From is { } from ? calendar.StartOf(from) : null, asked.To is { } to ? calendar.EndOf(to) : null, asked.After, size + 1, now, asked.Ct);
        var inFull = asked.Http.SeesPersons();
        return TypedResults.Ok(ApiPages.Of<OrderBrief>([.. rows.Select(r => OrderBrief.Of(r, inFull, company))], size, o => o.Number));
    }

    static async Task<Ok<OrderDocument>> OneAsync(HttpContext http, string number, ShowOrder show, CancellationToken ct) => TypedResults.Ok(await show.RunAsync(http, number, ct));

    static async Task<Created<OrderDocument>> ReceiveAsync(HttpContext http, OrderToReceive sent, ReceiveOrder receive, ShowOrder show, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(sent.Phone) && !PhoneNumber.IsPlausible(sent.Phone)) throw new RuleViolation("Requests.Receive.BadPhone") { Field = "phone" };
        var number = await receive.RunAsync(new ReceiveOrder.Request(
            http.OnceId(), sent.Customer, sent.Name, sent.Phone, sent.Address, sent.Kind!.Value, sent.Channel ?? OrderChannel.Other, sent.Model, sent.Serial, sent.FaultCode, sent.BrandOrderNumber, sent.Description,
            sent.WindowStart?.UtcDateTime.CutToMilliseconds(), sent.WindowEnd?.UtcDateTime.CutToMilliseconds(), sent.IsSafety), http.Caller(), ct);
        return TypedResults.Created($"/api/v1/orders/{Uri.EscapeDataString(number)}", await show.RunAsync(http, number, ct));
    }

    static Task<Ok<OrderDocument>> AttemptAsync(HttpContext http, string number, AttemptToRecord sent, ShowOrder show, CancellationToken ct) =>
        show.ActAsync(http, number, (order, rules, now) => order.RecordAttempt(now, order.ContactPhone, sent.Result!.Value, sent.MessageDelivered, sent.Note, rules, http.Caller()), ct);

    static Task<Ok<OrderDocument>> UrgeAsync(HttpContext http, string number, UrgeToTake sent, ShowOrder show, CancellationToken ct) =>
        show.ActAsync(http, number, (order, _, now) => order.TakeUrge(sent.Note, now, http.Caller()), ct);

    static Task<Ok<OrderDocument>> CancelAsync(HttpContext http, string number, CancellationToTake sent, ShowOrder show, CancellationToken ct) =>
        show.ActAsync(http, number, (order, rules, now) => order.Cancel(sent.Reason, sent.Note, now, rules, http.Caller()), ct);
}

/// <summary>An order as it is shown to a program, also after an act on it.</summary>
internal sealed class ShowOrder(ServiceDbContext db, OrderRulebook rulebook, ICompany company, TimeProvider time)
{
    public async Task<Ok<OrderDocument>> ActAsync(HttpContext http, string number, Action<ServiceOrder, OrderRules, DateTime> act, CancellationToken ct)
    {
        var order = await db.Set<ServiceOrder>().OneAsync(number, ct);
        http.Match(order.Version);
        act(order, rulebook.KeptBy(order), time.Now());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await RunAsync(http, number, ct));
    }

    /// <exception cref="Kernel.Pages.NotThere">No such order.</exception>
    public async Task<OrderDocument> RunAsync(HttpContext http, string number, CancellationToken ct)
    {
        var (o, inFull) = (await db.Set<ServiceOrder>().WholeAsync(number, ct), http.SeesPersons());
        var customer = await db.Set<Customer>().Where(c => c.Id == o.CustomerId).Select(c => (Guid?)c.PublicId).FirstOrDefaultAsync(ct);
        var model = await db.Set<ProductModel>().Where(m => m.Id == o.ModelId).Select(m => m.Code).FirstOrDefaultAsync(ct);
        var technician = await db.Set<Technician>().Where(t => t.Id == o.TechnicianId).Select(t => t.Code).FirstOrDefaultAsync(ct);
        http.ShowVersion(o.Version);
        return new OrderDocument(
            o.Number, o.PublicId, o.BrandOrderNumber, Code.Of(o.Kind), Code.Of(o.Channel), Code.Of(o.Status), Code.Of(o.Complexity), o.IsSafety, o.SpecialReason, o.Urged, o.Reopened, model, o.FaultCode, inFull ? o.Description : null,
            company.WithOffset(o.ReceivedAt), company.WithOffset(o.RespondedAt), company.WithOffset(o.WindowStart), company.WithOffset(o.WindowEnd), company.WithOffset(o.ArrivedAt), company.WithOffset(o.CompletedAt), company.WithOffset(o.ClosedAt),
            company.WithOffset(o.CancelledAt), o.CancelReason, o.OverrunReason, Code.Of(o.Outcome), technician, o.Team, customer, PersonDocument.Of(o.ContactName, o.ContactPhone, o.Address, inFull),
            [.. ClockStory.Of(o, rulebook.KeptBy(o), time.Now()).Select(s => ClockDocument.Of(s, company))],
            [.. o.Events.OrderBy(e => e.Version).Select(e => new OrderActDocument(company.WithOffset(e.At), Code.Snake(e.Act), e.ActorName))]);
    }
}
