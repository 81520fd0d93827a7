using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>What technicians choose from for one model: the factory-standard check list, the parts, the work codes of its type.</summary>
[Permission(ServicePermissions.EditProducts)]
internal sealed class CatalogueModel(ServiceDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record ItemForm(string Code = "", string NameZh = "", string? NameEn = null, string? Unit = null, decimal? Lower = null, decimal? Upper = null, bool Required = true);

    public sealed record PartForm(string Number = "", string NameZh = "", string? NameEn = null, string? Barcode = null, bool DueBack = false);

    public sealed record WorkForm(string Code = "", string NameZh = "", string? NameEn = null, decimal Hours = 1);

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";
    public ItemForm Item { get; set; } = new();
    public PartForm Part { get; set; } = new();
    public WorkForm NewWork { get; set; } = new();
    public ProductModel Product { get; private set; } = null!;
    public CheckList? List { get; private set; }
    public IReadOnlyList<ModelPart> Parts { get; private set; } = [];
    public IReadOnlyList<WorkCode> Work { get; private set; } = [];

    DateOnly Today => company.LocalDay(time.Now());

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Product = await db.Set<ProductModel>().AsNoTracking().FirstOrDefaultAsync(m => m.Code == Code, ct) ?? throw new NotThere();
        List = await LatestAsync(ct);
        Parts = await db.Set<ModelPart>().AsNoTracking().Where(p => p.ModelId == Product.Id).OrderBy(p => p.Number).ToListAsync(ct);
        Work = await db.Set<WorkCode>().AsNoTracking().Where(w => w.Type == null || w.Type == Product.Type).OrderBy(w => w.Code).ToListAsync(ct);
    }

    Task<CheckList?> LatestAsync(CancellationToken ct) => db.Set<CheckList>().AsNoTracking().Include(l => l.Items).Where(l => l.ModelId == Product.Id).OrderByDescending(l => l.Edition).FirstOrDefaultAsync(ct);

    async Task<IActionResult> SaveAsync(object? added, CancellationToken ct)
    {
        if (added is not null) db.Add(added);
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostItemAsync(ItemForm item, CancellationToken ct)
    {
        await LoadAsync(ct);
        var line = CheckItem.Of((Item = item).Code, item.NameZh, item.NameEn ?? "", item.Unit ?? "", item.Lower, item.Upper, item.Required);
        return await SaveAsync(List is { } list ? list.Next(time.Now(), line, null) : CheckList.First(Product.Id, time.Now(), line), ct);
    }

    public async Task<IActionResult> OnPostEndItemAsync(string item, CancellationToken ct)
    {
        await LoadAsync(ct);
        return await SaveAsync((List ?? throw new RuleViolation("Visits.Check.NoSuchItem", item)).Next(time.Now(), null, item), ct);
    }

    public async Task<IActionResult> OnPostPartAsync(PartForm part, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Parts.Any(p => p.Number == (Part = part).Number.Trim())) throw new RuleViolation("Visits.Part.Twice", part.Number) { Field = "Part.Number" };
        return await SaveAsync(ModelPart.List(Product.Id, part.Number, part.NameZh, part.NameEn ?? "", part.Barcode, part.DueBack), ct);
    }

    public async Task<IActionResult> OnPostEndPartAsync(long part, CancellationToken ct)
    {
        (await db.Set<ModelPart>().FirstOrDefaultAsync(p => p.Id == part, ct) ?? throw new NotThere()).End(Today);
        return await SaveAsync(null, ct);
    }

    public async Task<IActionResult> OnPostWorkAsync(WorkForm newWork, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Work.Any(w => w.Code == (NewWork = newWork).Code.Trim() && w.Until is null)) throw new RuleViolation("Visits.Work.Twice", newWork.Code) { Field = "NewWork.Code" };
        return await SaveAsync(WorkCode.List(newWork.Code, Product.Type, newWork.NameZh, newWork.NameEn ?? "", newWork.Hours, Today), ct);
    }

    public async Task<IActionResult> OnPostEndWorkAsync(long work, CancellationToken ct)
    {
        (await db.Set<WorkCode>().FirstOrDefaultAsync(w => w.Id == work, ct) ?? throw new NotThere()).End(Today);
        return await SaveAsync(null, ct);
    }
}
