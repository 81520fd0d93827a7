using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Products;

[Permission(ServicePermissions.EditProducts)]
internal sealed class DetailsModel(ServiceDbContext db) : ModulePage
{
    public sealed record Form
    {
        public string Code { get; init; } = "";
        public string Meaning { get; init; } = "";
        public Complexity Complexity { get; init; }
        public bool IsSafety { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";
    [BindProperty] public Form Input { get; set; } = new();
    public ProductModel Product { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) =>
        Product = await db.Set<ProductModel>().AsNoTracking().Include(m => m.FaultCodes).FirstOrDefaultAsync(m => m.Code == Code, ct) ?? throw new NotThere();

    async Task<ProductModel> OneAsync(CancellationToken ct) => await db.Set<ProductModel>().Include(m => m.FaultCodes).FirstOrDefaultAsync(m => m.Code == Code, ct) ?? throw new NotThere();

    public async Task<IActionResult> OnPostDescribeAsync(string name, ProductType type, CancellationToken ct)
    {
        (await OneAsync(ct)).Describe(name, type);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostFaultAsync(CancellationToken ct)
    {
        (await OneAsync(ct)).AddFault(Input.Code.Trim(), Input.Meaning.Trim(), Input.Complexity, Input.IsSafety);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }
}
