using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Products;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Dispatch;

/// <summary>The dispatcher's day: technicians by hours, and what waits for somebody.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class IndexModel(DispatchBoard board, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "")] public BoardFilter Filter { get; set; } = new();
    public BoardDay Board { get; private set; } = null!;

    public string Query => Filter.ToQuery(Board.Day);

    public string QueryOf(int days) => Filter.ToQuery(Board.Day.AddDays(days));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_Board", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct) => Board = await board.ReadAsync(Filter, time.Now(), ct);
}
