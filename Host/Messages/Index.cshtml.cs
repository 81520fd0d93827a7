using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Messages;

[SignedIn("Everybody's own notices.")]
internal sealed class IndexModel(NoticeBoard board) : ModulePage
{
    /// <summary>unread (default) or all.</summary>
    [BindProperty(SupportsGet = true)] public string State { get; set; } = "unread";
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;

    public bool OnlyUnread => State != "all";
    public IReadOnlyList<NoticeBoard.Row> Rows { get; private set; } = [];
    public bool More { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        PageNo = Math.Clamp(PageNo, 1, 1000);
        (Rows, More) = await board.ReadAsync(User, OnlyUnread, PageNo, ct);
    }

    public async Task<IActionResult> OnPostOpenAsync(long id, CancellationToken ct) => LocalRedirect(await board.MarkAsync(User, id, ct));

    public async Task<IActionResult> OnPostReadAsync(long id, CancellationToken ct)
    {
        await board.MarkAsync(User, id, ct);
        return Back();
    }

    public async Task<IActionResult> OnPostReadAllAsync(long upTo, CancellationToken ct)
    {
        await board.MarkAllAsync(User, upTo, ct);
        return Back();
    }

    LocalRedirectResult Back() => LocalRedirect(OnlyUnread ? "/Messages" : "/Messages?state=all");
}
