using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Parts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Visits;

/// <summary>What an entry acts on.</summary>
/// <param name="Visit">The trip under way; null before somebody sets out.</param>
internal sealed record FieldEntry(ServiceOrder Order, Visit? Visit, Moment When)
{
    /// <exception cref="RuleViolation">Nobody has set out yet.</exception>
    public Visit UnderWay => Visit ?? throw new RuleViolation("Visits.NotStarted");
}

/// <summary>
/// The technician's page about one trip. Its entries may be made without a signal: each carries the id that the phone gave it and the phone's time,
/// and takes effect once, however often it is sent. It carries no version, because those made after it on the same phone could not know the next one;
/// instead an entry made before somebody else's act on the visit, or for another trip, comes back as a conflict.
/// </summary>
internal abstract class VisitPage : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    /// <summary>Given by the phone; absent where no script runs.</summary>
    [BindProperty] public Guid? EntryId { get; set; }
    /// <summary>The phone's time of the entry.</summary>
    [BindProperty] public DateTimeOffset? At { get; set; }
    [BindProperty] public int? TripSeen { get; set; }
    [BindProperty] public int? VersionSeen { get; set; }
    [BindProperty] public double? Latitude { get; set; }
    [BindProperty] public double? Longitude { get; set; }

    public ServiceOrder Order { get; private set; } = null!;
    public Visit? Visit { get; private set; }
    public VisitRules Rules { get; private set; } = null!;
    public ProductModel? Product { get; private set; }
    public IReadOnlyList<ModelPart> PartsOfModel { get; private set; } = [];
    public IReadOnlyList<WorkCode> WorkCodes { get; private set; } = [];
    /// <summary>Prices for this order on the phone; null where the page shows none or no list is in force.</summary>
    public PhonePrices? Prices { get; private set; }
    /// <summary>The fee note of this trip; null while there is none.</summary>
    public FeeNote? Issued { get; private set; }
    public IReadOnlyList<string> UnsignedReasons { get; private set; } = [];
    public IReadOnlyList<string> DiscountReasons { get; private set; } = [];
    /// <summary>Whoever sees only own orders: a technician.</summary>
    protected bool IsOnSite => !May(ServicePermissions.ReadAllOrders);
    /// <summary>Percent that this person may take off at most; null: all of it.</summary>
    public int? DiscountPercent { get; private set; }
    /// <summary>False for a page that shows only the head of a visit.</summary>
    protected virtual bool IsWhole => true;
    /// <summary>Pictures that the customer sent with the request.</summary>
    public IReadOnlyList<Guid> CustomerPhotos { get; private set; } = [];
    /// <summary>What this technician may measure with.</summary>
    public IReadOnlyList<Instrument> Instruments { get; private set; } = [];
    public IReadOnlyList<PartRequest> PartRequests { get; private set; } = [];
    /// <summary>What the maker still wants done to this unit.</summary>
    public IReadOnlyList<Recall> Recalls { get; private set; } = [];
    /// <summary>Trip that an entry on this page belongs to.</summary>
    public int Trip { get; private set; }
    public string OrderPath => "/Service/Requests/Details/" + Uri.EscapeDataString(Number);
    public string Path(string act) => $"/Service/Visits/{act}/{Uri.EscapeDataString(Number)}";
    /// <summary>The step that is open when the page comes: the first that the job still needs.</summary>
    public string? OpenStep => !CanEnter ? null
        : Visit!.Cause is null ? "findings"
        : Visit.MissingValues(Rules.List).Count > 0 || (Visit.Values.Exists(v => !v.Passes) && Visit.ReleasedBy is null) ? "values"
        : Visit.MissingShots(Rules).Count > 0 ? "photos"
        : Prices is not null && Issued is null ? "settle" : "finish";
    public bool CanEnter => Visit is { IsOnSite: true };

    protected ServiceDbContext Db => HttpContext.RequestServices.GetRequiredService<ServiceDbContext>();
    protected FieldWork Field => HttpContext.RequestServices.GetRequiredService<FieldWork>();
    protected ICompany Company => HttpContext.RequestServices.GetRequiredService<ICompany>();
    public DateOnly Today => Company.LocalDay(Now);
    protected DateTime Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Order = await (await VisibleAsync(ct)).AsNoTracking().FirstOrDefaultAsync(o => o.Number == Number, ct) ?? throw new NotThere();
        var visits = FieldWork.Whole(Db.Set<Visit>().AsNoTracking()).Where(v => v.OrderId == Order.Id);
        Visit = await visits.FirstOrDefaultAsync(v => v.FinishedAt == null, ct) ?? (Order.Status is OrderStatus.Scheduled ? null : await visits.OrderByDescending(v => v.Trip).FirstOrDefaultAsync(ct));
        Trip = Visit?.Trip ?? await Db.Set<Visit>().CountAsync(v => v.OrderId == Order.Id, ct) + 1;
        Rules = await Field.RulesAsync(Order, Visit, ct);
        Product = await Db.Set<ProductModel>().AsNoTracking().Include(m => m.FaultCodes).FirstOrDefaultAsync(m => m.Id == Order.ModelId, ct);
        var day = Company.LocalDay(Visit?.ArrivedAt ?? Now);
        PartsOfModel = await Db.Set<ModelPart>().AsNoTracking().Where(p => p.ModelId == Order.ModelId && (p.EndedOn == null || p.EndedOn > day)).OrderBy(p => p.Number).ToListAsync(ct);
        WorkCodes = await Db.Set<WorkCode>().AsNoTracking().Where(w => w.From <= day && (w.Until == null || w.Until > day) && (w.Type == null || Rules.Type == null || w.Type == Rules.Type)).OrderBy(w => w.Code).ToListAsync(ct);
        if (!IsWhole) return;
        CustomerPhotos = await Db.Set<OrderPhoto>().AsNoTracking().Where(p => p.OrderId == Order.Id).OrderBy(p => p.Id).Select(p => p.PublicId).ToListAsync(ct);
        Instruments = await Db.Set<Instrument>().AsNoTracking().Where(i => i.EndedOn == null && (i.TechnicianId == null || i.TechnicianId == Order.TechnicianId)).OrderBy(i => i.TechnicianId == null).ThenBy(i => i.Code).ToListAsync(ct);
        PartRequests = await Db.Set<PartRequest>().AsNoTracking().Where(r => r.OrderId == Order.Id).OrderBy(r => r.Id).ToListAsync(ct);
        Recalls = await Db.Set<Recall>().AsNoTracking().OpenForAsync(await Db.Set<Appliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == Order.ApplianceId, ct), ct);
        if (May(ServicePermissions.MakeFees)) await LoadMoneyAsync(ct);
    }

    async Task LoadMoneyAsync(CancellationToken ct)
    {
        var fees = HttpContext.RequestServices.GetRequiredService<OrderFees>();
        (Prices, UnsignedReasons) = (await fees.PhonePricesAsync(Order, Visit?.ArrivedAt ?? Order.WindowStart ?? Now, [.. PartsOfModel.Select(p => p.Number)], ct), fees.Policy.UnsignedReasons);
        (DiscountReasons, DiscountPercent) = (fees.Policy.DiscountReasons, IsOnSite ? fees.Policy.DiscountPercentOnSite : null);
        var since = Visit?.ArrivedAt;
        Issued = since is null ? null : await Db.Set<FeeNote>().AsNoTracking().Where(n => n.OrderId == Order.Id && n.VoidedAt == null && n.IssuedAt >= since).OrderByDescending(n => n.Id).FirstOrDefaultAsync(ct);
    }

    async Task<IQueryable<ServiceOrder>> VisibleAsync(CancellationToken ct) =>
        Db.Set<ServiceOrder>().VisibleTo(await Db.ViewerAsync(HttpContext.RequestServices.GetRequiredService<IPermissions>(), User, ct));

    /// <summary>Loads, acts, saves, answers; exactly once for each id.</summary>
    protected async Task<IActionResult> EnterAsync(Func<FieldEntry, Task> act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await IsSentAsync(ct)) return Answer();
            FieldEntry entry;
            try
            {
                entry = await FindAsync(ct);
                await act(entry);
            }
            catch (Exception e) when (e is RuleViolation or AfterSales.Kernel.ChangedMeanwhile && EntryId is not null)
            {
                Db.ChangeTracker.Clear();
                if (await IsSentAsync(ct)) return Answer(); // refused because of what it did itself, sent a second time at the same moment
                throw;
            }
            if (EntryId is { } id) Db.Add(new SentEntry { ClientId = id, ActorId = Actor.Id, OrderId = entry.Order.Id, Act = GetType().Name[..^"Model".Length], At = entry.When.At, ReceivedAt = entry.When.ReceivedAt });
            try
            {
                await Db.SaveChangesAsync(ct);
                return Answer();
            }
            catch (DbUpdateException) when (attempt < 4)
            {
                Db.ChangeTracker.Clear(); // somebody else was quicker, or this very entry came twice: look again
            }
        }
    }

    protected Task<IActionResult> EnterAsync(Action<FieldEntry> act, CancellationToken ct) => EnterAsync(entry => { act(entry); return Task.CompletedTask; }, ct);

    protected async Task<bool> IsSentAsync(CancellationToken ct) => EntryId is { } id && await Db.Set<SentEntry>().AsNoTracking().AnyAsync(e => e.ClientId == id && e.ActorId == Actor.Id, ct);

    async Task<FieldEntry> FindAsync(CancellationToken ct)
    {
        var order = await (await VisibleAsync(ct)).OneAsync(Number, ct);
        var technician = await Db.TechnicianOfAsync(User, ct);
        var isDoer = order.TechnicianId is not null && order.TechnicianId == technician;
        if (!isDoer && !May(ServicePermissions.ReadAllOrders)) throw new RuleViolation("Visits.NotYours");
        var visit = await Field.OpenAsync(order, ct);
        var trip = visit?.Trip ?? await Db.Set<Visit>().CountAsync(v => v.OrderId == order.Id, ct) + 1;
        if ((TripSeen is { } seen && seen != trip) || visit?.OthersVersion > VersionSeen) throw new ChangedMeanwhile([]);
        return new FieldEntry(order, visit, Moment.Of(At?.UtcDateTime, Now, Field.PolicyOf(visit), isDoer, Latitude, Longitude));
    }

    /// <summary>A phone that empties its queue wants no page.</summary>
    protected IActionResult Answer() => Request.Headers.ContainsKey("X-Queue") ? new OkResult() : LocalRedirect(Path("Visit"));

    /// <summary>What was typed into a field of a refused form, or else what is stored.</summary>
    public string? Typed(string field, string? stored = null) => ModelState.TryGetValue(field, out var typed) && typed.AttemptedValue is { } value ? value : stored;

    /// <summary>A measured value as it is typed: with a point, in either language.</summary>
    protected static decimal Measured(string typed) => decimal.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000_000m
        ? value : throw new RuleViolation("Visits.Check.NotANumber", typed);
}
