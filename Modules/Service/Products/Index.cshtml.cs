using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Products;

[Permission(ServicePermissions.EditProducts)]
internal sealed class IndexModel(ServiceDbContext db) : ModulePage
{
    public sealed record Form
    {
        public string Code { get; init; } = "";
        public string? Name { get; init; }
        public ProductType Type { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<ProductModel> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Rows = await db.Set<ProductModel>().AsNoTracking().Include(m => m.FaultCodes).OrderBy(m => m.Code).Take(500).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await db.Set<ProductModel>().AnyAsync(m => m.Code == Input.Code.Trim(), ct)) throw new RuleViolation("Products.CodeTwice", Input.Code) { Field = "Input.Code" };
        db.Add(ProductModel.Register(Input.Code, Input.Name, Input.Type));
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }
}
