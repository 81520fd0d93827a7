using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Visits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>Works out a quote or a fee note from what was driven, done and used.</summary>
[Permission(ServicePermissions.MakeFees)]
internal sealed class MakeModel : FeePage
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    [BindProperty] public FeeForm Input { get; set; } = new();
    public PriceSheet Prices { get; private set; } = new();
    public Quote? Accepted { get; private set; }
    /// <summary>Used on site, but without a price in the list of that day.</summary>
    public IReadOnlyList<string> Unpriced { get; private set; } = [];
    public IReadOnlyList<string> DiscountReasons => Fees.Policy.DiscountReasons;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var visits = await Db.Set<Visit>().AsNoTracking().Where(v => v.OrderId == Order.Id && v.ArrivedAt != null).Include(v => v.Work).Include(v => v.Parts).AsSplitQuery().OrderBy(v => v.Trip).ToListAsync(ct);
        Input = Input with
        {
            ArrivedAt = Company.ToLocalField(Order.ArrivedAt ?? Now), CalledOut = Order.Visits is not 0 || visits.Count > 0,
            Minutes = Order.ArrivedAt is { } arrived ? (int)((Order.CompletedAt ?? Now) - arrived).TotalMinutes % 1440 : 0,
            Works = FeeForm.Rows([.. visits.SelectMany(v => v.Work.Select(w => (w.Code, 1, v.Misuse)))], [.. Prices.Works.Select(w => w.Code)]),
            Parts = FeeForm.Rows([.. visits.SelectMany(v => v.Parts.Select(p => (p.Number, p.Quantity, v.Misuse)))], [.. Prices.Parts.Select(p => p.Code)]),
        };
        Unpriced = [.. visits.SelectMany(v => v.Work.Where(w => Prices.Works.All(p => p.Code != w.Code)).Select(w => w.Code + " " + w.Name).Concat(v.Parts.Where(u => Prices.Parts.All(p => p.Code != u.Number)).Select(u => u.Number + " " + u.Name))).Distinct()];
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await OrderAsync(Number, ct);
        Prices = (await Db.Set<PriceList>().InForceOnAsync(Fees.PricesOf(Order) ?? Kernel.Composition.CompanyTime.LocalDay(Company, Order.ArrivedAt ?? Now), ct))?.Sheet ?? new PriceSheet();
        Accepted = await Fees.AcceptedAsync(Order.Id, ct);
    }

    public async Task<IActionResult> OnPostQuoteAsync(CancellationToken ct)
    {
        var quote = await Fees.QuoteAsync(await OrderAsync(Number, ct), await WorkOutAsync(null, ct), Actor, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Service/Fees/Quoted/{quote.PublicId}");
    }

    /// <param name="capped">The customer pays what was quoted and no more.</param>
    public async Task<IActionResult> OnPostNoteAsync(bool capped, CancellationToken ct)
    {
        var order = await OrderAsync(Number, ct);
        if (order.Status is Requests.OrderStatus.Cancelled or Requests.OrderStatus.Received) throw new RuleViolation("Fees.Note.OrderState", order.Status);
        var note = await Fees.IssueAsync(order, await WorkOutAsync(capped ? (await Fees.AcceptedAsync(order.Id, ct))?.Total.Yuan : null, ct), Actor, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Service/Fees/Note/{note.PublicId}");
    }

    async Task<WorkedOut> WorkOutAsync(decimal? cap, CancellationToken ct)
    {
        var at = Shown.FromField(Input.ArrivedAt) ?? Order.ArrivedAt ?? Now;
        if (at > Now.AddDays(1)) throw new RuleViolation("Fees.InTheFuture") { Field = "Input.ArrivedAt" };
        return await Fees.WorkOutAsync(Order, Input.Inputs(cap), at, onSite: !May(ServicePermissions.ReadAllOrders), ct);
    }
}

internal static class LocalFields
{
    /// <summary>Value of a <c>datetime-local</c> field.</summary>
    public static DateTime ToLocalField(this Kernel.Composition.ICompany company, DateTime utc) =>
        DateTime.SpecifyKind(Kernel.Composition.CompanyTime.ToLocal(company, utc), DateTimeKind.Unspecified);
}
