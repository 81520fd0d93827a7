using AfterSales.Kernel;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Maintenance;

/// <summary>Makes the service order of a proposal that the customer said yes to, with the window that was agreed.</summary>
internal sealed class BookMaintenance(ServiceDbContext db, OrderRulebook rulebook, FindAgreement agreements, TimeProvider time)
{
    /// <returns>The order's number.</returns>
    /// <exception cref="RuleViolation">The proposal was answered before, or the window is missing, in the past or turned round.</exception>
    public async Task<string> ActAsync(MaintenanceProposal proposal, DateTime? start, DateTime? end, string content, OrderChannel channel, Actor who, CancellationToken ct)
    {
        var now = time.Now();
        var appliance = await db.Set<Appliance>().AsNoTracking().SingleAsync(a => a.Id == proposal.ApplianceId, ct);
        var customer = await db.Set<Customer>().AsNoTracking().Include(c => c.Phones).FirstOrDefaultAsync(c => c.Id == appliance.CustomerId, ct);
        var contract = await db.Set<BrandContract>().Where(c => c.Code == BrandContract.DefaultCode).Select(c => (long?)c.Id).FirstAsync(ct);
        var (address, type) = (appliance.Address ?? customer?.Address, await db.Set<ProductModel>().Where(m => m.Id == appliance.ModelId).Select(m => m.Type).FirstOrDefaultAsync(ct));
        var rules = rulebook.InForceAt(now);
        rules = rules with { Terms = await agreements.ForAsync(rules.Calendar.DayOf(now), customer?.Id, contract, type, address, ct) };
        var order = ServiceOrder.Receive(new Intake
        {
            ReceivedAt = now, Kind = OrderKind.Maintenance, Channel = channel, ContractId = contract,
            CustomerId = customer?.Id, ApplianceId = appliance.Id, ModelId = appliance.ModelId, ContactName = customer?.Name, ContactPhone = customer?.Phones.FirstOrDefault()?.Number,
            Address = address, Region = customer?.Region, Description = content,
        }, rules, who);
        order.Respond(now, start, end, content, rules, who);
        await using var write = await db.BeginWriteAsync(ct);
        db.Add(order);
        await db.SaveChangesAsync(ct);
        proposal.Book(order.Id, now);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return order.Number;
    }
}
