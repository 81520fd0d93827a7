using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Fees;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Payments;

/// <summary>Takes a payment, whole or in part, by the method that the customer chose (clause 1.8.1).</summary>
[Permission(ServicePermissions.TakePayments)]
internal sealed class TakeModel : FeePage
{
    public sealed record Form
    {
        public PaymentMethod? Method { get; init; }
        public string? Amount { get; init; }
        public string? TransactionNumber { get; init; }
        public Guid? ClientId { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    [BindProperty] public Form Input { get; set; } = new();
    public OrderAccount Account { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = Input with { Amount = Account.Open.ToString(), ClientId = PublicId.New(Now) };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await OrderAsync(Number, ct);
        Account = await AccountAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!Money.TryParse(Input.Amount, out var amount)) throw new RuleViolation("Payments.AmountMissing") { Field = "Input.Amount" };
        var payment = Account.Take(Input.Method ?? throw new RuleViolation("Shell.ValueMissing") { Field = "Input.Method" }, amount, Input.TransactionNumber, Now, Actor, Input.ClientId);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Payments/Receipt/" + payment.Number);
    }
}
