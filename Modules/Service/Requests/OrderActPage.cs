using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Requests;

/// <summary>
/// A page that does one thing to one order. The form carries the version it was made from: somebody else's act in between is shown, and what
/// was typed stays.
/// </summary>
internal abstract class OrderActPage : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    [BindProperty] public int Version { get; set; }

    public ServiceOrder Order { get; private set; } = null!;
    public IReadOnlyList<ClockStory> Clocks { get; private set; } = [];
    public OrderRules Rules { get; private set; } = null!;

    protected ServiceDbContext Db => HttpContext.RequestServices.GetRequiredService<ServiceDbContext>();
    protected OrderRulebook Rulebook => HttpContext.RequestServices.GetRequiredService<OrderRulebook>();
    protected DateTime Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now();
    protected Shown Shown => HttpContext.RequestServices.GetRequiredService<Shown>();

    /// <summary>The orders that this person may see: an order that is not among them is not there.</summary>
    protected async Task<IQueryable<ServiceOrder>> VisibleAsync(CancellationToken ct) =>
        Db.Set<ServiceOrder>().VisibleTo(_viewer ??= await Db.ViewerAsync(HttpContext.RequestServices.GetRequiredService<IPermissions>(), User, ct));

    Viewer? _viewer;

    /// <summary>Whether the technician of the job enters it, not the office.</summary>
    protected async Task<bool> IsDoerAsync(ServiceOrder order, CancellationToken ct) =>
        order.TechnicianId is { } technician && await Db.TechnicianOfAsync(User, ct) == technician;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Order = await (await VisibleAsync(ct)).WholeAsync(Number, ct);
        Rules = Rulebook.KeptBy(Order);
        Clocks = ClockStory.Of(Order, Rules, Now);
        ModelState.Remove(nameof(Version)); // a form shown again builds on what is there now
        Version = Order.Version;
    }

    /// <summary>Loads, acts, saves and shows the order.</summary>
    protected async Task<IActionResult> ActAsync(Func<ServiceOrder, OrderRules, DateTime, Task> act, CancellationToken ct)
    {
        var order = await (await VisibleAsync(ct)).OneAsync(Number, ct);
        if (order.Version != Version) throw new ChangedMeanwhile(await WhatChangedAsync(ct));
        await act(order, Rulebook.KeptBy(order), Now);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Requests/Details/" + Uri.EscapeDataString(order.Number));
    }

    protected Task<IActionResult> ActAsync(Action<ServiceOrder, OrderRules, DateTime> act, CancellationToken ct) =>
        ActAsync((order, rules, now) => { act(order, rules, now); return Task.CompletedTask; }, ct);

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var events = await (await VisibleAsync(ct)).AsNoTracking().Where(o => o.Number == Number).SelectMany(o => o.Events).Where(e => e.Version > Version).OrderBy(e => e.Version).ToListAsync(ct);
        return [.. events.Select(e => new Change(e.ActorName, e.At, Sentence(e)))];
    }

    /// <summary>A line of the history in the reader's language.</summary>
    public string Sentence(OrderEvent e) => T["Requests.Act." + e.Act, [.. e.Values.Select(v => T.Has(v) ? T[v] : v), .. Enumerable.Repeat("", 3)]].TrimEnd();
}
