using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>A request by phone, on one screen: the phone number finds the customer, the deadline shows before saving.</summary>
[Permission(ServicePermissions.ReceiveOrders)]
internal sealed class ReceiveModel(ServiceDbContext db, ReceiveOrder receive, OrderRulebook rulebook, FindAgreement agreements, ICompany company, Shown shown, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public Guid? PublicId { get; init; }
        public Guid? CustomerId { get; init; }
        public string? Phone { get; init; }
        public string Name { get; init; } = "";
        public string? Address { get; init; }
        public OrderKind Kind { get; init; }
        public OrderChannel Channel { get; init; }
        public string? Model { get; init; }
        public string? Serial { get; init; }
        public string? FaultCode { get; init; }
        public string? BrandOrderNumber { get; init; }
        public string? Description { get; init; }
        public DateTime? WishedStart { get; init; }
        public DateTime? WishedEnd { get; init; }
        public bool IsSafety { get; init; }
        public string? Campaign { get; init; }
    }

    internal sealed record KnownCustomer(Guid PublicId, string Name, string? Address, IReadOnlyList<string> Appliances, IReadOnlyList<string> OpenOrders);

    [BindProperty(SupportsGet = true)] public Form Input { get; set; } = new();
    public IReadOnlyList<(string Code, string Name)> Models { get; private set; } = [];
    public IReadOnlyList<(string Code, string Meaning)> Faults { get; private set; } = [];
    public IReadOnlyList<KnownCustomer> Known { get; private set; } = [];
    public DateTime ResponseDue { get; private set; }
    public TimeLimit HandlingLimit { get; private set; }
    public Complexity Grade { get; private set; }
    /// <summary>The agreement whose limits these are.</summary>
    public string? Agreement { get; private set; }
    public DateTime SafetyCallBackDue { get; private set; }
    public DateTime SafetyOnSiteDue { get; private set; }

    public async Task OnGetAsync(Guid? customer, CancellationToken ct)
    {
        if (customer is { } id && await db.Set<Customer>().AsNoTracking().Include(c => c.Phones).FirstOrDefaultAsync(c => c.PublicId == id, ct) is { } known)
            Input = Input with { CustomerId = id, Name = known.Name, Address = known.Address, Phone = known.Phones.FirstOrDefault()?.Number };
        await LoadAsync(ct);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Input = Input with { PublicId = Input.PublicId ?? PublicId.New(time.Now()) };
        Models = [.. (await db.Set<ProductModel>().AsNoTracking().OrderBy(m => m.Code).Take(1000).Select(m => new { m.Code, m.Name }).ToListAsync(ct)).Select(m => (m.Code, m.Name))];
        await DeadlineAsync(ct);
        Known = await KnownAsync(ct);
    }

    public async Task<IActionResult> OnGetKnownAsync(CancellationToken ct)
    {
        Known = await KnownAsync(ct);
        return Fragment("_Known", this);
    }

    public async Task<IActionResult> OnGetDeadlineAsync(CancellationToken ct)
    {
        await DeadlineAsync(ct);
        return Fragment("_Deadline", this);
    }

    async Task DeadlineAsync(CancellationToken ct)
    {
        var model = await db.Set<ProductModel>().AsNoTracking().Include(m => m.FaultCodes.OrderBy(f => f.Code)).FirstOrDefaultAsync(m => m.Code == Input.Model, ct);
        var faults = model?.FaultCodes ?? [];
        Faults = [.. faults.Select(f => (f.Code, f.Meaning))];
        var (now, fault) = (time.Now(), faults.Find(f => f.Code == Input.FaultCode));
        var rules = rulebook.InForceAt(now);
        var customer = await db.Set<Customer>().AsNoTracking().Where(c => c.PublicId == Input.CustomerId).Select(c => new { c.Id, c.Address }).FirstOrDefaultAsync(ct);
        var contract = await db.Set<BrandContract>().Where(c => c.Code == BrandContract.DefaultCode).Select(c => c.Id).FirstAsync(ct);
        rules = rules with { Terms = await agreements.ForAsync(rules.Calendar.DayOf(now), customer?.Id, contract, model?.Type, Input.Address ?? customer?.Address, ct) };
        Agreement = rules.Terms?.Name;
        Grade = fault?.Complexity ?? Complexity.General;
        if (fault?.IsSafety == true) Input = Input with { IsSafety = true };
        ResponseDue = rules.Sla.Response.DueFrom(now, rules.Calendar, rolls: true);
        HandlingLimit = Grade == Complexity.Complex ? rules.Sla.ComplexHandling : rules.Sla.GeneralHandling;
        (SafetyCallBackDue, SafetyOnSiteDue) = (rules.Sla.SafetyCallBack.DueFrom(now, rules.Calendar, false), rules.Sla.SafetyOnSite.DueFrom(now, rules.Calendar, false));
    }

    async Task<IReadOnlyList<KnownCustomer>> KnownAsync(CancellationToken ct)
    {
        if (PhoneNumber.Normalise(Input.Phone) is not { Length: >= 7 } phone) return [];
        var customers = await db.WithPhone(phone).AsNoTracking().OrderBy(c => c.Name).Take(5).ToListAsync(ct);
        List<KnownCustomer> known = [];
        foreach (var customer in customers)
            known.Add(new KnownCustomer(customer.PublicId, customer.Name, customer.Address,
                await (from a in db.Set<Appliance>() where a.CustomerId == customer.Id orderby a.Id join m in db.Set<ProductModel>() on a.ModelId equals m.Id into ms from m in ms.DefaultIfEmpty() select (m == null ? "" : m.Name) + " " + a.Serial).Take(10).ToListAsync(ct),
                await db.Set<ServiceOrder>().Where(o => o.CustomerId == customer.Id).Open().OrderBy(o => o.ReceivedAt).Select(o => o.Number).Take(10).ToListAsync(ct)));
        return known;
    }

    /// <summary>Reads a pasted message into the form, for confirmation; stores nothing.</summary>
    public async Task<IActionResult> OnPostReadAsync(string? message, CancellationToken ct)
    {
        var read = WechatText.Read(message ?? "", company.LocalDay(time.Now()));
        ModelState.Clear();
        Input = new Form
        {
            Channel = OrderChannel.Wechat, Phone = read.Phone, Name = read.Name ?? "", Address = read.Address, Model = read.Model, Serial = read.Serial, FaultCode = read.FaultCode,
            Description = read.Description, WishedStart = read.WishedFrom, WishedEnd = read.WishedTo, IsSafety = read.SoundsDangerous,
        };
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Phone is { Length: > 0 } && !PhoneNumber.IsPlausible(Input.Phone)) throw new RuleViolation("Requests.Receive.BadPhone") { Field = "Input.Phone" };
        var order = await receive.RunAsync(new ReceiveOrder.Request(
            Input.PublicId, Input.CustomerId, Input.Name, Input.Phone, Input.Address, Input.Kind, Input.Channel, Input.Model, Input.Serial, Input.FaultCode, Input.BrandOrderNumber,
            Input.Description, shown.FromField(Input.WishedStart), shown.FromField(Input.WishedEnd), Input.IsSafety, Input.Campaign), Actor, ct);
        return LocalRedirect("/Service/Requests/Details/" + Uri.EscapeDataString(order));
    }
}
