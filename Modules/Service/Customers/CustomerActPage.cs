using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Customers;

/// <summary>A page that does one thing to one customer; every act is in the audit log. The form carries the version it was made from.</summary>
internal abstract class CustomerActPage : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }

    public Customer Customer { get; private set; } = null!;

    protected ServiceDbContext Db => HttpContext.RequestServices.GetRequiredService<ServiceDbContext>();
    protected IAuditLog Audit => HttpContext.RequestServices.GetRequiredService<IAuditLog>();
    protected DateTime Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now();
    RevealedPeople Revealed => HttpContext.RequestServices.GetRequiredService<RevealedPeople>();

    /// <summary>This person asked to see the customer in full, a short while ago.</summary>
    public bool IsRevealed => Revealed.Shows(Actor, Customer.PublicId);
    public string NameShown => IsRevealed ? Customer.Name : PersonalData.Name(Customer.Name);
    public string PhoneShown(string number) => IsRevealed ? number : PersonalData.Phone(number);
    public string? AddressShown(string? address) => IsRevealed ? address : MaskedAddress.Of(address);

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>What GET does; a page with fields fills them here.</summary>
    protected virtual Task ShowAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Customer = await Db.Set<Customer>().AsNoTracking().OneAsync(Id, ct);
        ModelState.Remove(nameof(Version)); // a form shown again builds on what is there now
        Version = Customer.Version;
    }

    /// <summary>Shows the person in full for a while; that it was asked for is in the audit log.</summary>
    public async Task<IActionResult> OnPostRevealAsync(CancellationToken ct)
    {
        var customer = await Db.Set<Customer>().AsNoTracking().FirstOrDefaultAsync(c => c.PublicId == Id, ct) ?? throw new NotThere();
        await Revealed.RevealAsync(Actor, customer.PublicId, ct);
        return LocalRedirect(Request.Path);
    }

    /// <summary>Loads, acts, saves, writes the audit line and shows the customer.</summary>
    protected async Task<IActionResult> ActAsync(string action, Action<Customer, DateTime> act, CancellationToken ct, string detail = "")
    {
        var customer = await Db.Set<Customer>().OneAsync(Id, ct);
        if (customer.Version != Version) throw new ChangedMeanwhile([]);
        act(customer, Now);
        await Db.SaveChangesAsync(ct);
        await Audit.RecordAsync(Actor, action, $"customer:{customer.Id}", detail, ct);
        return LocalRedirect($"/Service/Customers/Details/{Id}");
    }
}
