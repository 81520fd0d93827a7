using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Complaints;

/// <summary>A customer complains without an account, and gets the link by which the complaint can be followed.</summary>
[OpenToAll("customers complain without an account")]
internal sealed class ComplainModel(FeedbackDbContext db, ComplaintRulebook rulebook, PublicDoor door, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Phone { get; init; }
        public string? Order { get; init; }
        public string Text { get; init; } = "";
        public string? Wish { get; init; }
        public bool IsSafety { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        if (!door.MayLook(RemoteAddress, "complain-" + now.Ticks)) return StatusCode(StatusCodes.Status429TooManyRequests);
        // which order it is about is looked up by whoever handles it: a stranger must not learn which numbers exist
        var text = string.IsNullOrWhiteSpace(Input.Order) ? Input.Text : $"{Input.Text}\n{T["Complaints.Public.OrderSaid", Input.Order.Trim()]}";
        if (string.IsNullOrWhiteSpace(Input.Text)) throw new RuleViolation("Complaints.TextMissing") { Field = "Input.Text" };
        var complaint = Complaint.Receive(new ComplaintIntake { ReceivedAt = now, ReceivedDay = company.LocalDay(now), Channel = ComplaintChannel.Web, ContactName = Input.Name, Phone = Input.Phone, Text = text, Wish = Input.Wish, IsSafety = Input.IsSafety },
            rulebook.InForceAt(now), new Actor("<customer>", T["Complaints.Public.Customer"]));
        var token = complaint.SendLink();
        db.Add(complaint);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/c/" + token);
    }
}
