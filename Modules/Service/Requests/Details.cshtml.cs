using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Customers;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Parts;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

[Permission(ServicePermissions.ReadOrders)]
internal sealed class DetailsModel(IPolicies policies, ICompany company, Shown shown, RevealedPeople revealed, IPersonLooks looks) : OrderActPage
{
    public string? TechnicianName { get; private set; }
    public string? ModelName { get; private set; }
    public string? Serial { get; private set; }
    public Guid? Appliance { get; private set; }
    /// <summary>The heater is past its safe service life.</summary>
    public ScrapAge? ScrapAge { get; private set; }
    public IReadOnlyList<Guid> Photos { get; private set; } = [];
    /// <summary>Parts that the order waits or waited for.</summary>
    public IReadOnlyList<PartRequest> Parts { get; private set; } = [];
    public IReadOnlyList<Recall> Recalls { get; private set; } = [];
    /// <summary>How the job stands, ready to paste into a chat with the customer.</summary>
    public string Words => T[Order.CompletedAt is not null ? "Requests.Copy.Done" : Order.WindowStart is null ? "Requests.Copy.Received" : TechnicianName is null ? "Requests.Copy.Agreed" : "Requests.Copy.Comes",
        company.Name, Order.Number, shown.Window(Order.WindowStart, Order.WindowEnd), TechnicianName, Order.Result];
    public Guid? Customer { get; private set; }
    public string? RepeatOf { get; private set; }
    /// <summary>Who answers, plans or does the job needs the person in full while it is open; everybody else asks.</summary>
    public bool ShowsPerson { get; private set; }
    public string NameShown => ShowsPerson ? Order.ContactName ?? "" : PersonalData.Name(Order.ContactName);
    public string? AddressShown => ShowsPerson ? Order.Address : MaskedAddress.Of(Order.Address);
    Guid Person => Customer ?? Order.PublicId;
    public AgreementTerms? Agreement => Rulebook.TermsOf(Order);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        TechnicianName = await Db.Set<Technician>().Where(t => t.Id == Order.TechnicianId).Select(t => t.Name).FirstOrDefaultAsync(ct);
        ModelName = await Db.Set<ProductModel>().Where(m => m.Id == Order.ModelId).Select(m => m.Name).FirstOrDefaultAsync(ct);
        var appliance = await Db.Set<Appliance>().Where(a => a.Id == Order.ApplianceId).Select(a => new { a.PublicId, a.Serial, a.PurchasedOn, Type = Db.Set<ProductModel>().Where(m => m.Id == a.ModelId).Select(m => m.Type).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        (Appliance, Serial) = (appliance?.PublicId, appliance?.Serial);
        ScrapAge = policies.At<MaintenancePolicy>(Now).Value.ScrapAgeOf(appliance?.Type, appliance?.PurchasedOn, company.LocalDay(Now));
        Photos = await Db.Set<OrderPhoto>().AsNoTracking().Where(p => p.OrderId == Order.Id).OrderBy(p => p.Id).Select(p => p.PublicId).ToListAsync(ct);
        Parts = await Db.Set<PartRequest>().AsNoTracking().Where(r => r.OrderId == Order.Id).OrderBy(r => r.Id).ToListAsync(ct);
        if (Order.IsOpen && Order.ApplianceId is { } unit) Recalls = await Db.Set<Recall>().AsNoTracking().OpenForAsync(await Db.Set<Appliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == unit, ct), ct);
        Customer = await Db.Set<Customer>().Where(c => c.Id == Order.CustomerId).Select(c => (Guid?)c.PublicId).FirstOrDefaultAsync(ct);
        var works = Order.IsOpen && (May(ServicePermissions.DispatchOrders) || May(ServicePermissions.VisitOrders));
        ShowsPerson = works || revealed.Shows(Actor, Person);
        if (works) await looks.NoteWorkAsync(Actor, Person, "Looks.Order", ct);
        RepeatOf = await (await VisibleAsync(ct)).Where(o => o.Id == Order.RepeatOfId).Select(o => o.Number).FirstOrDefaultAsync(ct);
    }

    /// <summary>Shows the person in full for a while; that it was asked for is noted.</summary>
    public async Task<IActionResult> OnPostRevealAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await revealed.RevealAsync(Actor, Person, ct);
        return LocalRedirect(Request.Path);
    }

    /// <summary>What this person can do with the order now; the likeliest first.</summary>
    public IReadOnlyList<string> Acts =>
    [
        .. Offered(ServicePermissions.DispatchOrders, Order.Status == OrderStatus.Received, "Respond", "Attempt"),
        .. Offered(ServicePermissions.DispatchOrders, Order.Status is OrderStatus.Responded or OrderStatus.Scheduled && Order.WindowStart is not null, "Assign"),
        .. Offered(ServicePermissions.VisitOrders, Order.Status == OrderStatus.Scheduled, "Depart"),
        .. Offered(ServicePermissions.VisitOrders, Order.Status is OrderStatus.Scheduled or OrderStatus.EnRoute, "Arrive"),
        .. Offered(ServicePermissions.VisitOrders, (Order.Status == OrderStatus.OnSite && Order.CurrentVisit is null) || (Order.Status == OrderStatus.Responded && Order.Kind is OrderKind.Enquiry or OrderKind.TechnicalSupport), "Complete"),
        .. Offered(ServicePermissions.VisitOrders, Order.Status == OrderStatus.OnSite, "Regrade"),
        .. Offered(Order.CurrentVisit is null ? ServicePermissions.VisitOrders : ServicePermissions.DispatchOrders, Order.Status == OrderStatus.OnSite, "SecondVisit"),
        .. Offered(ServicePermissions.CloseOrders, Order.Status == OrderStatus.Completed, "Close"),
        .. Offered(ServicePermissions.PauseOrders, Order.IsOpen && Order.OpenPause is not null, "Resume"),
        .. Offered(ServicePermissions.PauseOrders, Order.IsOpen && Order.OpenPause is null && Order.Status != OrderStatus.Received && !Order.IsSafety, "Pause"),
        .. Offered(ServicePermissions.DispatchOrders, Order.Status is OrderStatus.Responded or OrderStatus.Scheduled, "Reschedule"),
        .. Offered(ServicePermissions.DispatchOrders, Order.Status == OrderStatus.Received && Order.SpecialReason is null && !Order.IsSafety, "Special"),
        .. Offered(ServicePermissions.DispatchOrders, Order.IsOpen, "Urge", "Cancel"),
        .. Offered(ServicePermissions.DispatchOrders, Order.Status is OrderStatus.Completed or OrderStatus.Closed, "Reopen"),
        .. Offered(ServicePermissions.JudgeRepeats, Order.RepeatOfId is not null && !Order.RepeatUnrelated, "Unrelated"),
    ];

    string[] Offered(string permission, bool possible, params string[] acts) => possible && May(permission) ? acts : [];
}
