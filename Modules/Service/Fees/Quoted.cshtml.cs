using System.Buffers.Text;
using System.Security.Cryptography;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Fees;

/// <summary>A quote: accepted on the spot, refused, or sent as a link.</summary>
[Permission(ServicePermissions.ReadFees)]
internal sealed class QuotedModel : FeePage
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Strokes { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public Quote Quote { get; private set; } = null!;
    /// <summary>Shown once, right after it was made.</summary>
    public string? Link { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Quote = await QuoteAsync(Id, ct);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => ActAsync(q =>
    {
        var strokes = SignedStrokes.Read(Input.Strokes);
        q.Accept(Input.Name ?? "", strokes is null ? AcceptedBy.TypedName : AcceptedBy.Signature, strokes, Now);
    }, ct);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) => ActAsync(q => q.Refuse(Input.Name, Input.Reason ?? "", Now), ct);

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        await ActAsync(q => q.GiveLink(QuoteLink.HashOf(token)), ct);
        await LoadAsync(ct);
        var root = Company.PublicUrl?.ToString().TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}";
        Link = $"{root}/q/{token}";
        return Page();
    }

    async Task<IActionResult> ActAsync(Action<Quote> act, CancellationToken ct)
    {
        if (!May(ServicePermissions.MakeFees)) return Forbid();
        act(await QuoteAsync(Id, ct));
        await Db.SaveChangesAsync(ct);
        return Back();
    }
}

/// <summary>The customer's link to a quote: 128 random bits, of which only the hash is kept.</summary>
internal static class QuoteLink
{
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
