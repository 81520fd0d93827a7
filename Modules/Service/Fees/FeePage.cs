using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using AfterSales.Service.Payments;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Fees;

/// <summary>A page about the money of one order. Orders of others and what belongs to them are absent.</summary>
internal abstract class FeePage : ModulePage
{
    public ServiceOrder Order { get; protected set; } = null!;
    protected ServiceDbContext Db => HttpContext.RequestServices.GetRequiredService<ServiceDbContext>();
    protected OrderFees Fees => HttpContext.RequestServices.GetRequiredService<OrderFees>();
    protected DateTime Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now();
    protected Shown Shown => HttpContext.RequestServices.GetRequiredService<Shown>();
    protected Kernel.Composition.ICompany Company => HttpContext.RequestServices.GetRequiredService<Kernel.Composition.ICompany>();

    async Task<ServiceOrder> OrderAsync(System.Linq.Expressions.Expression<Func<ServiceOrder, bool>> which, CancellationToken ct)
    {
        var viewer = await Db.ViewerAsync(HttpContext.RequestServices.GetRequiredService<IPermissions>(), User, ct);
        return await Db.Set<ServiceOrder>().AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(which, ct) ?? throw new NotThere();
    }

    protected async Task<ServiceOrder> OrderAsync(string number, CancellationToken ct) => Order = await OrderAsync(o => o.Number == number, ct);

    /// <summary>A fee note of an order that this person may see; tracked.</summary>
    protected async Task<FeeNote> NoteAsync(Guid id, CancellationToken ct)
    {
        var note = await Db.Set<FeeNote>().Include(n => n.Lines).SingleOrDefaultAsync(n => n.PublicId == id, ct) ?? throw new NotThere();
        Order = await OrderAsync(o => o.Id == note.OrderId, ct);
        return note;
    }

    /// <inheritdoc cref="NoteAsync"/>
    protected async Task<Quote> QuoteAsync(Guid id, CancellationToken ct)
    {
        var quote = await Db.Set<Quote>().SingleOrDefaultAsync(q => q.PublicId == id, ct) ?? throw new NotThere();
        Order = await OrderAsync(o => o.Id == quote.OrderId, ct);
        return quote;
    }

    protected async Task<OrderAccount> AccountAsync(CancellationToken ct) => await Db.Set<OrderAccount>().WholeAsync(a => a.OrderId == Order.Id, ct) ?? throw new NotThere();

    protected IActionResult Back() => LocalRedirect("/Service/Fees/OfOrder/" + Uri.EscapeDataString(Order.Number));
}
