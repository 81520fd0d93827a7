using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

/// <summary>Sets up an authenticator app: scan, show a code, keep the recovery codes.</summary>
[SignedIn("Everybody looks after the own account.")]
internal sealed class TurnOnTwoFactorModel(UserManager<Account> users, SignInManager<Account> signIn, PresentPassword present, SecondFactorBook factors, ICompany company) : ModulePage
{
    public sealed record Form
    {
        public string Offer { get; init; } = "";
        public string Code { get; init; } = "";
        public string Current { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();
    public QrCode Qr { get; private set; } = null!;
    public string Key { get; private set; } = "";
    /// <summary>Shown once, after the code was right.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var account = await users.GetUserAsync(User) ?? throw new NotThere();
        if (Input.Offer.Length == 0) Input = Input with { Offer = factors.Offer(account.Id) };
        var secret = factors.Read(Input.Offer, account.Id);
        Qr = QrCode.Of(Totp.Uri(company.Name, account.UserName!, secret));
        Key = string.Join(' ', Totp.Text(secret).Chunk(4).Select(c => new string(c)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await present.ConfirmAsync(HttpContext, Input.Current);
        Codes = await factors.TurnOnAsync(account, Input.Offer, Input.Code, SessionBook.Of(HttpContext), ct);
        await signIn.RefreshSignInAsync(account);
        return Page();
    }
}
