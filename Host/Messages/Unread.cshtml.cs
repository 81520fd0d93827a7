using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Messages;

/// <summary>The number beside the bell, asked for by every page when it opens and once a minute.</summary>
[SignedIn("Everybody's own notices.")]
internal sealed class UnreadModel(NoticeBoard board) : ModulePage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!WantsFragment) return LocalRedirect("/Messages");
        Response.Headers.CacheControl = "no-store";
        return Fragment("_Unread", await board.UnreadAsync(User, ct));
    }
}
