using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Notices;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Stickers;
using AfterSales.Service.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Tracking;

/// <summary>
/// The customer's request form: three short steps, without script and without an account. A sticker on the heater chooses the product. Opening it records
/// nothing; the last step makes the order by the same act as the office, and shows the link to follow it.
/// </summary>
[OpenToAll("Customers ask for service without an account.")]
internal sealed class AskModel(ServiceDbContext db, ReceiveOrder receive, TrackOrders tracking, PublicDoor door, KeepPhoto photos, Kernel.Policies.IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    const int LastStep = 3;

    public sealed record Form
    {
        public Guid? PublicId { get; init; }
        public OrderKind Kind { get; init; }
        public string? Model { get; init; }
        public string? Fault { get; init; }
        public string? Description { get; init; }
        public bool IsSafety { get; init; }
        public string? Address { get; init; }
        public string? Window { get; init; }
        public string? Name { get; init; }
        public string? Phone { get; init; }
        public bool Consent { get; init; }
        /// <summary>Code of the campaign whose link was followed.</summary>
        public string? Campaign { get; init; }
        /// <summary>People do not see this field; what fills it in is no person.</summary>
        public string? Website { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string? Sticker { get; set; }
    /// <summary>In the link of a campaign: <c>/r?c=SPRING26</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "c")] public string? Campaign { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public int Step { get; set; } = 1;

    /// <summary>What the customer sees, sent with the last step.</summary>
    [BindProperty] public IFormFile? Picture { get; set; }

    public ProductModel? Product { get; private set; }
    public Appliance? Heater { get; private set; }
    public IReadOnlyList<(string Code, string Name)> Models { get; private set; } = [];
    public IReadOnlyList<OfferedWindow> Windows { get; private set; } = [];
    /// <summary>Changed service hours that hold or are to come.</summary>
    public IReadOnlyList<HoursNotice> Notices { get; private set; } = [];
    /// <summary>Set once the request is in: the way to follow it.</summary>
    public string? Number { get; private set; }
    public string? Link { get; private set; }
    public DateTime? AnswerBy { get; private set; }

    public bool NeedsVisit => Input.Kind is not (OrderKind.Enquiry or OrderKind.TechnicalSupport);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Input = Input with { PublicId = Input.PublicId ?? PublicId.New(time.Now()), Campaign = Input.Campaign ?? Campaign };
        if (PublicToken.Hash(Sticker) is not null && await db.Set<Sticker>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == Sticker, ct) is { } sticker)
        {
            Heater = await db.Set<Appliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == sticker.ApplianceId, ct);
            Product = await db.Set<ProductModel>().AsNoTracking().Include(m => m.FaultCodes).FirstOrDefaultAsync(m => m.Id == sticker.ModelId, ct);
        }
        Product ??= string.IsNullOrEmpty(Input.Model) ? null : await db.Set<ProductModel>().AsNoTracking().Include(m => m.FaultCodes).FirstOrDefaultAsync(m => m.Code == Input.Model, ct);
        if (Step == 1 && Product is null) Models = [.. (await db.Set<ProductModel>().AsNoTracking().Where(m => m.Code != ProductModel.UnknownCode).OrderBy(m => m.Name).Take(200).Select(m => new { m.Code, m.Name }).ToListAsync(ct)).Select(m => (m.Code, m.Name))];
        Windows = tracking.Windows();
        Notices = await db.AnnouncedAsync(company.LocalDay(time.Now()), ct);
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] string? back, CancellationToken ct)
    {
        if (!door.MaySave("r:" + RemoteAddress)) return StatusCode(StatusCodes.Status429TooManyRequests);
        var step = Math.Clamp(Step, 1, LastStep);
        for (Step = 1; back is null && Step <= step; Step++) Check(Step); // earlier answers came back with the form and are checked again; the step that refuses is shown
        Step = back is not null ? Math.Max(1, step - 1) : step + 1;
        await LoadAsync(ct);
        if (Step <= LastStep) return Page();
        Step = LastStep;
        await ReceiveAsync(ct);
        return Page();
    }

    /// <summary>What a step asks must be answered before the next one is shown.</summary>
    void Check(int step)
    {
        if (step == 1 && string.IsNullOrWhiteSpace(Input.Description) && string.IsNullOrWhiteSpace(Input.Fault)) throw new RuleViolation("Tracking.Ask.NothingSaid") { Field = "Input.Description" };
        if (step == 2 && NeedsVisit && string.IsNullOrWhiteSpace(Input.Address)) throw new RuleViolation("Tracking.Ask.NoAddress") { Field = "Input.Address" };
        if (step != LastStep) return;
        if (!string.IsNullOrEmpty(Input.Website)) throw new RuleViolation("Tracking.Ask.NotAPerson");
        if (string.IsNullOrWhiteSpace(Input.Name)) throw new RuleViolation("Tracking.Ask.NoName") { Field = "Input.Name" };
        if (!PhoneNumber.IsPlausible(Input.Phone)) throw new RuleViolation("Tracking.Ask.BadPhone", Input.Phone) { Field = "Input.Phone" };
        if (!Input.Consent) throw new RuleViolation("Tracking.Ask.NoConsent") { Field = "Input.Consent" };
    }

    async Task ReceiveAsync(CancellationToken ct)
    {
        var window = string.IsNullOrEmpty(Input.Window) ? null : Windows.FirstOrDefault(w => w.Code == Input.Window) ?? throw new RuleViolation("Tracking.Window.Gone") { Field = "Input.Window" };
        if (await db.Set<ServiceOrder>().Where(o => o.PublicId == Input.PublicId).Select(o => new { o.ContactPhone }).FirstOrDefaultAsync(ct) is { } there && there.ContactPhone != PhoneNumber.Normalise(Input.Phone))
            throw new RuleViolation("Tracking.Ask.NotAPerson"); // somebody else's form
        var kept = await KeepPictureAsync(ct); // what is no picture refuses the request before anything is stored
        Number = await receive.RunAsync(new ReceiveOrder.Request(Input.PublicId, null, Input.Name!.Trim(), Input.Phone, Input.Address ?? Heater?.Address, Input.Kind, OrderChannel.Web, Product?.Code, Heater?.Serial,
            Product?.FaultCodes.Find(f => f.Code == Input.Fault)?.Code, null, Input.Description, window?.Start, window?.End, Input.IsSafety, Input.Campaign), new Actor("customer", Input.Name.Trim()), ct);
        if (kept is { } photo) await AttachAsync(photo, ct);
        await ConsentAsync(ct);
        var order = await db.Set<ServiceOrder>().AsNoTracking().FirstAsync(o => o.Number == Number, ct);
        AnswerBy = order.Response.Due;
        Link = await tracking.LinkAsync(Number, ct);
        await tracking.SendAsync(order, Link, CultureInfo.CurrentUICulture.Name, ct);
    }

    async Task<KeptPhoto?> KeepPictureAsync(CancellationToken ct)
    {
        if (Picture is not { Length: > 0 } file) return null;
        await using var content = file.OpenReadStream();
        return await photos.KeepAsync(content, policies.At<VisitPolicy>(time.Now()).Value, ct);
    }

    async Task AttachAsync(KeptPhoto photo, CancellationToken ct)
    {
        var order = await db.Set<ServiceOrder>().Include(o => o.Photos).FirstAsync(o => o.Number == Number, ct);
        order.AddPhoto(PublicId.New(time.Now()), photo.Sha256, photo.Width, photo.Height, time.Now(), new Actor("customer", Input.Name!.Trim()));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The tick under the form is the customer's consent; it is kept with its day and way.</summary>
    async Task ConsentAsync(CancellationToken ct)
    {
        var customer = await db.Set<Customer>().FirstOrDefaultAsync(c => db.Set<ServiceOrder>().Where(o => o.Number == Number).Select(o => o.CustomerId).Contains(c.Id), ct);
        if (customer is null or { HasConsent: true }) return;
        customer.GiveConsent(time.Now(), T["Tracking.Ask.ConsentHow"], time.Now());
        await db.SaveChangesAsync(ct);
    }

    public string Whole(string path) => company.PublicUrl is { } home ? new Uri(home, path).ToString() : $"{Request.Scheme}://{Request.Host}{path}";
}
