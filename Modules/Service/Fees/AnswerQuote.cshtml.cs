using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>A customer answers a quote by link. Opening it records nothing; unknown, used and expired links look alike.</summary>
[OpenToAll("The customer has no account; the link itself is the key.")]
internal sealed class AnswerQuoteModel(ServiceDbContext db, PublicDoor door, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    [BindProperty] public Form Input { get; set; } = new();
    public Quote? Quote { get; private set; }
    public bool IsAnswered { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var (hash, oldest) = (QuoteLink.HashOf(Token), time.Now().AddDays(-Fees.Quote.LinkDays));
        Quote = await db.Set<Quote>().SingleOrDefaultAsync(q => q.TokenHash == hash && q.State == QuoteState.Offered && q.OfferedAt > oldest, ct);
        if (Quote is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => ActAsync(q => q.Accept(Input.Name ?? "", AcceptedBy.Link, null, time.Now()), ct);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) => ActAsync(q => q.Refuse(null, Input.Reason ?? "", time.Now()), ct);

    async Task<IActionResult> ActAsync(Action<Quote> act, CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token) || !door.MaySave(Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        await LoadAsync(ct);
        if (Quote is null) return Page();
        act(Quote);
        await db.SaveChangesAsync(ct);
        IsAnswered = true;
        return Page();
    }
}
