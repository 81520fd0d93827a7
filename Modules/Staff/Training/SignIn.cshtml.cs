using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>A page of a session that people in the room open by its QR code. Opening it records nothing; unknown, old and closed links look alike.</summary>
internal abstract class LinkPage(SessionLinks links, StaffDbContext db, PublicDoor door) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    [BindProperty] public string? Code { get; set; }
    public Session? Session { get; private set; }
    public string CourseName { get; private set; } = "";
    protected SessionLink? Link { get; private set; }
    protected StaffDbContext Db => db;
    protected abstract LinkPurpose[] Purposes { get; }

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();

    public override Task LoadAsync(CancellationToken ct) => FindAsync(ct);

    /// <returns>An answer where there is nothing to go on with.</returns>
    protected async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await links.BehindAsync(Token, ct, Purposes) is not { } found) return Gone();
        (Link, Session) = found;
        CourseName = await db.Set<Course>().Where(c => c.Id == Session.CourseId).Select(c => c.Name).SingleAsync(ct);
        return null;
    }

    protected IActionResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    protected bool MaySave => door.MaySave(Token);
}

/// <summary>Signs in with the own number: the hours of the session go onto the sheet.</summary>
[OpenToAll("people in the room sign in by the session's QR code")]
internal sealed class SignInModel(SessionLinks links, StaffDbContext db, PublicDoor door, WriteCells cells, TimeProvider time) : LinkPage(links, db, door)
{
    public Participant? Signed { get; private set; }
    protected override LinkPurpose[] Purposes => [LinkPurpose.SignIn];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MaySave) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await FindAsync(ct) is { } refused) return refused;
        var seat = SessionLinks.SeatOf(Session!, Code);
        var there = await Db.Set<SheetCell>().AsNoTracking().AnyAsync(c => c.ParticipantId == seat.Id && c.Column == SheetColumn.Attendance && c.Value != null, ct);
        if (!there) await cells.WriteAsync(Session!.PublicId, [new TypedCell(seat.Id, SheetColumn.Attendance, SheetText.Kept(Session!.Hours), 0, PublicId.New(time.Now()), time.Now())], seat.Name, ct);
        Signed = seat;
        return Page();
    }
}
