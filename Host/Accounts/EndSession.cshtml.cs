using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

/// <summary>Ends one of the own sessions, or all but this one.</summary>
[SignedIn("Everybody looks after the own account.")]
[WritesFromReserve]
internal sealed class EndSessionModel(UserManager<Account> users, SessionBook sessions, IAuditLog audit) : ModulePage
{
    public IActionResult OnGet() => LocalRedirect("/Settings/Account");

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        var account = await users.GetUserAsync(User) ?? throw new NotThere();
        var ended = await sessions.EndAsync(account.Id, ct, id, SessionBook.Of(HttpContext)?.Id);
        await audit.RecordAsync(Actor, "account.sessions.ended", account.UserName!, $"{ended}", ct);
        return LocalRedirect("/Settings/Account");
    }
}
