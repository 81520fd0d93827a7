using System.Globalization;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Contracts;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Maintenance;

/// <summary>Tells the customer that maintenance is due, once. Without a public address the link would open nothing, so nothing is sent and the office calls.</summary>
internal sealed class SendMaintenanceOffer(ServiceDbContext db, ICustomerMessages messages, ICompany company) : IHandle<MaintenanceOffered>
{
    public static readonly MessageTemplate Template = new("maintenance_offer", "company", "name", "product", "day", "link");

    public async Task HandleAsync(MaintenanceOffered happened, CancellationToken ct)
    {
        if (company.PublicUrl is not { } home) return;
        var offer = await (from p in db.Set<MaintenanceProposal>().AsNoTracking()
                           where p.PublicId == happened.ProposalId
                           join a in db.Set<Appliance>() on p.ApplianceId equals a.Id
                           join m in db.Set<ProductModel>() on a.ModelId equals m.Id
                           join c in db.Set<Customer>() on a.CustomerId equals c.Id
                           select new { p.DueOn, Product = m.Name, c.Name, Phone = c.Phones.OrderBy(n => n.Id).Select(n => n.Number).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        if (offer?.Phone is not { } phone) return;
        var values = new Dictionary<string, string>
        {
            ["company"] = company.Name, ["name"] = offer.Name, ["product"] = offer.Product, ["day"] = offer.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["link"] = new Uri(home, "/m/" + happened.Token).ToString(),
        };
        await messages.QueueAsync(new CustomerMessage($"maintenance:{happened.ProposalId:N}", Template.Code, phone, null, "zh-CN", values) { About = happened.ProposalId }, ct);
    }
}
