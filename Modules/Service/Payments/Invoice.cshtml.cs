using AfterSales.Kernel.Pages;
using AfterSales.Service.Fees;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Payments;

/// <summary>Records what tax invoice (发票) the customer wants and what was issued in the tax system.</summary>
[Permission(ServicePermissions.TakePayments)]
internal sealed class InvoiceModel : FeePage
{
    public sealed record Form
    {
        public string? Title { get; init; }
        public string? TaxNumber { get; init; }
        public string? Delivery { get; init; }
        public long InvoiceId { get; init; }
        public string? Number { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    [BindProperty] public Form Input { get; set; } = new();
    public OrderAccount Account { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await OrderAsync(Number, ct);
        Account = await AccountAsync(ct);
    }

    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) => ActAsync(a => a.AskInvoice(Input.Title ?? "", Input.TaxNumber, Input.Delivery, Now), ct);

    public Task<IActionResult> OnPostRecordAsync(bool red, CancellationToken ct) => ActAsync(a => a.RecordInvoice(Input.InvoiceId, Input.Number ?? "", red, Now), ct);

    async Task<IActionResult> ActAsync(Action<OrderAccount> act, CancellationToken ct)
    {
        await LoadAsync(ct);
        act(Account);
        await Db.SaveChangesAsync(ct);
        return Back();
    }
}
