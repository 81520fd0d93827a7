using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Complaints;

[Permission(FeedbackPermissions.ReceiveComplaints)]
internal sealed class ReceiveModel(FeedbackDbContext db, ComplaintRulebook rulebook, IOrderLookup orders, ICompany company, Shown shown, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public ComplaintChannel Channel { get; init; }
        public ComplaintMatter Matter { get; init; }
        public string? Order { get; init; }
        public string? Name { get; init; }
        public string? Phone { get; init; }
        public string Text { get; init; } = "";
        public string? Wish { get; init; }
        public bool IsSafety { get; init; }
        public string? OutsideNumber { get; init; }
        public DateTime? OutsideDue { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public async Task OnGetAsync(string? order, CancellationToken ct)
    {
        if (order is not null && await orders.ByNumberAsync(order, ct) is { } known) Input = new() { Order = known.Number, Name = known.ContactName, Phone = known.Phone };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        OrderInBrief? order = null;
        if (!string.IsNullOrWhiteSpace(Input.Order)) order = await orders.ByNumberAsync(Input.Order.Trim(), ct) ?? throw new RuleViolation("Complaints.NoSuchOrder", Input.Order) { Field = "Input.Order" };
        var complaint = Complaint.Receive(new ComplaintIntake
        {
            ReceivedAt = now, ReceivedDay = company.LocalDay(now), Channel = Input.Channel, Matter = Input.Matter, Order = order, ContactName = Input.Name, Phone = string.IsNullOrWhiteSpace(Input.Phone) ? order?.Phone : Input.Phone, Text = Input.Text, Wish = Input.Wish,
            IsSafety = Input.IsSafety, OutsideNumber = Input.OutsideNumber, OutsideDue = shown.FromField(Input.OutsideDue),
        }, rulebook.InForceAt(now), Actor);
        complaint.SendLink();
        db.Add(complaint);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Complaints/Details/{complaint.PublicId}");
    }
}
