using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Customers;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>The whole visit on one page; what is not possible yet is shown and locked. Works from the phone's memory without a signal.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class VisitModel(IPersonLooks looks) : VisitPage
{
    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        var person = await Db.Set<Customer>().Where(c => c.Id == Order.CustomerId).Select(c => (Guid?)c.PublicId).FirstOrDefaultAsync(ct);
        await looks.NoteWorkAsync(Actor, person ?? Order.PublicId, "Looks.Visit", ct);
    }
}
