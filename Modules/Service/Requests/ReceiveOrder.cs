using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Notices;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>Takes a request: finds or registers customer and appliance, links repeats, continues the clocks of an order cancelled shortly before.</summary>
internal sealed class ReceiveOrder(ServiceDbContext db, OrderRulebook rulebook, FindAgreement agreements, TimeProvider time)
{
    /// <param name="PublicId">Made by the form: the same form sent twice makes one order.</param>
    public sealed record Request(
        Guid? PublicId, Guid? CustomerId, string Name, string? Phone, string? Address, OrderKind Kind, OrderChannel Channel, string? Model, string? Serial, string? FaultCode,
        string? BrandOrderNumber, string? Description, DateTime? WishedStart, DateTime? WishedEnd, bool IsSafety, string? Campaign = null);

    /// <summary>Clause 1.5.2: why a request received under a notice of changed hours is a special case.</summary>
    const string HoursAnnounced = "announced_hours";

    /// <returns>The order's number.</returns>
    public async Task<string> RunAsync(Request request, Actor who, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (request.PublicId is { } sent && await db.Set<ServiceOrder>().Where(o => o.PublicId == sent).Select(o => o.Number).FirstOrDefaultAsync(ct) is { } already) return already;
        var now = time.Now();
        var model = string.IsNullOrWhiteSpace(request.Model) ? null
            : await db.Set<ProductModel>().Include(m => m.FaultCodes).FirstOrDefaultAsync(m => m.Code == request.Model.Trim(), ct) ?? throw new RuleViolation("Requests.Receive.UnknownModel", request.Model) { Field = "Input.Model" };
        var fault = model?.FaultCodes.Find(f => f.Code == request.FaultCode);
        var customer = await CustomerAsync(request, now, ct);
        var appliance = await ApplianceAsync(request, customer, model, now, ct);
        var contract = await db.Set<BrandContract>().Where(c => c.Code == BrandContract.DefaultCode).Select(c => (long?)c.Id).FirstAsync(ct);
        var address = request.Address ?? customer?.Address;
        var rules = rulebook.InForceAt(now);
        rules = rules with { Terms = await agreements.ForAsync(rules.Calendar.DayOf(now), customer?.Id, contract, model?.Type, address, ct) };
        var isSafety = request.IsSafety || fault?.IsSafety == true;
        var adjusted = !isSafety && rules.Sla.SpecialReasons.Contains(HoursAnnounced) && await db.Set<HoursNotice>().HoldingOn(rules.Calendar.DayOf(now)).AnyAsync(ct);
        var order = ServiceOrder.Receive(new Intake
        {
            PublicId = request.PublicId, ReceivedAt = now, Kind = request.Kind, Channel = request.Channel, ContractId = contract,
            CustomerId = customer?.Id, ApplianceId = appliance?.Id, ModelId = model?.Id, ContactName = request.Name.Trim(), ContactPhone = PhoneNumber.Normalise(request.Phone),
            Address = address, Region = customer?.Region, BrandOrderNumber = request.BrandOrderNumber, Description = request.Description,
            FaultCode = request.FaultCode, Complexity = fault?.Complexity, IsSafety = isSafety, SpecialReason = adjusted ? HoursAnnounced : null, WishedStart = request.WishedStart, WishedEnd = request.WishedEnd,
            Campaign = Payments.CountCampaigns.Typed(request.Campaign),
        }, rules, who);
        if (request.Kind == OrderKind.Repair && await new FindRepeats(db, rulebook).EarlierAsync(appliance?.Id, now, rules, ct) is { } earlier) order.RepeatOf(earlier);
        if (await CancelledAsync(appliance?.Id, now, rules, ct) is { } cancelled) order.Continue(cancelled, rules);
        db.Add(order);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return order.Number;
    }

    async Task<Customer?> CustomerAsync(Request request, DateTime now, CancellationToken ct)
    {
        if (request.CustomerId is { } id) return await db.Set<Customer>().FirstOrDefaultAsync(c => c.PublicId == id, ct);
        if (PhoneNumber.Normalise(request.Phone) is not { } phone) return null;
        if (await db.WithPhone(phone).FirstOrDefaultAsync(c => c.Name == request.Name.Trim(), ct) is { } known) return known;
        var customer = Customer.Register(request.Name, phone, request.Address, null, now);
        db.Add(customer);
        await db.SaveChangesAsync(ct);
        return customer;
    }

    /// <summary>The appliance by serial number; without one, by address and product type; with neither, unknown.</summary>
    async Task<Appliance?> ApplianceAsync(Request request, Customer? customer, ProductModel? model, DateTime now, CancellationToken ct)
    {
        var (serial, address) = (request.Serial.OrNull(), request.Address.OrNull());
        if (serial is null && (address is null || model?.Type is null)) return null;
        var known = serial is not null
            ? await db.Set<Appliance>().OrderBy(a => a.Id).FirstOrDefaultAsync(a => a.Serial == serial, ct)
            : await db.Set<Appliance>().OrderBy(a => a.Id).FirstOrDefaultAsync(a => a.Serial == null && a.Address == address && db.Set<ProductModel>().Any(m => m.Id == a.ModelId && m.Type == model!.Type), ct);
        if (known is not null) return known;
        var appliance = Appliance.Register(customer?.Id, model?.Id, serial, address, null, now);
        db.Add(appliance);
        await db.SaveChangesAsync(ct);
        return appliance;
    }

    async Task<ServiceOrder?> CancelledAsync(long? applianceId, DateTime now, OrderRules rules, CancellationToken ct)
    {
        if (applianceId is null) return null;
        var since = now.AddHours(-rules.Sla.ContinueHours);
        return await db.Set<ServiceOrder>().Where(o => o.ApplianceId == applianceId && o.CancelledAt >= since && o.CancelledAt < now).OrderByDescending(o => o.CancelledAt).FirstOrDefaultAsync(ct);
    }
}
