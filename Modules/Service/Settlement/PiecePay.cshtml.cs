using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Settlement;

/// <summary>Piece pay per technician and month, to look at and to take away.</summary>
[Permission(ServicePermissions.Settle)]
internal sealed class PiecePayModel(SettleMonth settle, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string? Month { get; set; }
    public IReadOnlyList<PieceWork> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var first = Months.Read(Month, company.LocalDay(Kernel.TimeProviderInstants.Now(time)));
        Month = Months.Write(first);
        Rows = await settle.PieceWorkAsync(first, ct);
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return BookFile.Of($"piece-pay-{Month}", [T["Settlement.Code"], T["Import.Column.technician"], T["Import.Column.team"], T["Settlement.Jobs"], T["Payments.Amount"]], Rows.Select(r => (IReadOnlyList<object?>)[r.Code, r.Name, r.Team, r.Jobs, r.Amount]));
    }
}
