using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>Takes a complaint, about an order where one is named, and sends the customer the link to follow it.</summary>
internal sealed class ReceiveComplaint(FeedbackDbContext db, ComplaintRulebook rulebook, IOrderLookup orders, ICompany company, TimeProvider time)
{
    /// <param name="Order">Number of the order that it is about.</param>
    /// <param name="OutsideDue">UTC.</param>
    public sealed record Request(ComplaintChannel Channel, ComplaintMatter Matter, string? Order, string? Name, string? Phone, string Text, string? Wish, bool IsSafety, string? OutsideNumber, DateTime? OutsideDue);

    /// <param name="id">The same id is taken once.</param>
    /// <exception cref="RuleViolation">It names no such order, or says too little.</exception>
    public async Task<Complaint> RunAsync(Request request, Actor who, Guid? id, CancellationToken ct)
    {
        if (id is { } sent && await db.Set<Complaint>().AsNoTracking().FirstOrDefaultAsync(c => c.PublicId == sent, ct) is { } already) return already;
        var now = time.Now();
        OrderInBrief? order = null;
        if (request.Order.OrNull() is { } number) order = await orders.ByNumberAsync(number, ct) ?? throw new RuleViolation("Complaints.NoSuchOrder", number) { Field = "Input.Order" };
        var complaint = Complaint.Receive(new ComplaintIntake
        {
            PublicId = id, ReceivedAt = now, ReceivedDay = company.LocalDay(now), Channel = request.Channel, Matter = request.Matter, Order = order, ContactName = request.Name, Phone = request.Phone.OrNull() ?? order?.Phone, Text = request.Text,
            Wish = request.Wish, IsSafety = request.IsSafety, OutsideNumber = request.OutsideNumber, OutsideDue = request.OutsideDue,
        }, rulebook.InForceAt(now), who);
        complaint.SendLink();
        db.Add(complaint);
        await db.SaveChangesAsync(ct);
        return complaint;
    }
}
