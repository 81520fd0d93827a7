using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Two records side by side; what survives is chosen field by field.</summary>
[Permission(ServicePermissions.EditCustomers)]
internal sealed class MergeModel(ServiceDbContext db, MergeCustomers merge, RevealedPeople revealed) : ModulePage
{
    /// <summary>Each is "one" or "other".</summary>
    public sealed record Form
    {
        public string Keep { get; init; } = "one";
        public string Name { get; init; } = "one";
        public string Address { get; init; } = "one";
        public string Consent { get; init; } = "one";
        public int OneVersion { get; init; }
        public int OtherVersion { get; init; }
    }

    internal sealed record Side(string Code, Customer Customer, int Orders, int Appliances);

    [BindProperty(SupportsGet = true)] public Guid One { get; set; }
    [BindProperty(SupportsGet = true)] public Guid Other { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Side> Sides { get; private set; } = [];
    public bool IsRevealed => Sides.All(s => revealed.Shows(Actor, s.Customer.PublicId));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Sides = [await SideAsync("one", One, ct), await SideAsync("other", Other, ct)];
        Input = Input with { OneVersion = Sides[0].Customer.Version, OtherVersion = Sides[1].Customer.Version };
        ModelState.Remove("Input.OneVersion");
        ModelState.Remove("Input.OtherVersion");
    }

    async Task<Side> SideAsync(string code, Guid id, CancellationToken ct)
    {
        var customer = await db.Set<Customer>().AsNoTracking().OneAsync(id, ct);
        return new Side(code, customer, await db.Set<ServiceOrder>().CountAsync(o => o.CustomerId == customer.Id, ct), await db.Set<Appliance>().CountAsync(a => a.CustomerId == customer.Id, ct));
    }

    public async Task<IActionResult> OnPostRevealAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        foreach (var side in Sides) await revealed.RevealAsync(Actor, side.Customer.PublicId, ct);
        return LocalRedirect($"/Service/Customers/Merge?one={One}&other={Other}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var keepsOne = Input.Keep != "other";
        MergeSide From(string chosen) => chosen != "other" == keepsOne ? MergeSide.Survivor : MergeSide.Absorbed;
        var (survivor, absorbed) = keepsOne ? (One, Other) : (Other, One);
        var versions = keepsOne ? (Input.OneVersion, Input.OtherVersion) : (Input.OtherVersion, Input.OneVersion);
        await merge.MergeAsync(survivor, absorbed, versions, new MergeChoice(From(Input.Name), From(Input.Address), From(Input.Consent)), Actor, ct);
        return LocalRedirect($"/Service/Customers/Details/{survivor}");
    }
}
