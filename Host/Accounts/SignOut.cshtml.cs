using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

[SignedIn("Everybody may leave.")]
[WritesFromReserve]
internal sealed class SignOutModel(SignInManager<Account> signIn, SessionBook sessions) : ModulePage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (SessionBook.Of(HttpContext) is { } here) await sessions.EndAsync(here.AccountId, ct, only: here.Id);
        await signIn.SignOutAsync();
        return LocalRedirect("/SignIn");
    }
}
