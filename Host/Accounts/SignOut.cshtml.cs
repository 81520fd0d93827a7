using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

[SignedIn("Everybody may leave.")]
[WritesFromReserve]
internal sealed class SignOutModel(SignInManager<Account> signIn) : ModulePage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/SignIn");
    }
}
