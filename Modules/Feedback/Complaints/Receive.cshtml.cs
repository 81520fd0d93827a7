using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Complaints;

[Permission(FeedbackPermissions.ReceiveComplaints)]
internal sealed class ReceiveModel(ReceiveComplaint receive, IOrderLookup orders, Shown shown) : ModulePage
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
        var complaint = await receive.RunAsync(new ReceiveComplaint.Request(
            Input.Channel, Input.Matter, Input.Order, Input.Name, Input.Phone, Input.Text, Input.Wish, Input.IsSafety, Input.OutsideNumber, shown.FromField(Input.OutsideDue)), Actor, null, ct);
        return LocalRedirect($"/Feedback/Complaints/Details/{complaint.PublicId}");
    }
}
