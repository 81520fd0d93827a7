using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <summary>Messages to customers: what waits, what went out, what needs a decision.</summary>
[Permission(HostPermissions.Outbox)]
internal sealed class OutboxModel(HostDbContext db, TimeProvider time) : ModulePage
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "state")] public string? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "q")] public string? Search { get; set; }
    [BindProperty(SupportsGet = true, Name = "pageNo")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<OutgoingMessage> Rows { get; private set; } = [];
    public bool More { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var messages = db.Set<OutgoingMessage>().AsNoTracking();
        if (Code.TryParse<MessageState>(State, out var state)) messages = messages.Where(m => m.State == state);
        if (!string.IsNullOrWhiteSpace(Search)) messages = messages.Where(m => m.Phone == Search.Trim() || m.Email == Search.Trim() || m.Once == Search.Trim());
        var rows = await messages.OrderByDescending(m => m.Id).Skip((Math.Max(1, PageNo) - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    public Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken ct) => ActAsync(id, m => m.TryAgain(time.Now()), ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) => ActAsync(id, m => m.Cancel(), ct);

    async Task<IActionResult> ActAsync(Guid id, Action<OutgoingMessage> act, CancellationToken ct)
    {
        var message = await db.Set<OutgoingMessage>().FirstOrDefaultAsync(m => m.PublicId == id, ct) ?? throw new NotThere();
        act(message);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Messages/Outbox?state={Uri.EscapeDataString(State ?? "")}");
    }
}
