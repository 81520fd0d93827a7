using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Parts;

internal enum PartRequestState { Asked, Ordered, Arrived, Cancelled }

/// <summary>
/// A part that a job waits for: asked by whoever was on site, ordered from a supplier, arrived. Its arrival ends no pause and changes no order by itself;
/// it tells the people who can go on.
/// </summary>
internal sealed class PartRequest : Aggregate
{
    public Guid PublicId { get; private init; }
    public long OrderId { get; private init; }
    public ServiceOrder Order { get; private init; } = null!;
    public string Part { get; private init; } = "";
    public string? Name { get; private init; }
    public int Quantity { get; private init; }
    public string? Note { get; private init; }
    public DateTime AskedAt { get; private init; }
    public string AskedBy { get; private init; } = "";
    public PartRequestState State { get; private set; }
    public string? Supplier { get; private set; }
    /// <summary>The supplier's number of the order.</summary>
    public string? SupplierNumber { get; private set; }
    public DateTime? OrderedAt { get; private set; }
    public string? OrderedBy { get; private set; }
    public DateOnly? ExpectedOn { get; private set; }
    public DateTime? ArrivedAt { get; private set; }
    public string? ArrivedBy { get; private set; }
    public DateTime? CancelledAt { get; private set; }
    public string? CancelledBecause { get; private set; }

    PartRequest() { }

    /// <param name="name">Null for a part that the model's list does not have.</param>
    public static PartRequest Ask(ServiceOrder order, string part, string? name, int quantity, string? note, DateTime at, Actor who, Guid? publicId = null)
    {
        Require(order.IsOpen, "Parts.Request.OrderEnded", null, order.Number);
        Require(!string.IsNullOrWhiteSpace(part), "Parts.Request.PartMissing", "Part");
        Require(quantity is > 0 and <= 99, "Visits.Part.Quantity", "Quantity", quantity);
        var request = new PartRequest { PublicId = publicId ?? Kernel.PublicId.New(at), OrderId = order.Id, Order = order, Part = part.Trim(), Name = name.OrNull(), Quantity = quantity, Note = note.OrNull(), AskedAt = at, AskedBy = who.Name };
        request.Acted();
        return request;
    }

    public bool IsOpen => State is PartRequestState.Asked or PartRequestState.Ordered;
    public bool IsLate(DateOnly today) => State == PartRequestState.Ordered && ExpectedOn < today;

    /// <param name="today">Local day.</param>
    public void PlaceOrder(string supplier, string? supplierNumber, DateOnly? expectedOn, DateOnly today, DateTime at, Actor who)
    {
        RequireOpen();
        Require(!string.IsNullOrWhiteSpace(supplier), "Parts.Request.SupplierMissing", "Input.Supplier");
        Require(expectedOn is null || expectedOn >= today, "Parts.Request.ExpectedPast", "Input.ExpectedOn");
        (State, Supplier, SupplierNumber, ExpectedOn, OrderedAt, OrderedBy) = (PartRequestState.Ordered, supplier.Trim(), supplierNumber.OrNull(), expectedOn, at, who.Name);
        Acted();
    }

    public void Arrive(DateTime at, Actor who)
    {
        RequireOpen();
        (State, ArrivedAt, ArrivedBy) = (PartRequestState.Arrived, at, who.Name);
        Raise(new PartArrived(PublicId, Order.Number, Part));
        Acted();
    }

    public void Cancel(string? reason, DateTime at)
    {
        RequireOpen();
        Require(!string.IsNullOrWhiteSpace(reason), "Requests.ReasonMissing", "Input.Reason");
        (State, CancelledAt, CancelledBecause) = (PartRequestState.Cancelled, at, reason!.Trim());
        Acted();
    }

    void RequireOpen() => Require(IsOpen, "Parts.Request.Ended", null, "PartRequestState." + State);
}

internal sealed class PartRequestMap : IEntityTypeConfiguration<PartRequest>
{
    public void Configure(EntityTypeBuilder<PartRequest> builder)
    {
        builder.ToTable("part_requests");
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => new { r.State, r.AskedAt });
        builder.HasOne(r => r.Order).WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}
