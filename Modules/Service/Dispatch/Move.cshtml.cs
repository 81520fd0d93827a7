using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Dispatch;

/// <summary>
/// Puts a visit where it shall be: another technician, another time, or both. The board drops a card here with the place it was dropped on; a
/// keyboard and a browser without script come to the same form.
/// </summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class MoveModel(Candidates candidates, AssignTechnician assign) : OrderActPage
{
    public sealed record Form
    {
        public long? Technician { get; init; }
        public DateTime? WindowStart { get; init; }
        public DateTime? WindowEnd { get; init; }
        /// <summary>customer or company: who wants the other time.</summary>
        public string? AskedBy { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    /// <summary>Where the card was dropped.</summary>
    [BindProperty(SupportsGet = true)] public long? Technician { get; set; }
    [BindProperty(SupportsGet = true)] public DateTime? Start { get; set; }
    /// <summary>The version that the board showed.</summary>
    [BindProperty(SupportsGet = true)] public int? Seen { get; set; }

    public IReadOnlyList<Candidate> Ranked { get; private set; } = [];

    /// <summary>Nothing to ask: somebody is sent for the first time, at the agreed hour.</summary>
    public bool AtOnce => Order.TechnicianId is null && Start is null && Technician is not null;

    /// <summary>The form alone, for the board's dialog.</summary>
    public async Task<IActionResult> OnGetAskAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Fragment("_Move", this);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        if (HttpMethods.IsGet(Request.Method)) Suggest();
        Ranked = await candidates.RankAsync(Order, Shown.FromField(Input.WindowStart) ?? Order.WindowStart, Shown.FromField(Input.WindowEnd) ?? Order.WindowEnd, ct);
    }

    /// <summary>The place the card was dropped on; the visit stays as long as it was.</summary>
    void Suggest()
    {
        var (from, to) = (Order.WindowStart, Order.WindowEnd);
        if (Shown.FromField(Start) is { } moved) (from, to) = (moved, moved + ((to - from) ?? TimeSpan.FromHours(2)));
        Input = new Form { Technician = Technician ?? Order.TechnicianId, WindowStart = Local(from), WindowEnd = Local(to) };
        Version = Seen ?? Version;
    }

    /// <summary>Who shall go; null where nobody was chosen.</summary>
    long? Sent => Input.Technician is 0 ? null : Input.Technician;

    ICompany Company => HttpContext.RequestServices.GetRequiredService<ICompany>();

    DateTime? Local(DateTime? utc) => utc is { } instant ? DateTime.SpecifyKind(Company.ToLocal(instant), DateTimeKind.Unspecified) : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var day = "";
        await ActAsync(async (order, _, now) =>
        {
            await MoveWindowAsync(order, now, ct);
            if (Sent is { } technician && technician != order.TechnicianId) await SendAsync(order, technician, now, ct);
            day = Shown.Day(Company.LocalDay(order.WindowStart ?? now));
        }, ct);
        return LocalRedirect("/Service/Dispatch?day=" + day);
    }

    async Task MoveWindowAsync(ServiceOrder order, DateTime now, CancellationToken ct)
    {
        var (start, end) = (Shown.FromField(Input.WindowStart) ?? default, Shown.FromField(Input.WindowEnd) ?? default);
        if (SameMinute(start, order.WindowStart) && SameMinute(end, order.WindowEnd)) return;
        if (Input.AskedBy is not ("customer" or "company")) throw new RuleViolation("Dispatch.Move.WhoAsked") { Field = "Input.AskedBy" };
        order.Reschedule(start, end, Input.AskedBy == "customer", Input.Reason ?? "", await assign.ClearAgainAsync(order, start, ct, Sent), now, Actor);
    }

    /// <summary>A field of the form knows no seconds.</summary>
    static bool SameMinute(DateTime a, DateTime? b) => b is { } other && Math.Abs((a - other).TotalSeconds) < 60;

    Task SendAsync(ServiceOrder order, long technician, DateTime now, CancellationToken ct)
    {
        if (order.TechnicianId is not null && string.IsNullOrWhiteSpace(Input.Reason)) throw new RuleViolation("Requests.ReasonMissing") { Field = "Input.Reason" };
        return assign.ActAsync(order, technician, now, Actor, ct, Input.Reason);
    }
}
