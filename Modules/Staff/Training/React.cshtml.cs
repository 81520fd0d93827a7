using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Training;

/// <summary>The form after a session. The number only says who has answered; the answer is kept without it, by the day.</summary>
[OpenToAll("people in the room say what they think by the session's QR code")]
internal sealed class ReactModel(SessionLinks links, StaffDbContext db, PublicDoor door, ICompany company, TimeProvider time) : LinkPage(links, db, door)
{
    public sealed record Form
    {
        public int? Content { get; init; }
        public int? Trainer { get; init; }
        public int? Useful { get; init; }
        public string? Comment { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public bool Done { get; private set; }
    protected override LinkPurpose[] Purposes => [LinkPurpose.Reaction];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MaySave) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await FindAsync(ct) is { } refused) return refused;
        var seat = SessionLinks.SeatOf(Session!, Code);
        if (seat.HasReacted) throw new RuleViolation("Training.React.Twice");
        Db.Add(Reaction.Give(Session!.Id, Input.Content, Input.Trainer, Input.Useful, Input.Comment, company.LocalDay(time.Now())));
        seat.Reacted();
        await Db.SaveChangesAsync(ct);
        Done = true;
        return Page();
    }
}
