using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Tracking;

/// <summary>
/// The customer follows the job: who comes, when, what was promised, what was done; moves or cancels the visit. Opening it records nothing. Unknown,
/// malformed and expired links give the same answer.
/// </summary>
[OpenToAll("Customers follow their job by an unguessable link, without an account.")]
internal sealed class TrackModel(TrackOrders tracking, ServiceDbContext db, OrderRulebook rulebook, AssignTechnician assign, PublicDoor door, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    [BindProperty] public int Version { get; set; }

    public ServiceOrder? Order { get; private set; }
    public IReadOnlyList<ClockStory> Clocks { get; private set; } = [];
    public string? ModelName { get; private set; }
    public string? TechnicianName { get; private set; }
    public IReadOnlyList<OfferedWindow> Windows { get; private set; } = [];

    /// <summary>Fee notes that count, with their lines; what was paid and given back.</summary>
    public IReadOnlyList<FeeNote> Notes { get; private set; } = [];
    public OrderAccount? Account { get; private set; }

    public bool MayMove => Order?.Status is OrderStatus.Responded or OrderStatus.Scheduled;
    public bool MayCancel => Order?.Status is OrderStatus.Received or OrderStatus.Responded or OrderStatus.Scheduled;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Closed() is { } refused) return refused;
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Order = await tracking.BehindAsync(Token, toChange: false, ct);
        if (Order is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        ModelState.Remove(nameof(Version));
        Version = Order.Version;
        Clocks = ClockStory.Of(Order, rulebook.KeptBy(Order), time.Now());
        ModelName = await db.Set<ProductModel>().Where(m => m.Id == Order.ModelId).Select(m => m.Name).FirstOrDefaultAsync(ct);
        TechnicianName = Order.Status is OrderStatus.Received ? null : await db.Set<Technician>().Where(t => t.Id == Order.TechnicianId).Select(t => t.Name).FirstOrDefaultAsync(ct);
        Windows = tracking.Windows();
        Notes = await db.Set<FeeNote>().AsNoTracking().Include(n => n.Lines).Where(n => n.OrderId == Order.Id && n.VoidedAt == null).OrderBy(n => n.Id).ToListAsync(ct);
        if (Notes.Count > 0) Account = await db.Set<OrderAccount>().AsNoTracking().Include(a => a.Payments).FirstOrDefaultAsync(a => a.OrderId == Order.Id, ct);
    }

    public Task<IActionResult> OnPostMoveAsync(string? window, CancellationToken ct) => ActAsync(async (order, _, now) =>
    {
        var chosen = tracking.Windows().FirstOrDefault(w => w.Code == window) ?? throw new RuleViolation("Tracking.Window.Gone");
        var clearance = await assign.ClearAgainAsync(order, chosen.Start, ct);
        if (clearance is { MayGo: false }) throw new RuleViolation("Tracking.Window.Gone"); // whoever comes may not come that day; why is no customer's business
        order.Reschedule(chosen.Start, chosen.End, customerAsked: true, T["Tracking.Track.MovedByCustomer"], clearance, now, Customer(order));
    }, ct);

    public Task<IActionResult> OnPostCancelAsync(bool sure, CancellationToken ct) => ActAsync((order, rules, now) =>
    {
        if (!sure) throw new RuleViolation("Tracking.Track.NotSure") { Field = "sure" };
        order.Cancel("customer_withdrew", null, now, rules, Customer(order));
        return Task.CompletedTask;
    }, ct);

    async Task<IActionResult> ActAsync(Func<ServiceOrder, OrderRules, DateTime, Task> act, CancellationToken ct)
    {
        if (Closed() is { } refused) return refused;
        if (!door.MaySave(Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await tracking.BehindAsync(Token, toChange: true, ct) is not { } order)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        if (order.Version != Version) throw new RuleViolation("Tracking.Track.Changed");
        await act(order, rulebook.KeptBy(order), time.Now());
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/t/" + Token);
    }

    StatusCodeResult? Closed() => door.MayLook(RemoteAddress, Token) ? null : StatusCode(StatusCodes.Status429TooManyRequests);

    static Actor Customer(ServiceOrder order) => new("customer", order.ContactName ?? "");

    /// <summary>Steps of the way, as customers think of it, and how far this job is.</summary>
    public IReadOnlyList<(string Key, DateTime? At, bool Reached)> Steps =>
    [
        ("Received", Order!.ReceivedAt, true), ("Responded", Order.RespondedAt, Order.RespondedAt is not null), ("Scheduled", null, Order.TechnicianId is not null && Order.Status >= OrderStatus.Scheduled),
        ("EnRoute", Order.DepartedAt, Order.DepartedAt is not null), ("OnSite", Order.ArrivedAt, Order.ArrivedAt is not null), ("Completed", Order.CompletedAt, Order.CompletedAt is not null),
    ];
}
