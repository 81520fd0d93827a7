using System.ComponentModel.DataAnnotations;
using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Customers;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Api;

/// <summary>Who the order is for. Without <c>personal.read</c> name, phone and address are masked.</summary>
internal sealed record PersonDocument(string? Name, string? Phone, string? Address)
{
    public static PersonDocument Of(string? name, string? phone, string? address, bool inFull) => inFull ? new(name, phone, address)
        : new(name is null ? null : PersonalData.Name(name), phone is null ? null : PersonalData.Phone(phone), MaskedAddress.Of(address));
}

/// <summary>A service order in a list: no intervals in its clocks.</summary>
internal sealed record OrderBrief(
    string Number, string Kind, string Status, bool IsSafety, int Urged, DateTimeOffset ReceivedAt, DateTimeOffset? WindowStart, DateTimeOffset? WindowEnd, string? Product, string? Technician, PersonDocument Contact,
    IReadOnlyList<ClockDocument> Clocks)
{
    public static OrderBrief Of(OrderListRow o, bool inFull, ICompany company) => new(
        o.Number, Code.Of(o.Kind), Code.Of(o.Status), o.IsSafety, o.Urged, company.WithOffset(o.ReceivedAt), company.WithOffset(o.WindowStart), company.WithOffset(o.WindowEnd), o.Product,
        inFull || o.Technician is null ? o.Technician : PersonalData.Name(o.Technician), PersonDocument.Of(o.Customer, o.Phone, o.Area, inFull), [ClockDocument.Of(o.Response, company), ClockDocument.Of(o.Handling, company)]);
}

/// <summary>A service order with both clocks, as <c>order explain</c> tells them, and its history.</summary>
/// <param name="Customer">Public id; null when unknown.</param>
/// <param name="Description">Free text may name a person: only with <c>personal.read</c>.</param>
internal sealed record OrderDocument(
    string Number, Guid Id, string? BrandOrderNumber, string Kind, string Channel, string Status, string? Complexity, bool IsSafety, string? SpecialReason, int Urged, int Reopened, string? Model, string? FaultCode, string? Description,
    DateTimeOffset ReceivedAt, DateTimeOffset? RespondedAt, DateTimeOffset? WindowStart, DateTimeOffset? WindowEnd, DateTimeOffset? ArrivedAt, DateTimeOffset? CompletedAt, DateTimeOffset? ClosedAt, DateTimeOffset? CancelledAt,
    string? CancelReason, string? OverrunReason, string? Outcome, string? Technician, string? Team, Guid? Customer, PersonDocument Contact, IReadOnlyList<ClockDocument> Clocks, IReadOnlyList<OrderActDocument> History);

/// <param name="Act">Name of the act, e.g. <c>received</c>.</param>
/// <param name="By">Account or integration.</param>
internal sealed record OrderActDocument(DateTimeOffset At, string Act, string By);

/// <summary>A request as another program takes it.</summary>
internal sealed record OrderToReceive : IApiBody
{
    /// <summary>A customer that is known by its id; otherwise name and phone find or register one.</summary>
    public Guid? Customer { get; init; }
    [Required, MaxLength(80)] public string Name { get; init; } = "";
    [MaxLength(30)] public string? Phone { get; init; }
    [MaxLength(200)] public string? Address { get; init; }
    [Required] public OrderKind? Kind { get; init; }
    /// <summary>How the customer reached the brand or the company; <c>other</c> unless given.</summary>
    public OrderChannel? Channel { get; init; }
    /// <summary>Code of a product model.</summary>
    [MaxLength(60)] public string? Model { get; init; }
    [MaxLength(60)] public string? Serial { get; init; }
    [MaxLength(40)] public string? FaultCode { get; init; }
    [MaxLength(60)] public string? BrandOrderNumber { get; init; }
    [MaxLength(2000)] public string? Description { get; init; }
    /// <summary>The window that the customer wishes.</summary>
    public DateTimeOffset? WindowStart { get; init; }
    public DateTimeOffset? WindowEnd { get; init; }
    /// <summary>Gas, carbon monoxide, electric shock, scalding: called back and visited first.</summary>
    public bool IsSafety { get; init; }

    public static readonly OrderToReceive Example = new()
    {
        Name = "张伟", Phone = "13800138000", Address = "杭州市西湖区文一路 188 号", Kind = OrderKind.Repair, Channel = OrderChannel.Phone, BrandOrderNumber = "B-1001", Description = "不出热水",
    };
}

/// <summary>A try to reach the customer (clause 1.4.2).</summary>
internal sealed record AttemptToRecord : IApiBody
{
    [Required] public ContactResult? Result { get; init; }
    /// <summary>A text message with the wish to be called back was delivered after it.</summary>
    public bool MessageDelivered { get; init; }
    [MaxLength(500)] public string? Note { get; init; }

    public static readonly AttemptToRecord Example = new() { Result = ContactResult.NoAnswer, MessageDelivered = true };
}

/// <summary>The customer asks where it stays.</summary>
internal sealed record UrgeToTake : IApiBody
{
    [MaxLength(500)] public string? Note { get; init; }

    public static readonly UrgeToTake Example = new() { Note = "客户再次来电" };
}

internal sealed record CancellationToTake : IApiBody
{
    /// <summary>Code of a reason of the policy, e.g. <c>customer_withdrew</c>.</summary>
    [Required, MaxLength(60)] public string Reason { get; init; } = "";
    [MaxLength(500)] public string? Note { get; init; }
}
